//! Formats in and out: bytes ↔ domain values.
//!
//! Reading is tolerant and says what it assumed: nothing is lost silently.
//! A file gives [`Entry`]s (what a row states, names unresolved) and [`Defect`]s (what stood there, what was assumed);
//! [`Assembly`] resolves the names of all files together into one programme.
//! Nothing here opens a file: bytes come in.

pub mod assembly;
pub mod b2bsp;
pub mod cosplib;
pub mod defect;
pub mod entry;
pub mod figures;
pub mod file;
pub mod indexes;
pub mod meetings_file;
pub mod outlet;
pub mod planner;
pub mod prose;
pub mod refusal;
pub mod schedule;
pub mod sheet;
pub mod travel;
pub mod week_file;
pub mod week_folder;

mod formulas;
mod reading;
mod said;

pub use assembly::Assembly;
pub use defect::{Defect, Trouble};
pub use entry::Entry;
pub use file::{Format, NamedFile};
pub use formulas::guarded;
pub use reading::{FileSummary, Options, Reading, read};
pub use refusal::{Reason, Refusal, Right};
pub use said::{Placed, TomlText, Word};
