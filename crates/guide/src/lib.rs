//! The public guide: a programme frozen into one immutable value, and the pages made of it; the clash report; and what an evaluation shows.
//!
//! Freezing drops what the public may not see, so that no page can show it by mistake; what is frozen is what a release keeps.
//! Pages are askama templates laid out like the addresses; every word exists in both languages or does not compile.
//! Nothing here waits, reads a file or a clock, or knows of HTTP.

pub mod filter;
pub mod frozen;
pub mod guide;
pub mod imprint;
pub mod search;
pub mod url;

pub mod claims_report;
pub mod clash_report;
pub mod evaluation;
pub mod pages;

pub mod assets;
pub mod by_day;
pub mod cord;
pub mod lamp;
pub mod line;
pub mod plan;
pub mod portrait;
pub mod qr;
pub mod run;
pub mod subscribe;
pub mod words;

pub use frozen::Frozen;
pub use guide::Guide;
pub use imprint::{Imprint, Operator, Origin, Release};
