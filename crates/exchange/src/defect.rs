//! Defects: what stood in a file that could not be taken as it stood, and what was assumed instead.
//!
//! Each reader keeps its own kinds of trouble and their sentences beside it; this file only joins them.

use festoon_domain::programme::Citation;
use festoon_domain::text::Lang;

use crate::assembly::AssemblyTrouble;
use crate::schedule::ScheduleTrouble;
use crate::sheet::SheetTrouble;

/// One thing that could not be taken as it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Defect {
    /// Where.
    pub citation: Citation,
    /// What stood there, cut to 120 characters; empty where something is missing.
    pub stood: String,
    /// What is wrong with it and what was assumed.
    pub trouble: Trouble,
}

/// What is wrong, by the reader that saw it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// In a spreadsheet or a document's table.
    Sheet(SheetTrouble),
    /// In a schedule.
    Schedule(ScheduleTrouble),
    /// When names of several rows and files were brought together.
    Assembly(AssemblyTrouble),
}

impl Defect {
    /// Brings `stood` onto one line and cuts it to what a report shows.
    #[must_use]
    pub fn new(citation: Citation, stood: &str, trouble: Trouble) -> Self {
        const SHOWN: usize = 120;
        let mut words = stood.split_whitespace();
        let mut line = words.next().unwrap_or_default().to_owned();
        for word in words {
            line.push(' ');
            line.push_str(word);
            // The rest would be cut off: a description may have a megabyte.
            if line.len() > SHOWN * 4 {
                break;
            }
        }
        let mut cut: String = line.chars().take(SHOWN).collect();
        if cut.len() < line.len() {
            cut.push('…');
        }
        Self { citation, stood: cut, trouble }
    }

    /// What is wrong and what was assumed, as a sentence.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        match &self.trouble {
            Trouble::Sheet(trouble) => trouble.sentence(lang),
            Trouble::Schedule(trouble) => trouble.sentence(lang),
            Trouble::Assembly(trouble) => trouble.sentence(lang),
        }
    }

    /// A word for the kind of trouble, for the JSON report and filters: `no-zone`, `date-unreadable`.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match &self.trouble {
            Trouble::Sheet(trouble) => trouble.word(),
            Trouble::Schedule(trouble) => trouble.word(),
            Trouble::Assembly(trouble) => trouble.word(),
        }
    }
}
