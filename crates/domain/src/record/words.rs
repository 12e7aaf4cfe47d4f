//! Changes as sentences, in both languages.

use super::{Change, Kind, Record, Value};
use crate::text::Lang;

/// What records are called, for sentences: a key alone says little.
#[derive(Debug, Default)]
pub struct Names {
    _reserved: (),
}

impl Names {
    /// Learns what the records are called and in which zone the week says its times; those learnt first win.
    pub fn learn(&mut self, records: &[Record]) {
        let _ = records;
        unimplemented!()
    }

    /// What a record is called: its name or title in quotation marks, an occurrence by its session and time; else its key.
    #[must_use]
    pub fn of(&self, kind: Kind, key: &str, lang: Lang) -> String {
        let _ = (kind, key, lang);
        unimplemented!()
    }

    /// A value as people say it: instants in the week's zone, keys by their names, words of choices in the language.
    #[must_use]
    pub fn value(&self, kind: Kind, field: usize, value: &Value, lang: Lang) -> String {
        let _ = (kind, field, value, lang);
        unimplemented!()
    }

    /// A change as lines: one for a record that is new or gone, one a field for one that changed.
    #[must_use]
    pub fn sentences(&self, change: &Change, lang: Lang) -> Vec<String> {
        let _ = (change, lang);
        unimplemented!()
    }
}
