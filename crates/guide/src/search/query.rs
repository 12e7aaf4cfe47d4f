//! What somebody typed, taken apart: each word of letters and each run of Chinese is a term, and all of them are wanted.

use super::folding::{Sign, each_sign};

/// Of a query, no more characters are read; the page says so.
pub const LONGEST_QUERY: usize = 200;

/// Of longer queries the first terms count.
pub(super) const MOST_TERMS: usize = 8;

/// A longer run of Chinese is taken for several.
const LONGEST_RUN: usize = 24;

/// One thing that is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Term {
    /// Characters beside each other.
    Chinese(Vec<u16>),
    /// A word, or the sound of one.
    Latin(String),
}

impl Term {
    /// The term as somebody could have typed it.
    pub(super) fn typed(&self) -> String {
        match self {
            Self::Chinese(run) => String::from_utf16_lossy(run),
            Self::Latin(word) => word.clone(),
        }
    }
}

/// A query as it is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Query {
    /// What was typed, without what cannot be shown, and cut.
    pub(super) typed: String,
    /// Whether something was left out at its end.
    pub(super) is_cut: bool,
    /// Its terms, each once.
    pub(super) terms: Vec<Term>,
}

impl Query {
    /// Reads what somebody typed. Costs no more for ten megabytes than for two hundred characters.
    pub(super) fn read(typed: &str) -> Self {
        let mut shown = String::new();
        let mut rest = typed.trim_start().chars().filter(|c| !c.is_control() || c.is_whitespace());
        for c in rest.by_ref().take(LONGEST_QUERY) {
            shown.push(if c.is_whitespace() { ' ' } else { c });
        }
        // What is left out is not read to its end, and a run of spaces is nothing.
        let is_cut = rest.take(LONGEST_QUERY).any(|c| !c.is_whitespace());
        shown.truncate(shown.trim_end().len());

        let mut terms = Vec::new();
        let mut word = String::new();
        let mut run = Vec::new();
        each_sign(&shown, |sign, _| {
            if !matches!(sign, Sign::Letter(_)) && !word.is_empty() {
                terms.push(Term::Latin(std::mem::take(&mut word)));
            }
            let ends = !matches!(sign, Sign::Character(_)) || run.len() == LONGEST_RUN;
            if ends && !run.is_empty() {
                terms.push(Term::Chinese(std::mem::take(&mut run)));
            }
            match sign {
                Sign::Character(character) => run.push(character),
                Sign::Letter(letter) => word.push(letter),
                Sign::Space | Sign::Stop => {}
            }
        });
        terms.extend((!word.is_empty()).then_some(Term::Latin(word)));
        terms.extend((!run.is_empty()).then_some(Term::Chinese(run)));
        let mut once: Vec<Term> = Vec::new();
        for term in terms {
            if !once.contains(&term) && once.len() < MOST_TERMS {
                once.push(term);
            }
        }
        Self { typed: shown, is_cut, terms: once }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(typed: &str) -> Vec<String> {
        Query::read(typed).terms.iter().map(Term::typed).collect()
    }

    #[test]
    fn words_and_runs_of_chinese_are_terms_once_each() {
        assert_eq!(terms("AI智能 智能，ai"), ["ai", "智能"]);
        assert_eq!(terms("  5G+工業互聯網  "), ["5g", "工业互联网"]);
        assert_eq!(terms("！？ \u{0}"), [""; 0]);
        assert_eq!(terms("阿达·霍尔姆"), ["阿达霍尔姆"]);
    }

    #[test]
    fn ten_kilobytes_are_cut_and_say_so() {
        let query = Query::read(&"灯 ".repeat(5_000));
        assert_eq!((query.typed.chars().count(), query.is_cut), (LONGEST_QUERY - 1, true));
        assert_eq!(query.terms.len(), 1);
        assert!(!Query::read(&format!("灯{}", " ".repeat(500))).is_cut);
    }
}
