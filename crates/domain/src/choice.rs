//! Lists of few values, each with a word in files and a name for people.
//!
//! The word is kept for ever: folders, stores and old releases hold it. The name may be said better any day.
//! Both stand beside the values, so that a new value without them does not compile.

use crate::text::Lang;

/// One of a few values.
pub trait Choice: Copy + 'static {
    /// All of them, in the order in which they are offered.
    const ALL: &'static [Self];
    /// Their words, for saying what would be right: `fact / sample`.
    const RIGHT: &'static str;

    /// Its word in files.
    fn word(self) -> &'static str;

    /// What people call it.
    fn called(self, lang: Lang) -> &'static str;

    /// The value of a word.
    #[must_use]
    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|choice| choice.word() == word)
    }
}

/// Gives an enum its words: value, word, name in Chinese, name in English.
macro_rules! choices {
    ($type:ty { $first:ident $first_word:literal $first_zh:literal $first_en:literal
        $(, $value:ident $word:literal $zh:literal $en:literal)* $(,)? }) => {
        impl $crate::choice::Choice for $type {
            const ALL: &'static [Self] = &[Self::$first $(, Self::$value)*];
            const RIGHT: &'static str = concat!($first_word $(, " / ", $word)*);

            fn word(self) -> &'static str {
                match self {
                    Self::$first => $first_word,
                    $(Self::$value => $word,)*
                }
            }

            fn called(self, lang: $crate::text::Lang) -> &'static str {
                let (zh, en) = match self {
                    Self::$first => ($first_zh, $first_en),
                    $(Self::$value => ($zh, $en),)*
                };
                match lang {
                    $crate::text::Lang::Zh => zh,
                    $crate::text::Lang::En => en,
                }
            }
        }
    };
}

pub(crate) use choices;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::SessionKind;
    use crate::week::Provenance;

    #[test]
    fn every_value_comes_back_from_its_word() {
        for kind in SessionKind::ALL {
            assert_eq!(SessionKind::from_word(kind.word()), Some(*kind));
        }
        assert_eq!(SessionKind::from_word("gala"), None);
        assert_eq!(Provenance::RIGHT, "fact / sample");
    }
}
