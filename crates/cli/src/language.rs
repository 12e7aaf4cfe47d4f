//! In which language the terminal speaks.

use clap::ValueEnum;
use festoon_domain::text::Lang;
use festoon_guide::clash_report::Both;

/// A language, as an argument.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Tongue {
    Zh,
    En,
}

impl Tongue {
    /// The language it is.
    pub(crate) const fn lang(self) -> Lang {
        match self {
            Self::Zh => Lang::Zh,
            Self::En => Lang::En,
        }
    }
}

/// The language of the person at the terminal.
pub(crate) fn of_terminal() -> Lang {
    lang_of_locale(|name| std::env::var(name).ok())
}

/// A sentence of a command in both languages.
pub(crate) fn both(zh: impl Into<String>, en: impl Into<String>) -> Both {
    Both { zh: zh.into(), en: en.into() }
}

/// The language of the terminal: Chinese for any `zh…`, else English.
fn lang_of_locale(variable: impl Fn(&str) -> Option<String>) -> Lang {
    let set =
        ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(variable).find(|value| !value.is_empty());
    match set {
        Some(locale) if locale.to_ascii_lowercase().starts_with("zh") => Lang::Zh,
        _ => Lang::En,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_the_terminals_unless_it_is_neither() {
        let lang = |set: &'static [(&str, &str)]| {
            lang_of_locale(|name| {
                set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
            })
        };
        assert_eq!(lang(&[("LANG", "zh_CN.UTF-8")]), Lang::Zh);
        assert_eq!(lang(&[("LC_ALL", ""), ("LANG", "zh_TW")]), Lang::Zh);
        assert_eq!(lang(&[("LC_ALL", "C.UTF-8"), ("LANG", "zh_CN.UTF-8")]), Lang::En);
        assert_eq!(lang(&[("LANG", "fr_FR.UTF-8")]), Lang::En);
        assert_eq!(lang(&[]), Lang::En);
    }
}
