//! A week as a whole: taken out in documented formats, the memory kept and brought back, its health.

mod backup;
mod export;
mod health;
mod line;
mod restore;

pub use backup::{BackupTrouble, Contents, WeeksState, backup};
pub(crate) use export::whole;
pub use export::{ExportRefusal, export};
pub use health::{Finding, Health, examine};
pub use restore::{Over, RestoreRefusal, Restored, restore};
