//! Words that stand at one end of a stretch of text, asked for all at once: most texts end and begin with two bytes that no such word has
//! there, and are done with at one look.

/// Some words of one meaning.
#[derive(Debug)]
pub(in crate::lint) struct Words<const COUNT: usize> {
    all: [&'static str; COUNT],
    /// What they begin with, and what they end with, in either case.
    firsts: Pairs,
    lasts: Pairs,
}

impl<const COUNT: usize> Words<COUNT> {
    /// Words none of which is empty.
    pub(in crate::lint) const fn new(words: [&'static str; COUNT]) -> Self {
        let (mut firsts, mut lasts) = (Pairs::NONE, Pairs::NONE);
        let mut at = 0;
        while at < COUNT {
            let word = words[at].as_bytes();
            firsts = if word.len() > 1 { firsts.and(word[1], word[0]) } else { firsts.and_any(word[0]) };
            lasts = match word {
                [.., before, last] => lasts.and(*last, *before),
                _ => lasts.and_any(word[0]),
            };
            at += 1;
        }
        Self { all: words, firsts, lasts }
    }

    /// Whether a text ends with one of them.
    #[inline]
    pub(in crate::lint) fn end(&self, text: &str) -> bool {
        self.may_end(text) && self.do_end(text)
    }

    /// Whether a text begins with one of them.
    #[inline]
    pub(in crate::lint) fn open(&self, text: &str) -> bool {
        self.may_open(text) && self.do_open(text)
    }

    /// Whether a text is one of them.
    #[inline]
    pub(in crate::lint) fn are(&self, text: &str) -> bool {
        self.may_end(text) && self.all.contains(&text)
    }

    /// Whether a text ends with one of them, be its Latin letters large or small.
    #[inline]
    pub(in crate::lint) fn end_in_any_case(&self, text: &str) -> bool {
        self.may_end(text) && self.do_end_in_any_case(text)
    }

    /// Whether a text begins with one of them, be its Latin letters large or small.
    #[inline]
    pub(in crate::lint) fn open_in_any_case(&self, text: &str) -> bool {
        self.may_open(text) && self.do_open_in_any_case(text)
    }

    /// How many bytes of a text are the longest of them that it ends with, be its Latin letters large or small.
    pub(in crate::lint) fn length_at_end(&self, text: &str) -> usize {
        let ends = self.all.iter().filter(|word| ends_in_any_case(text, word));
        ends.map(|word| word.len()).max().unwrap_or(0)
    }

    // What comes behind the one look is seldom asked, and kept out of the way of whoever asks.

    #[inline(never)]
    fn do_end(&self, text: &str) -> bool {
        let last = text.as_bytes().last();
        self.all.iter().any(|word| word.as_bytes().last() == last && text.ends_with(word))
    }

    #[inline(never)]
    fn do_open(&self, text: &str) -> bool {
        let first = text.as_bytes().first();
        self.all.iter().any(|word| word.as_bytes().first() == first && text.starts_with(word))
    }

    #[inline(never)]
    fn do_end_in_any_case(&self, text: &str) -> bool {
        self.all.iter().any(|word| ends_in_any_case(text, word))
    }

    #[inline(never)]
    fn do_open_in_any_case(&self, text: &str) -> bool {
        let begins = |word: &&str| {
            text.as_bytes().get(..word.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(word.as_bytes()))
        };
        self.all.iter().any(begins)
    }

    #[inline]
    fn may_open(&self, text: &str) -> bool {
        match text.as_bytes() {
            [first, second, ..] => self.firsts.hold(*second, *first) || self.firsts.hold_alone(*first),
            rest => !rest.is_empty(),
        }
    }

    #[inline]
    fn may_end(&self, text: &str) -> bool {
        match text.as_bytes() {
            [.., before, last] => self.lasts.hold(*last, *before) || self.lasts.hold_alone(*last),
            rest => !rest.is_empty(),
        }
    }
}

fn ends_in_any_case(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let end = text.len().checked_sub(word.len()).map(|start| &text[start..]);
    end.is_some_and(|end| end.eq_ignore_ascii_case(word))
}

/// A set of pairs of bytes, of which it knows eight bits: enough to tell letters apart, be they of one byte or of three, and too few to tell a
/// capital from its small letter.
#[derive(Debug, Clone, Copy)]
struct Pairs {
    pairs: [u64; 4],
    /// The bytes that a word is all of.
    alone: u32,
}

impl Pairs {
    const NONE: Self = Self { pairs: [0; 4], alone: 0 };

    /// These and one more.
    const fn and(mut self, one: u8, other: u8) -> Self {
        let slot = Self::slot(one, other);
        self.pairs[(slot >> 6) as usize] |= 1 << (slot & 63);
        self
    }

    /// These and a byte with whatever stands beside it.
    const fn and_any(mut self, byte: u8) -> Self {
        self.alone |= 1 << (byte & 31);
        self
    }

    #[inline]
    const fn slot(one: u8, other: u8) -> u8 {
        one & 31 | (other & 7) << 5
    }

    #[inline]
    fn hold(self, one: u8, other: u8) -> bool {
        let slot = Self::slot(one, other);
        self.pairs[usize::from(slot >> 6)] >> (slot & 63) & 1 == 1
    }

    #[inline]
    fn hold_alone(self, byte: u8) -> bool {
        self.alone >> (byte & 31) & 1 == 1
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
