//! Words that stand at one end of a stretch of text, asked for all at once: most texts end and begin with a letter that no such word has
//! there, and are done with at one look.

/// Some words of one meaning.
#[derive(Debug)]
pub(super) struct Words<const COUNT: usize> {
    all: [&'static str; COUNT],
    /// The bytes that they begin with, and those that they end with, in either case.
    firsts: Bytes,
    lasts: Bytes,
}

impl<const COUNT: usize> Words<COUNT> {
    /// Words none of which is empty.
    pub(super) const fn new(words: [&'static str; COUNT]) -> Self {
        let (mut firsts, mut lasts) = (Bytes::NONE, Bytes::NONE);
        let mut at = 0;
        while at < COUNT {
            let word = words[at].as_bytes();
            firsts = firsts.and(word[0]);
            lasts = lasts.and(word[word.len() - 1]);
            at += 1;
        }
        Self { all: words, firsts, lasts }
    }

    /// Whether a text ends with one of them.
    pub(super) fn end(&self, text: &str) -> bool {
        self.may_end(text) && self.all.iter().any(|word| text.ends_with(word))
    }

    /// Whether a text begins with one of them.
    pub(super) fn open(&self, text: &str) -> bool {
        self.may_open(text) && self.all.iter().any(|word| text.starts_with(word))
    }

    /// Whether a text ends with one of them, be its Latin letters large or small.
    pub(super) fn end_in_any_case(&self, text: &str) -> bool {
        self.may_end(text) && self.all.iter().any(|word| ends_in_any_case(text, word))
    }

    /// Whether a text begins with one of them, be its Latin letters large or small.
    pub(super) fn open_in_any_case(&self, text: &str) -> bool {
        let begins = |word: &&str| {
            text.as_bytes().get(..word.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(word.as_bytes()))
        };
        self.may_open(text) && self.all.iter().any(begins)
    }

    fn may_open(&self, text: &str) -> bool {
        text.as_bytes().first().is_some_and(|first| self.firsts.hold(*first))
    }

    fn may_end(&self, text: &str) -> bool {
        text.as_bytes().last().is_some_and(|last| self.lasts.hold(*last))
    }
}

fn ends_in_any_case(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let end = text.len().checked_sub(word.len()).map(|start| &text[start..]);
    end.is_some_and(|end| end.eq_ignore_ascii_case(word))
}

/// A set of bytes.
#[derive(Debug, Clone, Copy)]
struct Bytes([u64; 4]);

impl Bytes {
    const NONE: Self = Self([0; 4]);

    /// These and one more, as a capital and as a small letter.
    const fn and(self, byte: u8) -> Self {
        let mut sets = self.0;
        let both = [byte.to_ascii_lowercase(), byte.to_ascii_uppercase()];
        sets[(both[0] >> 6) as usize] |= 1 << (both[0] & 63);
        sets[(both[1] >> 6) as usize] |= 1 << (both[1] & 63);
        Self(sets)
    }

    fn hold(self, byte: u8) -> bool {
        self.0[usize::from(byte >> 6)] >> (byte & 63) & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static WORDS: Words<3> = Words::new(["up from", "其中", "today:"]);

    #[test]
    fn words_are_asked_for_at_either_end_of_a_text() {
        assert!(WORDS.end("was up from") && WORDS.end("，其中"));
        assert!(!WORDS.end("was Up From") && WORDS.end_in_any_case("was Up From"));
        assert!(WORDS.open("up from 78") && WORDS.open("其中78"));
        assert!(!WORDS.open("Today: 78") && WORDS.open_in_any_case("Today: 78"));
        assert!(!WORDS.end("") && !WORDS.open("") && !WORDS.open_in_any_case("其"));
    }
}
