//! schedule.xml in the pentabarf dialects.

use festoon_domain::text::Lang;

/// What could not be taken as it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum XmlTrouble {}

impl XmlTrouble {
    /// What is wrong and what was assumed.
    #[must_use]
    pub fn sentence(&self, _lang: Lang) -> String {
        match *self {}
    }

    /// A word for it.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match *self {}
    }
}
