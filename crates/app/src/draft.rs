//! The draft of a week: what hosts hand in comes in here, and the week office works on it.
//!
//! A file may be brought again and again: what it says anew is taken, what was edited in the draft since is kept, where both
//! changed somebody is asked, and what it no longer mentions is told and stays until somebody decides.
//! Reading and planning happen outside the writer; the plan is only kept if nobody changed the draft meanwhile, else it is made anew.

mod after;
mod attach;
mod attribution;
mod bring;
mod edit;
mod import;
mod matching;
mod newer;
mod plan;
mod refusal;
mod view;

pub use attach::{Attachment, attach};
pub(crate) use attribution::named_by;
pub(crate) use bring::read;
pub use bring::{Brought, Extent, bring};
pub use edit::{Edit, edit};
pub use import::{Asked, Separate, import, is_imported, rehearse};
pub use plan::{OnConflict, OnMissing, Plan};
pub use refusal::DraftRefusal;
pub use view::{Draft, load};
