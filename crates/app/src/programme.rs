//! What people do with a programme.

mod convert;

pub(crate) use convert::path;
pub use convert::{Conversion, Refused, convert, site};
