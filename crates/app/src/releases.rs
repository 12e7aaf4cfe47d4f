//! Releases: the draft frozen into a numbered guide, which is what everybody outside sees.
//!
//! A release is kept as bytes that hold what the public may know and nothing else. Its number is one more than the last, whatever
//! it contains: going back to an older programme makes a new number, because calendars only move forwards. What was published once
//! stays: identities and numbers as they were, and what is no longer in the draft as cancelled.

mod frozen;
mod history;
mod lasting;
mod publish;
mod refusal;
mod shelf;

pub use frozen::{Damaged, thaw};
pub use history::{past, recent};
pub use publish::{Released, release, release_planned, roll_back};
pub use refusal::ReleaseRefusal;
pub use shelf::{Published, Standing, difference, latest};
