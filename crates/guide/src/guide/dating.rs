//! The date of a guide: when anything on its pages changed last, and whether that tells it from what was shown before.

use jiff::Timestamp;

use super::Guide;

/// Whether a guide's date tells it from the one that was shown before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dating {
    Tells,
    IsShared,
}

impl Guide {
    /// When anything on its pages changed last: its release, or the notices over it.
    #[must_use]
    pub fn modified(&self) -> Option<Timestamp> {
        self.changes().max()
    }

    fn changes(&self) -> impl Iterator<Item = Timestamp> {
        let posted = self.notices.iter().map(|notice| notice.posted);
        posted.chain(self.changed).chain(self.release().map(|release| release.at))
    }

    /// The date by which who holds a page may ask whether it is still the same. HTTP counts seconds (RFC 9110, 8.8.2.2): where two changes
    /// fell into one, what was shown between them had the same date, so there is none and only tags tell.
    #[must_use]
    pub fn dated(&self) -> Option<Timestamp> {
        let last = self.modified()?;
        let is_alone = self.changes().all(|at| at == last || at.as_second() < last.as_second());
        (is_alone && self.dating == Dating::Tells).then_some(last)
    }

    /// The same guide, shown in the place of another of its week: a release may be older than the notices over it, and what changes twice
    /// within a second has one date.
    #[must_use]
    pub fn in_place_of(&self, before: &Self) -> Self {
        let seconds = |guide: &Self| guide.modified().map(Timestamp::as_second);
        let says_the_same = self.release() == before.release() && self.notices == before.notices;
        let dating = match (says_the_same, seconds(self) > seconds(before)) {
            (true, _) => before.dating,
            (false, true) => Dating::Tells,
            (false, false) => Dating::IsShared,
        };
        Self { dating, ..self.clone() }
    }
}
