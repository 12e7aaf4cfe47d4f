//! One table of a TOML file, read key by key, so that every mistake is told with its line and with what would be right.
//!
//! What does not fit is noted and its usual value taken, so that all mistakes of a file are told at once; nobody uses a file of which anything
//! was noted. A key that is not known is a mistake: a misspelt choice would otherwise be what it usually is, and nobody told.

mod source;
mod syntax;

use std::cell::RefCell;
use std::collections::BTreeSet;

use festoon_domain::programme::Spot as Place;
use festoon_domain::text::Text;
use jiff::civil::{Date, DateTime, Time};
use jiff::fmt::temporal::Pieces;
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

    pub(crate) fn text(&self, key: &'static str) -> Option<String> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::String(words) if !words.trim().is_empty() => Some(words.trim().to_owned()),
            _ => self.unfit(value, key, "引号中的文字", "words in quotation marks"),
        }
    }

    /// A text that may be empty, and is taken as it stands.
    pub(crate) fn any_text(&self, key: &'static str) -> Option<String> {
        let value = self.value(key)?;
        let words = value.get_ref().as_str().map(str::to_owned);
        words.or_else(|| self.unfit(value, key, "引号中的文字", "words in quotation marks"))
    }

    /// A key that must be there.
    pub(crate) fn must(&self, key: &'static str) -> Option<String> {
        if !self.has(key) {
            self.lacks(key);
        }
        self.text(key)
    }

    pub(crate) fn lacks(&self, key: &str) {
        self.wrong(Right::new(
            format!("{}缺少 {key}。请补上。", self.called),
            format!("{} lacks {key}. Add it.", self.called),
        ));
    }

    /// A text with its place; a mistake where it is none or nothing.
    pub(crate) fn word(&self, key: &'static str) -> Option<Word> {
        let words = self.text(key)?;
        Some(self.placed(self.value(key)?, words))
    }

    /// A text that must be there, with its place.
    pub(crate) fn must_word(&self, key: &'static str) -> Option<Word> {
        if !self.has(key) {
            self.lacks(key);
        }
        self.word(key)
    }

    /// Texts with their places.
    pub(crate) fn placed_words(&self, key: &'static str) -> Vec<Word> {
        let (zh, en) = WORDS;
        self.list(key, zh, en, |value| Some(self.placed(value, word_of(value)?)))
    }

    /// A whole number within bounds, with its place.
    pub(crate) fn whole(&self, key: &'static str, least: u32, most: u32) -> Option<Placed<u32>> {
        let value = self.value(key)?;
        let right = format!("{least} … {most}");
        let read = whole(value).filter(|number| (least..=most).contains(number));
        read.map(|number| self.placed(value, number)).or_else(|| {
            let zh = format!("{right} 的整数");
            self.unfit(value, key, &zh, &format!("a whole number, {right}"))
        })
    }

    /// `2021-06-21T10:00`, as a string or as TOML's own; with no offset, since times are of the house.
    pub(crate) fn moment(&self, key: &'static str) -> Option<Placed<DateTime>> {
        let value = self.value(key)?;
        let read = plain(value).filter(|said| !has_offset(said)).and_then(|said| said.parse().ok());
        read.map(|moment| self.placed(value, moment)).or_else(|| {
            self.unfit(
                value,
                key,
                "会场当地的时间，不写时差，如 2021-06-21T10:00",
                "a time of the house without an offset, such as 2021-06-21T10:00",
            )
        })
    }

    /// `2021-06-22`, as a string or as TOML's own.
    pub(crate) fn date(&self, key: &'static str) -> Option<Placed<Date>> {
        let value = self.value(key)?;
        let read = plain(value).and_then(|said| said.parse().ok());
        let found = read.map(|date| self.placed(value, date));
        found.or_else(|| self.unfit(value, key, "日期，如 2021-06-22", "a date, such as 2021-06-22"))
    }

    /// `08:00-22:00`.
    pub(crate) fn hour_span(&self, key: &'static str) -> Option<(Time, Time)> {
        let value = self.value(key)?;
        let read = value.get_ref().as_str().and_then(hours);
        read.or_else(|| self.unfit(value, key, "08:00-22:00", "08:00-22:00"))
    }

    /// Stretches of a day; those that fit.
    pub(crate) fn hour_spans(&self, key: &'static str) -> Vec<(Time, Time)> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            let right = "[\"08:00-12:00\", \"13:00-18:00\"]";
            return self.unfit(value, key, right, right).unwrap_or_default();
        };
        let read = |one: Spot<'a>| {
            let span = one.get_ref().as_str().and_then(hours);
            span.or_else(|| self.unfit(one, key, "08:00-22:00", "08:00-22:00"))
        };
        list.iter().filter_map(read).collect()
    }

    /// Everything that stands under names of the file's own.
    pub(crate) fn entries(self) -> Vec<Entry> {
        let entry = |(key, value): (&'a Spanned<_>, Spot<'a>)| {
            let name: &std::borrow::Cow<'_, str> = key.get_ref();
            Entry {
                name: name.trim().to_owned(),
                offset: key.span().start,
                said: plain(value).unwrap_or_default(),
                said_offset: value.span().start,
            }
        };
        self.table.iter().map(entry).collect()
    }

    /// `"…"` or `{ zh = "…", en = "…" }`; empty when nothing is said.
    pub(crate) fn wording(&self, key: &'static str) -> Text {
        let Some(value) = self.value(key) else { return Text::default() };
        let unfit = || {
            self.unfit(
                value,
                key,
                "引号中的文字，或 { zh = \"…\", en = \"…\" }",
                "words in quotation marks, or { zh = \"…\", en = \"…\" }",
            )
            .unwrap_or_default()
        };
        match value.get_ref() {
            DeValue::String(words) => Text::single(words),
            DeValue::Table(table) => {
                let mut wordings = [String::new(), String::new()];
                for (lang, words) in table {
                    let place = match lang.get_ref().as_ref() {
                        "zh" => 0,
                        "en" => 1,
                        _ => return unfit(),
                    };
                    let DeValue::String(words) = words.get_ref() else { return unfit() };
                    words.trim().clone_into(&mut wordings[place]);
                }
                Text::from_wordings(&wordings[0], &wordings[1], None)
            }
            _ => unfit(),
        }
    }

    pub(crate) fn number(&self, key: &'static str) -> Option<f64> {
        let value = self.value(key)?;
        number(value).or_else(|| self.unfit(value, key, "一个数", "a number"))
    }

    pub(crate) fn year(&self, key: &'static str) -> Option<i32> {
        let value = self.value(key)?;
        year(value).or_else(|| self.unfit(value, key, "年份，如 2021", "a year, such as 2021"))
    }

    pub(crate) fn years(&self, key: &'static str) -> Vec<i32> {
        self.list(key, "年份的列表，如 [2020, 2021]", "a list of years, such as [2020, 2021]", year)
    }

    pub(crate) fn numbers(&self, key: &'static str) -> Vec<f64> {
        self.list(key, "数的列表，如 [1, 2.5]", "a list of numbers, such as [1, 2.5]", number)
    }

    pub(crate) fn words(&self, key: &'static str) -> Vec<String> {
        let (zh, en) = WORDS;
        self.list(key, zh, en, word_of)
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

    /// Rows of numbers.
    pub(crate) fn table_of_numbers(&self, key: &'static str) -> Vec<Vec<f64>> {
        self.list(
            key,
            "由数组成的行，如 [[1, 3], [0.5, 1]]",
            "rows of numbers, such as [[1, 3], [0.5, 1]]",
            |row| row.get_ref().as_array()?.iter().map(number).collect(),
        )
    }

    fn list<T>(&self, key: &'static str, zh: &str, en: &str, read: impl Fn(Spot<'a>) -> Option<T>) -> Vec<T> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let read = |list: &'a DeValue<'a>| list.as_array()?.iter().map(&read).collect::<Option<Vec<T>>>();
        read(value.get_ref()).or_else(|| self.unfit(value, key, zh, en)).unwrap_or_default()
    }

    pub(crate) fn flag(&self, key: &'static str) -> bool {
        let Some(value) = self.value(key) else { return false };
        match value.get_ref() {
            DeValue::Boolean(flag) => *flag,
            _ => self.unfit(value, key, "true 或 false", "true or false").unwrap_or(false),
        }
    }

    /// One of a few words; the usual one is what the type's default is.
    pub(crate) fn choice<T: Clone + Default>(&self, key: &'static str, words: &[(&str, T)]) -> T {
        self.choice_or(key, words, T::default())
    }

    pub(crate) fn choice_or<T: Clone>(&self, key: &'static str, words: &[(&str, T)], usual: T) -> T {
        let Some(value) = self.value(key) else { return usual };
        let found = value.get_ref().as_str().and_then(|said| words.iter().find(|(word, _)| *word == said));
        if let Some((_, choice)) = found {
            return choice.clone();
        }
        let all: Vec<String> = words.iter().map(|(word, _)| format!("\"{word}\"")).collect();
        let _noted: Option<()> = self.unfit(value, key, &all.join("、"), &all.join(", "));
        usual
    }

    /// Words to objects: `{ region = "north" }`.
    pub(crate) fn pairs(&self, key: &'static str) -> Vec<(String, String)> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let read = |table: &'a DeTable<'a>| {
            let pair = |(key, value): (&'a Spanned<_>, Spot<'a>)| {
                let key: &std::borrow::Cow<'_, str> = key.get_ref();
                Some((key.trim().to_owned(), value.get_ref().as_str()?.trim().to_owned()))
            };
            table.iter().map(pair).collect::<Option<Vec<_>>>()
        };
        let found = value.get_ref().as_table().and_then(read);
        found
            .or_else(|| self.unfit(value, key, "{ 名称 = \"文字\" }", "{ name = \"words\" }"))
            .unwrap_or_default()
    }

    pub(crate) fn table(&self, key: &'static str, called: &'static str) -> Option<Self> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::Table(table) => Some(Self::of(table, value.span().start, called, self.mistakes)),
            _ => self.unfit(value, key, "一节，如 { … }", "a table, such as { … }"),
        }
    }

    pub(crate) fn tables(&self, key: &'static str, called: &'static str) -> Vec<Self> {
        let Some(value) = self.value(key) else { return Vec::new() };
        self.tables_of(value, key, called).unwrap_or_default()
    }

    /// Tables under names that the file chooses: `[rates.USD]`.
    pub(crate) fn named(&self, key: &'static str, called: &'static str) -> Vec<(String, Self)> {
        self.table(key, called).map(|table| table.inner(called)).unwrap_or_default()
    }

    /// The tables in this one, whatever they are called; anything else in it is a mistake.
    pub(crate) fn inner(&self, called: &'static str) -> Vec<(String, Self)> {
        let mut all = Vec::new();
        for (name, value) in self.table {
            if let Some(inner) = value.get_ref().as_table() {
                let one = Self::of(inner, name.span().start, called, self.mistakes);
                all.push((name.get_ref().to_string(), one));
                continue;
            }
            let _noted: Option<()> =
                self.unfit(value, name.get_ref(), "一节，如 { … }", "a table, such as { … }");
        }
        all
    }

    /// Lists of tables.
    pub(crate) fn lists_of_tables(&self, key: &'static str, called: &'static str) -> Vec<Vec<Self>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let Some(lists) = value.get_ref().as_array() else {
            let _noted: Option<()> = self.unfit(value, key, "[[{ … }], []]", "[[{ … }], []]");
            return Vec::new();
        };
        lists.iter().filter_map(|list| self.tables_of(list, key, called)).collect()
    }

    fn tables_of(&self, value: Spot<'a>, key: &'static str, called: &'static str) -> Option<Vec<Self>> {
        let table = |one: Spot<'a>| {
            Some(Self::of(one.get_ref().as_table()?, one.span().start, called, self.mistakes))
        };
        let found = value.get_ref().as_array().and_then(|all| all.iter().map(table).collect());
        found.or_else(|| self.unfit(value, key, "若干节 [[…]]", "tables, each headed [[…]]"))
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

/// What a list of words should be.
const WORDS: (&str, &str) = ("文字的列表，如 [\"a\", \"b\"]", "a list of words, such as [\"a\", \"b\"]");

fn word_of(value: &Spanned<DeValue<'_>>) -> Option<String> {
    value.get_ref().as_str().map(|words| words.trim().to_owned())
}

fn whole(value: &Spanned<DeValue<'_>>) -> Option<u32> {
    let DeValue::Integer(whole) = value.get_ref() else { return None };
    (whole.radix() == 10).then(|| whole.as_str().parse().ok()).flatten()
}

/// A text, number or time as it would be written by hand.
fn plain(value: &Spanned<DeValue<'_>>) -> Option<String> {
    match value.get_ref() {
        DeValue::String(words) => Some(words.trim().to_owned()),
        DeValue::Integer(whole) => Some(whole.as_str().to_owned()),
        DeValue::Datetime(moment) => Some(moment.to_string()),
        _ => None,
    }
}

/// An offset would be passed over otherwise, and something be put hours away from what was meant.
fn has_offset(said: &str) -> bool {
    Pieces::parse(said).is_ok_and(|pieces| pieces.offset().is_some())
}

/// `08:00-22:00`.
pub(crate) fn hours(said: &str) -> Option<(Time, Time)> {
    let (from, till) = said.split_once('-')?;
    let (from, till): (Time, Time) = (from.trim().parse().ok()?, till.trim().parse().ok()?);
    (from != till).then_some((from, till))
}

fn number(value: &Spanned<DeValue<'_>>) -> Option<f64> {
    let said = match value.get_ref() {
        DeValue::Integer(whole) if whole.radix() == 10 => whole.as_str(),
        DeValue::Float(float) => float.as_str(),
        _ => return None,
    };
    said.parse().ok().filter(|number: &f64| number.is_finite())
}

fn year(value: &Spanned<DeValue<'_>>) -> Option<i32> {
    let DeValue::Integer(whole) = value.get_ref() else { return None };
    whole.as_str().parse().ok().filter(|year| (1..=9999).contains(year))
}
