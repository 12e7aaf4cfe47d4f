//! The week as a folder of CSV and TOML files: the format of `demo/week` and, later, of `festoon export`.
