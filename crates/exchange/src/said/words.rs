//! Words: texts, lists of them, a wording in two languages, one of a few words, and names that the file chooses.

use festoon_domain::text::Text;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::values::plain;
use super::{Entry, Said, Spot, Word};

impl<'a> Said<'a> {
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

    pub(crate) fn words(&self, key: &'static str) -> Vec<String> {
        let (zh, en) = WORDS;
        self.list(key, zh, en, word_of)
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
}

/// What a list of words should be.
const WORDS: (&str, &str) = ("文字的列表，如 [\"a\", \"b\"]", "a list of words, such as [\"a\", \"b\"]");

fn word_of(value: &Spanned<DeValue<'_>>) -> Option<String> {
    value.get_ref().as_str().map(|words| words.trim().to_owned())
}
