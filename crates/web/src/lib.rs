//! The server: addresses in, pages out.
//!
//! It holds one frozen guide and whatever pages of it were asked for; there is no state that a restart would lose.
//! Every page works without script, and nothing is written to disk.

mod routes;

mod cache;
mod chooser;
mod files;
mod public;

mod check;

mod cross_site;
mod errors;
mod headers;
mod log;
mod serve;
mod site;

pub use routes::router;
pub use serve::serve;
pub use site::Site;
