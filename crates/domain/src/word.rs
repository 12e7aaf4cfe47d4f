//! Words of a list of choices, as they stand in files, tables and the journal: once, in both directions.

/// Gives an enum its words: `word`, `from_word`, and `WORDS`, all of them for somebody who wrote another.
macro_rules! words {
    ($type:ident: $first:ident = $first_word:literal $(, $variant:ident = $word:literal)* $(,)?) => {
        impl $type {
            /// Every word there is, for somebody who wrote another.
            pub const WORDS: &'static str = concat!($first_word $(, " / ", $word)*);

            /// Its word in files and tables; never changed, because an old release still says it.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self {
                    Self::$first => $first_word,
                    $(Self::$variant => $word,)*
                }
            }

            /// What a word stands for.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word {
                    $first_word => Some(Self::$first),
                    $($word => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }
    };
}

pub(crate) use words;
