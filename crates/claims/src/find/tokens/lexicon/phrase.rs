//! Words and phrases in Latin letters, behind their first word.

/// What stands behind one first word in each phrase that has it.
#[derive(Debug, Clone)]
pub(super) struct Phrases<T> {
    /// The longest first.
    all: Vec<Phrase<T>>,
    /// Which of them are the word alone: those from here on.
    alone: usize,
    /// For the letters that the second words of the others begin with, the bits of their marks; where any sign may be, all of them.
    seconds: u64,
}

impl<T> Phrases<T> {
    pub(super) fn new(mut all: Vec<Phrase<T>>) -> Self {
        all.sort_by_key(|phrase| std::cmp::Reverse(phrase.letters.len()));
        let alone = all.partition_point(|phrase| !phrase.letters.is_empty());
        let seconds = all[..alone].iter().map(|phrase| second(phrase.letters.as_bytes()));
        Self { alone, seconds: seconds.fold(0, |all, mark| all | mark), all }
    }

    /// The phrases that a text may go on with behind their first word, but for that word alone.
    #[inline]
    pub(super) fn likely(&self, behind: &[u8]) -> impl Iterator<Item = &Phrase<T>> {
        let some = self.seconds != 0 && second(behind) & self.seconds != 0;
        let (count, opening) = if some { (self.alone, Opening::of(behind)) } else { (0, Opening::ANY) };
        self.all[..count].iter().filter(move |phrase| phrase.opening.may_be(opening))
    }

    /// The word alone, as often as it has a meaning.
    #[inline]
    pub(super) fn alone(&self) -> &[Phrase<T>] {
        &self.all[self.alone..]
    }
}

/// The mark of what stands behind a first word: one bit, by the letter behind a blank; all bits where the blank may be longer or there is none.
#[inline]
fn second(behind: &[u8]) -> u64 {
    match behind {
        [b' ', letter, ..] if letter.is_ascii_alphanumeric() => 1 << (letter.to_ascii_lowercase() & 63),
        // A sentence goes on with no word that a phrase might have.
        [b',' | b'.' | b';' | b':' | b')', b' ', ..] => 1 << 63,
        _ => u64::MAX,
    }
}

/// What stands behind the first word of a phrase, in small letters, and its first two letters, by which most that do not fit are told.
#[derive(Debug, Clone)]
pub(super) struct Phrase<T> {
    pub(super) opening: Opening,
    pub(super) letters: Box<str>,
    pub(super) meaning: T,
}

/// The first two letters of what stands behind a word, and the bits of them that are compared.
#[derive(Debug, Clone, Copy)]
pub(super) struct Opening {
    letters: u16,
    mask: u16,
}

impl Opening {
    const ANY: Self = Self { letters: 0, mask: 0 };

    /// Of what stands behind a word. A blank that is no single byte may be any; so may what is beyond the end.
    pub(super) fn of(behind: &[u8]) -> Self {
        const WIDE: u8 = 0xC2;
        let letter = |at: usize| match behind.get(at).copied() {
            None | Some(WIDE) => (0, 0),
            Some(b'\n' | b'\t') => (b' ', u8::MAX),
            Some(byte) => (byte.to_ascii_lowercase(), u8::MAX),
        };
        let (first, second) = (letter(0), letter(1));
        // What stands behind a blank of two bytes is not the second letter.
        let second = if first.1 == 0 { (0, 0) } else { second };
        Self {
            letters: u16::from_le_bytes([first.0, second.0]),
            mask: u16::from_le_bytes([first.1, second.1]),
        }
    }

    pub(super) fn may_be(self, other: Self) -> bool {
        (self.letters ^ other.letters) & self.mask & other.mask == 0
    }
}

/// How long the first word of `text` is in bytes.
pub(crate) fn first_word(text: &str) -> usize {
    let ascii = text.starts_with(|first: char| first.is_ascii_alphabetic());
    let end = text.bytes().position(|byte| !(byte.is_ascii_alphabetic() || byte >= 0x80 && !ascii));
    match end {
        // What begins with a sign, such as "+", is a word by itself.
        Some(0) => text.chars().next().map_or(0, char::len_utf8),
        Some(end) => end,
        None => text.len(),
    }
}

/// How many bytes of the text at `at`, behind a first word, are the rest of its phrase, which must end where a word does.
pub(super) fn fits(phrase: &str, text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut here = at;
    for wanted in phrase.bytes() {
        let found = *bytes.get(here)?;
        let blank = wanted == b' ' && (found == b' ' || found == b'\n' || found == b'\t');
        let no_break = wanted == b' ' && bytes[here..].starts_with("\u{a0}".as_bytes());
        if no_break {
            here += 2;
        } else if blank || found.to_ascii_lowercase() == wanted {
            here += 1;
        } else {
            return None;
        }
    }
    let behind = bytes.get(here).copied().unwrap_or(b' ');
    let letter = phrase.bytes().last().is_some_and(|byte| byte.is_ascii_alphabetic());
    (!(letter && behind.is_ascii_alphabetic())).then_some(here - at)
}
