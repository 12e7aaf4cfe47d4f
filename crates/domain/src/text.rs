//! Text in two languages, and whether the translation still says what the original says.
//!
//! Chinese and English are equal: neither is "the" text and the other an attachment.
//! What a translation knows is which wording it was made from, so that a later change of the original shows as
//! *stale* instead of as nothing.
//! The price is eight bytes a translated text.

mod fold;

use crate::choice::choices;
pub use fold::{fold, is_mostly_chinese};

/// One of the two languages every page, message and print exists in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {
    /// Simplified Chinese.
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Both languages, Chinese first.
    pub const BOTH: [Self; 2] = [Self::Zh, Self::En];

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }

    /// As it stands in an address: `zh` or `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }

    /// As it stands in an HTML `lang` attribute: `zh-CN` or `en`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// Reads `zh` or `en`, as in an address.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "zh" => Some(Self::Zh),
            "en" => Some(Self::En),
            _ => None,
        }
    }
}

choices! { Lang {
    Zh "zh" "中文" "Chinese",
    En "en" "英文" "English",
} }

/// Whether a reader of one language is served by a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Translation {
    /// There, and made from the original as it stands.
    Current,
    /// There, but the original has changed since.
    Stale,
    /// Not there; a page shows the other language and says so.
    Missing,
}

/// A text that exists in Chinese, in English, in both, or not yet at all.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Text {
    zh: Box<str>,
    en: Box<str>,
    stale: Option<Lang>,
}

impl Text {
    /// Takes both wordings as given; a wording of white space alone counts as absent.
    ///
    /// The same words in both languages are *not* two wordings: systems that demand both get the one copied.
    /// They are kept for the language they are written in.
    #[must_use]
    pub fn new(zh: &str, en: &str) -> Self {
        let (zh, en) = (zh.trim(), en.trim());
        if zh == en && !zh.is_empty() {
            return Self::single(zh);
        }
        Self { zh: zh.into(), en: en.into(), stale: None }
    }

    /// Both wordings exactly as given but for white space around them, and which of them is made from an older original;
    /// for texts that were checked before and must come back equal.
    #[must_use]
    pub fn from_wordings(zh: &str, en: &str, stale: Option<Lang>) -> Self {
        Self { zh: zh.trim().into(), en: en.trim().into(), stale }
    }

    /// A wording of unknown language: Chinese if it has Chinese characters in any weight, else English.
    #[must_use]
    pub fn single(wording: &str) -> Self {
        let lang = if is_mostly_chinese(wording) { Lang::Zh } else { Lang::En };
        Self::in_language(lang, wording)
    }

    /// A wording in a known language; the other is missing.
    #[must_use]
    pub fn in_language(lang: Lang, wording: &str) -> Self {
        let mut text = Self::default();
        match lang {
            Lang::Zh => text.zh = wording.trim().into(),
            Lang::En => text.en = wording.trim().into(),
        }
        text
    }

    /// The same text, its wording in `lang` marked as made from an older original.
    #[must_use]
    pub fn with_stale(mut self, lang: Lang) -> Self {
        self.stale = Some(lang);
        self
    }

    /// The language whose wording is made from an older original.
    #[must_use]
    pub const fn stale(&self) -> Option<Lang> {
        self.stale
    }

    /// The wording in `lang`, empty when missing.
    #[must_use]
    pub fn wording(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }

    /// What a reader of `lang` is shown, with the language it is in: the other wording where theirs is missing.
    #[must_use]
    pub fn shown(&self, lang: Lang) -> (&str, Lang) {
        let own = self.wording(lang);
        if own.is_empty() { (self.wording(lang.other()), lang.other()) } else { (own, lang) }
    }

    /// The words alone of [`Self::shown`].
    #[must_use]
    pub fn read(&self, lang: Lang) -> &str {
        self.shown(lang).0
    }

    /// Neither language has a wording.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.zh.is_empty() && self.en.is_empty()
    }

    /// How a reader of `lang` is served.
    #[must_use]
    pub fn translation(&self, lang: Lang) -> Translation {
        if self.wording(lang).is_empty() {
            Translation::Missing
        } else if self.stale == Some(lang) {
            Translation::Stale
        } else {
            Translation::Current
        }
    }

    /// Fills what is missing from another text about the same thing; what is there stays.
    pub fn fill_from(&mut self, other: &Self) {
        if self.zh.is_empty() {
            self.zh = other.zh.clone();
        }
        if self.en.is_empty() {
            self.en = other.en.clone();
        }
        if self.stale.is_none() {
            self.stale = other.stale;
        }
    }
}

#[cfg(test)]
mod tests;
