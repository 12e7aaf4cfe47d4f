//! What is asked of numbers alone: elementary functions that are the same on every machine, moments, ranks, correlations, eigenvalues.

pub mod elementary;
