//! The schema, step by step: numbered SQL files, each run once and never changed afterwards.
