//! What people do with a programme.

mod convert;

pub use convert::{Conversion, Refused, convert, site};
