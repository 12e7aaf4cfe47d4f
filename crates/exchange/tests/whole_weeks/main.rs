//! Whole weeks written and read back: as a folder of tables and as one file.

mod any_records;
mod sample_folder;

mod file;
mod folder;
mod refused;
mod speed;
