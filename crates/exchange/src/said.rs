//! One table of a TOML file, read key by key, so that every mistake is told with its line and with what would be right.
//!
//! What does not fit is noted and its usual value taken, so that all mistakes of a file are told at once; nobody uses a file of which anything
//! was noted. A key that is not known is a mistake: a misspelt choice would otherwise be what it usually is, and nobody told.

mod source;
mod syntax;
mod tables;
mod values;
mod words;

use std::cell::RefCell;
use std::collections::BTreeSet;

use festoon_domain::programme::Spot as Place;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub use source::TomlText;

use crate::{Refusal, Right};

/// How many mistakes of a file are told.
pub const MOST_MISTAKES: usize = 100;

/// Something a file says, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed<T> {
    pub value: T,
    pub at: Place,
}

/// A word of a file, such as a name, and where it stands.
pub type Word = Placed<String>;

/// Something under a name that the file chose.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) name: String,
    /// Where the name stands.
    pub(crate) offset: usize,
    /// A text, number or time as it would be written by hand; empty where it is none.
    pub(crate) said: String,
    pub(crate) said_offset: usize,
}

/// Mistakes with where in the text they are.
#[derive(Debug)]
pub(crate) struct Mistakes<'a> {
    text: &'a TomlText<'a>,
    noted: RefCell<Vec<(usize, Right)>>,
}

impl<'a> Mistakes<'a> {
    pub(crate) fn of(text: &'a TomlText<'a>) -> Self {
        Self { text, noted: RefCell::default() }
    }

    pub(crate) fn note(&self, offset: usize, right: Right) {
        self.noted.borrow_mut().push((offset, right));
    }

    /// How many there are so far.
    pub(crate) fn count(&self) -> usize {
        self.noted.borrow().len()
    }

    /// The place of a byte.
    pub(crate) fn spot(&self, offset: usize) -> Place {
        self.text.spot(offset)
    }

    /// In the order of the file, the first hundred.
    pub(crate) fn refusals(self) -> Vec<Refusal> {
        let mut all = self.noted.into_inner();
        all.sort_by_key(|(offset, _)| *offset);
        all.truncate(MOST_MISTAKES);
        all.into_iter().map(|(offset, right)| self.text.refusal(offset, right)).collect()
    }
}

/// A table that is being read.
#[derive(Debug)]
pub(crate) struct Said<'a> {
    table: &'a DeTable<'a>,
    /// Where it begins.
    pub(crate) offset: usize,
    /// How it is called in sentences, as `[[step]]`.
    called: &'static str,
    known: RefCell<BTreeSet<&'static str>>,
    pub(crate) mistakes: &'a Mistakes<'a>,
}

type Spot<'a> = &'a Spanned<DeValue<'a>>;

impl<'a> Said<'a> {
    pub(crate) fn of(
        table: &'a DeTable<'a>,
        offset: usize,
        called: &'static str,
        mistakes: &'a Mistakes<'a>,
    ) -> Self {
        Self { table, offset, called, known: RefCell::default(), mistakes }
    }

    fn value(&self, key: &'static str) -> Option<Spot<'a>> {
        self.known.borrow_mut().insert(key);
        self.table.get(key)
    }

    fn placed<T>(&self, value: Spot<'a>, said: T) -> Placed<T> {
        Placed { value: said, at: self.mistakes.text.spot(value.span().start) }
    }

    pub(crate) fn wrong(&self, right: Right) {
        self.mistakes.note(self.offset, right);
    }

    fn unfit<T>(&self, value: Spot<'a>, key: &str, zh: &str, en: &str) -> Option<T> {
        let right = Right::new(
            format!("{}的 {key} 不对，应为：{zh}。", self.called),
            format!("{key} of {} does not fit; right would be: {en}.", self.called),
        );
        self.mistakes.note(value.span().start, right);
        None
    }

    /// Where a key's value stands.
    pub(crate) fn offset_of(&self, key: &'static str) -> usize {
        self.table.get(key).map_or(self.offset, |value| value.span().start)
    }

    pub(crate) fn has(&self, key: &'static str) -> bool {
        self.value(key).is_some()
    }

    pub(crate) fn lacks(&self, key: &str) {
        self.wrong(Right::new(
            format!("{}缺少 {key}。请补上。", self.called),
            format!("{} lacks {key}. Add it.", self.called),
        ));
    }

    /// A value that `read` understands; `zh` and `en` say what would be right.
    pub(crate) fn read<T>(
        &self,
        key: &'static str,
        zh: &str,
        en: &str,
        read: impl Fn(&'a DeValue<'a>) -> Option<T>,
    ) -> Option<T> {
        let value = self.value(key)?;
        read(value.get_ref()).or_else(|| self.unfit(value, key, zh, en))
    }

    /// A list whose every value `read` understands.
    pub(crate) fn each<T>(
        &self,
        key: &'static str,
        zh: &str,
        en: &str,
        read: impl Fn(&'a DeValue<'a>) -> Option<T>,
    ) -> Vec<T> {
        self.list(key, zh, en, |value| read(value.get_ref()))
    }

    fn list<T>(&self, key: &'static str, zh: &str, en: &str, read: impl Fn(Spot<'a>) -> Option<T>) -> Vec<T> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let read = |list: &'a DeValue<'a>| list.as_array()?.iter().map(&read).collect::<Option<Vec<T>>>();
        read(value.get_ref()).or_else(|| self.unfit(value, key, zh, en)).unwrap_or_default()
    }

    /// Everything was asked for: what stands there besides is not known.
    pub(crate) fn finish(self) {
        self.unknown();
    }

    /// The same for a table of which something is still to be read.
    pub(crate) fn unknown(&self) {
        let known = self.known.borrow();
        for (key, _) in self.table {
            if known.contains(key.get_ref().as_ref()) {
                continue;
            }
            let all: Vec<&str> = known.iter().copied().collect();
            let right = Right::new(
                format!("{}没有「{}」这一项。可用的有：{}。", self.called, key.get_ref(), all.join("、")),
                format!("{} has no “{}” here. There are: {}.", self.called, key.get_ref(), all.join(", ")),
            );
            self.mistakes.note(key.span().start, right);
        }
    }
}
