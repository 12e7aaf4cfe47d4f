//! Memory: weeks in one SQLite file or in PostgreSQL, under one SQL text.
//!
//! The seam between the two databases lies under a handful of verbs on [`Read`] and [`Tx`]; above it every statement is written
//! once. One file a subject holds its statements. What may differ between the databases is in `drivers` and nowhere else.
//! A closure given to [`Store::write`] may be run more than once and must therefore do nothing but decide and write.

pub mod address;
pub mod error;
pub mod tx;
pub mod value;

mod columns;
mod drivers;
mod json;
mod migrations;
mod store;

pub mod copy;
pub mod draft;
pub mod imported;
pub mod journal;
pub mod notices;
pub mod outbox;
pub mod plans;
pub mod releases;
pub mod uploads;
pub mod weeks;

pub use address::Address;
pub use error::{StoreError, Trouble};
pub use store::{ServingLock, Store, Watch};
pub use tx::{Read, Tx};
pub use value::{Column, Row, Value};
