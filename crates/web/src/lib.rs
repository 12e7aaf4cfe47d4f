//! The server: addresses in, pages out.
//!
//! It holds the newest release of every week and whatever pages of them were asked for; there is no state that a restart would
//! lose. Every page works without script, and nothing is written to disk. Whoever watches for releases puts them on the
//! [`Shelf`]; no page asks a database, so readers go on when it is away. Only [`PlanCopies`] are kept in one.

mod address;
mod front;
mod routes;

mod cache;
mod chooser;
mod claims;
mod files;
mod kept;
mod metrics;
mod programme;
mod public;
mod readiness;
mod shelf;
mod unpacked;
mod uploads;
mod validators;

mod near;
mod plan;
mod plan_copies;
mod search;

mod api;
mod cards;
mod device;
mod notices;
mod outlets;
mod widget;

mod check;

mod cross_site;
mod errors;
mod headers;
mod log;
mod serve;
mod site;

pub use plan_copies::PlanCopies;
pub use readiness::Readiness;
pub use routes::router;
pub use serve::serve;
pub use shelf::{Edition, Shelf};
pub use site::Site;
pub use uploads::{Upload, Uploads};
