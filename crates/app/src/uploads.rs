//! What people bring along: pictures and papers, checked by what they are, kept on disk under their hash.
//!
//! Nothing a sender says about a file is believed: its bytes decide what it is ([`examine`]), and a picture is wholly decoded before
//! it is kept. The public is only ever given re-encoded copies of pictures ([`UploadFolder::public`]): a photograph's original may
//! say where it was taken, and whatever else somebody put in. Papers (PDF) are kept and given as they are.
//! The rows are in the store, the bytes are not: a file without a row is an orphan, a row without a file a loss ([`look`]).

mod add;
mod copies;
mod examine;
mod folder;
mod forms;
mod hash;
mod premultiplied;
mod profile;
mod refusal;
mod stray;
mod whole;

pub use add::{Added, add};
pub use copies::{Copy, Edge, copies_of};
pub use examine::{Examined, PAPER_BYTES, PICTURE_BYTES, PICTURE_PIXELS, examine};
pub use folder::{Kept, UploadFolder};
pub use forms::{MediaType, Wanted};
pub use hash::Hash;
pub use refusal::{DiskTrouble, UploadRefusal};
pub use stray::{Stray, Swept, look, sweep};
