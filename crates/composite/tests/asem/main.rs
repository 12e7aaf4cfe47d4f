//! The index of sustainable connectivity between Asia and Europe (ASEM) as it was published: 51 countries, 49 indicators, every stage.
//!
//! The numbers are looked for under `FESTOON_REAL_DATA`, by default `../shared/data` beside the repository, and skipped and counted where they
//! are not. Every stage is compared to 1e-9 of each number, every rank exactly.

mod choices;
mod published;
mod speed;
mod stages;
mod studies;
mod variants;
