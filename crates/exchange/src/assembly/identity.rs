//! Identities that last: the same file read twice gives the same ones.

use std::collections::{HashMap, HashSet};
use std::num::NonZeroU32;

use festoon_domain::text::{Lang, Text};
use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;

/// What all identities derived here are derived under. Never to be changed: calendars and apps keep what came of it.
const NAMESPACE: Uuid = Uuid::from_u128(0x6f1c_0e7a_52d4_5b8e_9a37_c1f0_2d8b_4e65);

/// The identity of what these words describe together.
pub(crate) fn derive(words: &[&str]) -> Uuid {
    // Each word's length goes in front, so that no two lists of words run together to the same bytes.
    let mut bytes = Vec::with_capacity(words.iter().map(|word| word.len() + 4).sum());
    for word in words {
        bytes.extend_from_slice(word.len().to_string().as_bytes());
        bytes.push(b':');
        bytes.extend_from_slice(word.as_bytes());
    }
    Uuid::new_v5(&NAMESPACE, &bytes)
}

/// A number that every app can hold: some keep it in 32 bits with a sign.
pub(crate) fn number(id: &str) -> Option<NonZeroU32> {
    let number: u32 = id.parse().ok()?;
    NonZeroU32::new(number).filter(|number| i32::try_from(number.get()).is_ok())
}

/// A file's name without its ending.
pub(crate) fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem })
}

/// Names in addresses and files, each given once.
#[derive(Debug, Default)]
pub(super) struct Keys {
    taken: HashSet<String>,
    /// How often a key was wanted that was taken: a hundred thousand sessions may be called the same.
    wanted: HashMap<String, u32>,
}

impl Keys {
    /// Notes a key that was given elsewhere.
    pub(super) fn take(&mut self, key: &str) {
        self.taken.insert(key.to_owned());
    }

    /// Takes a key that a file states already, unless something has it.
    pub(super) fn wish(&mut self, key: &str) -> bool {
        self.taken.insert(key.to_owned())
    }

    /// A key from the English wording, else from a stable hash: ASCII, at least four characters, unlike all before.
    pub(super) fn give(&mut self, prefix: &str, name: &Text, context: &str) -> String {
        let slug = slug(name.wording(Lang::En));
        let plain = if slug.len() >= 4 {
            slug
        } else {
            let hash = derive(&[prefix, context, name.wording(Lang::Zh), name.wording(Lang::En)]);
            format!("{prefix}-{}", &hash.simple().to_string()[..8])
        };
        if self.taken.insert(plain.clone()) {
            return plain;
        }
        let hash =
            derive(&[prefix, context, name.wording(Lang::Zh), name.wording(Lang::En)]).simple().to_string();
        let base = format!("{plain}-{}", &hash[..6]);
        if self.taken.insert(base.clone()) {
            return base;
        }
        let more = self.wanted.entry(base.clone()).or_insert(1);
        loop {
            *more += 1;
            let key = format!("{base}-{more}");
            if self.taken.insert(key.clone()) {
                return key;
            }
        }
    }
}

/// Whether a word can be a key as it stands: small letters, digits and hyphens, beginning with a letter, no UUID.
pub(super) fn is_key(word: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (4..=60).contains(&word.len())
        && word.bytes().all(fits)
        && word.as_bytes()[0].is_ascii_lowercase()
        && Uuid::try_parse(word).is_err()
}

/// ASCII letters and digits with single hyphens between, at most sixty; accents are dropped, other scripts left out.
fn slug(words: &str) -> String {
    const LONGEST: usize = 60;
    let mut slug = String::new();
    for c in words.nfkd() {
        if slug.len() >= LONGEST {
            break;
        }
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') && !is_mark(c) && c != '\'' && c != '’' {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_ascii_never_empty_and_never_twice() {
        let mut keys = Keys::default();
        let chinese = Text::single("未来科学城");
        let first = keys.give("venue", &chinese, "");
        assert!(first.starts_with("venue-") && first.len() == 14, "{first}");
        assert_eq!(keys.give("venue", &Text::single("Café Übergröße, Hall 3"), ""), "cafe-ubergro-e-hall-3");
        assert_ne!(keys.give("venue", &chinese, ""), first);
        assert_eq!(keys.give("room", &Text::single("H1"), "").len(), 13);
    }

    #[test]
    fn words_do_not_run_together() {
        assert_ne!(derive(&["ab", "c"]), derive(&["a", "bc"]));
    }
}
