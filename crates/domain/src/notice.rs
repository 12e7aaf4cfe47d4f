//! Notices 紧急通知: what everybody must read at once, outside releases: a storm, a closed house.
//!
//! A notice exists in both languages or not at all, and it ends by itself if its author says when.

use jiff::Timestamp;

use crate::text::Text;

/// A notice on every page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Counted from 1 within its week; never given twice.
    pub number: u32,
    /// What it says, in both languages.
    pub text: Text,
    /// When it was posted.
    pub posted: Timestamp,
    /// When it ends by itself.
    pub ends: Option<Timestamp>,
}

impl Notice {
    /// Whether it is to be read at a time.
    #[must_use]
    pub fn stands(&self, now: Timestamp) -> bool {
        self.ends.is_none_or(|ends| now < ends)
    }
}
