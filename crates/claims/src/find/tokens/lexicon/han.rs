//! Chinese words by their first character.

use super::heads::{HEAD, MASKS, head};

/// The characters that have a bucket of their own by number; all others go through the map.
pub(crate) const FIRST_HAN: u32 = 0x4E00;
pub(crate) const LAST_HAN: u32 = 0x9FFF;

/// How many bytes each of them takes.
pub(crate) const CHARACTER: usize = '一'.len_utf8();

/// Chinese words that begin with one character, the longest first.
#[derive(Debug, Clone)]
pub(super) struct Bucket<T> {
    pub(super) words: Vec<Word<T>>,
    /// Which of them are that character alone: those from here on.
    alone: usize,
    /// For the second characters of the others, the bits of their marks; most of a text have another.
    seconds: u64,
}

/// A Chinese word, and its first bytes as one number, by which nearly every word that does not fit is told.
#[derive(Debug, Clone)]
pub(super) struct Word<T> {
    head: u64,
    /// The bits of the head that are letters.
    mask: u64,
    pub(super) letters: Box<str>,
    pub(super) meaning: T,
}

impl<T> Bucket<T> {
    pub(super) fn empty() -> Self {
        Self { words: Vec::new(), alone: 0, seconds: 0 }
    }

    pub(super) fn finish(&mut self) {
        self.words.sort_by_key(|word| std::cmp::Reverse(word.letters.len()));
        self.alone = self.words.partition_point(|word| second(word.letters.as_bytes()).is_some());
        self.seconds = self
            .words
            .iter()
            .filter_map(|word| second(word.letters.as_bytes()))
            .fold(0, |all, mark| all | mark);
    }

    /// The marks of the second characters, and all where the first is a word alone.
    pub(super) fn marks(&self) -> u64 {
        if self.alone < self.words.len() { u64::MAX } else { self.seconds }
    }

    /// The words that a text may begin with, by its second character.
    #[inline]
    pub(super) fn likely(&self, text: &[u8]) -> &[Word<T>] {
        let some = second(text).is_some_and(|mark| self.seconds & mark != 0);
        &self.words[if some { 0 } else { self.alone }..]
    }
}

/// The mark of the second character of what begins with a common Chinese one: one bit, by its last byte.
#[inline]
pub(crate) fn second(text: &[u8]) -> Option<u64> {
    let last = match text.get(CHARACTER)? {
        ..0x80 => CHARACTER,
        ..0xE0 => CHARACTER + 1,
        ..0xF0 => CHARACTER + 2,
        _ => CHARACTER + 3,
    };
    text.get(last).map(|byte| 1 << (byte & 63))
}

impl<T> Word<T> {
    pub(super) fn new(letters: &str, meaning: T) -> Self {
        let mask = MASKS[letters.len().min(HEAD)];
        Self { head: head(letters.as_bytes()), mask, letters: letters.into(), meaning }
    }

    /// Whether a text begins with it, of which `head` are the first bytes.
    pub(super) fn begins(&self, text: &[u8], head: u64) -> bool {
        (head ^ self.head) & self.mask == 0
            && (self.letters.len() <= HEAD || text.starts_with(self.letters.as_bytes()))
    }
}

/// Which of the common Chinese characters one is.
pub(super) fn slot(first: char) -> Option<usize> {
    let code = u32::from(first);
    (FIRST_HAN..=LAST_HAN).contains(&code).then(|| (code - FIRST_HAN) as usize)
}

/// Which of them a text begins with.
#[inline]
pub(crate) fn common(text: &[u8]) -> Option<usize> {
    let [first @ 0xE4..=0xE9, second, third] = *text.first_chunk()? else { return None };
    let code = u32::from(first & 0x0F) << 12 | u32::from(second & 0x3F) << 6 | u32::from(third & 0x3F);
    code.checked_sub(FIRST_HAN).map(|slot| slot as usize)
}
