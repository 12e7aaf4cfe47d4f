//! Words looked up where a text stands: the longest that fits, in a time that does not depend on the text.
//!
//! Chinese by the first character, everything in Latin letters by its first word; a phrase's space fits any blank or line end.

use rustc_hash::FxHashMap;

/// The characters that have a bucket of their own by number; all others go through the map.
const FIRST_HAN: u32 = 0x4E00;
const LAST_HAN: u32 = 0x9FFF;

/// What stands behind one first word in each phrase that has it, the longest first.
type Phrases<T> = Vec<Phrase<T>>;

/// What stands behind the first word of a phrase, in small letters, and its first two letters, by which most that do not fit are told.
#[derive(Debug, Clone)]
struct Phrase<T> {
    opening: Opening,
    letters: Box<str>,
    meaning: T,
}

/// The first two letters of what stands behind a word, and the bits of them that are compared.
#[derive(Debug, Clone, Copy)]
struct Opening {
    letters: u16,
    mask: u16,
}

/// Chinese words that begin with one character, the longest first.
#[derive(Debug, Clone)]
struct Bucket<T> {
    words: Vec<Word<T>>,
    /// Which of them are that character alone: those from here on.
    alone: usize,
    /// For the second characters of the others, the bits of their marks; most of a text have another.
    seconds: u64,
}

/// A Chinese word, and its first bytes as one number, by which nearly every word that does not fit is told.
#[derive(Debug, Clone)]
struct Word<T> {
    head: u64,
    /// The bits of the head that are letters.
    mask: u64,
    letters: Box<str>,
    meaning: T,
}

/// Words, each with what it means.
#[derive(Debug, Clone)]
pub(crate) struct Lexicon<T> {
    /// For each common character, one more than the index of its bucket.
    han: Vec<u16>,
    buckets: Vec<Bucket<T>>,
    /// By its first word, what stands behind that in each phrase, in small letters.
    latin: FxHashMap<Key, Phrases<T>>,
    /// By the letters at the ends of first words, one bit for each length that such words have: most words of a text have none.
    lengths: Vec<u32>,
}

/// A first word in small letters, eight of them to a number, with zeros behind it.
type Key = [u64; LONGEST / HEAD];

/// The longest first word of a phrase that is looked up; nothing in a dictionary is longer.
const LONGEST: usize = 24;

impl<T: Copy> Lexicon<T> {
    /// All of `words`; of two with the same letters, the first counts.
    pub(crate) fn new<'a>(words: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        let count = (LAST_HAN - FIRST_HAN + 1) as usize;
        let mut lexicon = Self {
            han: vec![0; count],
            buckets: Vec::new(),
            latin: FxHashMap::default(),
            lengths: vec![0; SHAPES],
        };
        for (word, meaning) in words {
            lexicon.add(word, meaning);
        }
        for bucket in &mut lexicon.buckets {
            bucket.finish();
        }
        for phrases in lexicon.latin.values_mut() {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.letters.len()));
        }
        lexicon
    }

    fn add(&mut self, word: &str, meaning: T) {
        let Some(first) = word.chars().next() else { return };
        if let Some(slot) = slot(first) {
            if self.han[slot] == 0 {
                self.buckets.push(Bucket { words: Vec::new(), alone: 0, seconds: 0 });
                self.han[slot] = u16::try_from(self.buckets.len()).unwrap_or(0);
            }
            if let Some(bucket) = usize::from(self.han[slot]).checked_sub(1) {
                self.buckets[bucket].words.push(Word::new(word, meaning));
            }
            return;
        }
        let lower = word.to_lowercase();
        let length = first_word(&lower);
        let Some(key) = key(lower.as_bytes(), length) else { return };
        self.lengths[shape(&lower.as_bytes()[..length])] |= 1 << length;
        self.latin.entry(key).or_default().push(Phrase {
            opening: Opening::of(&lower.as_bytes()[length..]),
            letters: lower[length..].into(),
            meaning,
        });
    }

    /// Whether some word begins with a common Chinese character.
    #[inline]
    pub(crate) fn begins(&self, first: char) -> bool {
        slot(first).is_some_and(|slot| self.han[slot] != 0)
    }

    /// The longest word that begins with the Chinese character at `at` and is `wanted`: its length in bytes and its meaning.
    #[inline]
    pub(crate) fn chinese(
        &self,
        text: &str,
        at: usize,
        first: char,
        wanted: impl Fn(T) -> bool,
    ) -> Option<(usize, T)> {
        let words = self.likely(&text.as_bytes()[at..], first);
        if words.is_empty() { None } else { Self::longest(words, &text.as_bytes()[at..], wanted) }
    }

    /// The words that a text may begin with whose first character is this common Chinese one.
    #[inline]
    fn likely(&self, text: &[u8], first: char) -> &[Word<T>] {
        let bucket = slot(first).and_then(|slot| usize::from(self.han[slot]).checked_sub(1));
        bucket.map_or(&[], |bucket| self.buckets[bucket].likely(text))
    }

    fn longest(words: &[Word<T>], rest: &[u8], wanted: impl Fn(T) -> bool) -> Option<(usize, T)> {
        let head = head(rest);
        let mut words = words.iter();
        let fits = words.find(|word| word.begins(rest, head) && wanted(word.meaning));
        fits.map(|word| (word.letters.len(), word.meaning))
    }

    /// The longest word or phrase whose first word is the one at `at`, which is `length` bytes long.
    pub(crate) fn latin(&self, text: &str, at: usize, length: usize) -> Option<(usize, T)> {
        let (phrases, behind) = (self.phrases(text, at, length)?, at + length);
        let opening = Opening::of(&text.as_bytes()[behind..]);
        let mut likely = phrases.iter().filter(|phrase| phrase.opening.may_be(opening));
        likely.find_map(|phrase| Some((length + fits(&phrase.letters, text, behind)?, phrase.meaning)))
    }

    /// The phrases with the first word that stands at `at`.
    fn phrases(&self, text: &str, at: usize, length: usize) -> Option<&[Phrase<T>]> {
        let rest = text.as_bytes().get(at..)?;
        if length > LONGEST || self.lengths[shape(rest.get(..length)?)] & 1 << length == 0 {
            return None;
        }
        self.latin.get(&key(rest, length)?).map(Vec::as_slice)
    }

    /// Hands every word that begins at `at` to `with`, not only the longest.
    #[inline]
    pub(crate) fn each(&self, text: &str, at: usize, first: char, mut with: impl FnMut(usize, T)) {
        if slot(first).is_some() {
            let rest = &text.as_bytes()[at..];
            let words = self.likely(rest, first);
            if !words.is_empty() {
                let head = head(rest);
                for word in words.iter().filter(|word| word.begins(rest, head)) {
                    with(word.letters.len(), word.meaning);
                }
            }
            return;
        }
        self.each_latin(text, at, first_word(&text[at..]), with);
    }

    /// The same for what begins with the word at `at`, which is `length` bytes long.
    pub(crate) fn each_latin(&self, text: &str, at: usize, length: usize, mut with: impl FnMut(usize, T)) {
        let Some(phrases) = self.phrases(text, at, length) else { return };
        let opening = Opening::of(&text.as_bytes()[at + length..]);
        for phrase in phrases.iter().filter(|phrase| phrase.opening.may_be(opening)) {
            if let Some(more) = fits(&phrase.letters, text, at + length) {
                with(length + more, phrase.meaning);
            }
        }
    }
}

impl Opening {
    /// Of what stands behind a word. A blank that is no single byte may be any; so may what is beyond the end.
    fn of(behind: &[u8]) -> Self {
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

    fn may_be(self, other: Self) -> bool {
        (self.letters ^ other.letters) & self.mask & other.mask == 0
    }
}

impl<T> Bucket<T> {
    fn finish(&mut self) {
        self.words.sort_by_key(|word| std::cmp::Reverse(word.letters.len()));
        self.alone = self.words.partition_point(|word| second(word.letters.as_bytes()).is_some());
        self.seconds = self
            .words
            .iter()
            .filter_map(|word| second(word.letters.as_bytes()))
            .fold(0, |all, mark| all | mark);
    }

    /// The words that a text may begin with, by its second character.
    #[inline]
    fn likely(&self, text: &[u8]) -> &[Word<T>] {
        let some = second(text).is_some_and(|mark| self.seconds & mark != 0);
        &self.words[if some { 0 } else { self.alone }..]
    }
}

/// The mark of the second character of what begins with a common Chinese one: one bit, by its last byte.
fn second(text: &[u8]) -> Option<u64> {
    const FIRST: usize = '一'.len_utf8();
    let last = match text.get(FIRST)? {
        ..0x80 => FIRST,
        ..0xE0 => FIRST + 1,
        ..0xF0 => FIRST + 2,
        _ => FIRST + 3,
    };
    text.get(last).map(|byte| 1 << (byte & 63))
}

impl<T> Word<T> {
    fn new(letters: &str, meaning: T) -> Self {
        let mask = MASKS[letters.len().min(HEAD)];
        Self { head: head(letters.as_bytes()), mask, letters: letters.into(), meaning }
    }

    /// Whether a text begins with it, of which `head` are the first bytes.
    fn begins(&self, text: &[u8], head: u64) -> bool {
        (head ^ self.head) & self.mask == 0
            && (self.letters.len() <= HEAD || text.starts_with(self.letters.as_bytes()))
    }
}

/// The first `length` bytes of a text as a key; nothing when they are too many.
fn key(text: &[u8], length: usize) -> Option<Key> {
    let part = |from: usize| {
        let kept = MASKS[length.saturating_sub(from).min(HEAD)];
        text.get(from..).map_or(0, |text| small(head(text) & kept))
    };
    if length <= HEAD {
        return Some([part(0), 0, 0]);
    }
    (length <= LONGEST).then(|| [part(0), part(HEAD), part(2 * HEAD)])
}

/// How many places there are for the lengths of words.
const SHAPES: usize = 1 << 12;

/// Where the lengths of the words are noted whose first two letters and last one are those of this one, or mixed with theirs.
fn shape(word: &[u8]) -> usize {
    let letter = |letter: Option<&u8>| usize::from(letter.copied().unwrap_or(0) & 31);
    (letter(word.first()) << 7 ^ letter(word.get(1)) << 3 ^ letter(word.last())) & (SHAPES - 1)
}

/// Eight letters at once, each in small where it is a capital of ASCII.
fn small(letters: u64) -> u64 {
    const EACH: u64 = u64::from_le_bytes([1; 8]);
    let plain = letters & (EACH * 0x7F);
    // The highest bit of each byte says whether it is at least A, and whether it is beyond Z.
    let (least, beyond) = (plain + EACH * (0x80 - 0x41), plain + EACH * (0x80 - 0x5B));
    let capitals = (least & !beyond & !letters) & (EACH * 0x80);
    letters | capitals >> 2
}

/// How many bytes of a word are compared at once.
const HEAD: usize = 8;

/// For each count of bytes the bits that they are of a head.
const MASKS: [u64; HEAD + 1] = {
    let mut masks = [0; HEAD + 1];
    let mut count = 1;
    while count <= HEAD {
        masks[count] = masks[count - 1] << 8 | 0xFF;
        count += 1;
    }
    masks
};

/// The first bytes of a text as one number; behind its end stand zeros, which no word has.
fn head(text: &[u8]) -> u64 {
    if let Some(head) = text.first_chunk() {
        return u64::from_le_bytes(*head);
    }
    let mut head = [0; HEAD];
    head[..text.len()].copy_from_slice(text);
    u64::from_le_bytes(head)
}

fn slot(first: char) -> Option<usize> {
    let code = u32::from(first);
    (FIRST_HAN..=LAST_HAN).contains(&code).then(|| (code - FIRST_HAN) as usize)
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
fn fits(phrase: &str, text: &str, at: usize) -> Option<usize> {
    // A word alone ends where it was seen to end.
    if phrase.is_empty() {
        return Some(0);
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    /// How long the word is that begins a text, and which it is.
    fn longest(text: &str) -> Option<(usize, u8)> {
        let words = [
            ("人", 0),
            ("人次", 1),
            ("人工智能产业", 2),
            ("in", 3),
            ("in total", 4),
            ("internationally-recognised", 5),
        ];
        let lexicon = Lexicon::new(words);
        let first = text.chars().next()?;
        let chinese = lexicon.chinese(text, 0, first, |_| true);
        chinese.or_else(|| lexicon.latin(text, 0, first_word(text)))
    }

    #[test]
    fn of_words_that_begin_alike_the_longest_that_stands_there_is_found() {
        assert_eq!(
            ["人", "人A", "人们", "人次", "人工"].map(longest).map(|found| found.map(|(_, word)| word)),
            [Some(0), Some(0), Some(0), Some(1), Some(0)]
        );
        assert_eq!(longest("人工智能产业园"), Some((18, 2)));
        assert_eq!(longest("人工智能产"), Some((3, 0)));
    }

    #[test]
    fn a_phrase_is_found_in_any_letters_and_across_any_blank() {
        assert_eq!(longest("IN TOTAL 9"), Some((8, 4)));
        assert_eq!(longest("in\ntotal"), Some((8, 4)));
        assert_eq!(longest("in\u{a0}total"), Some((9, 4)));
        assert_eq!(longest("in totals"), Some((2, 3)));
        assert_eq!(longest("in"), Some((2, 3)));
        assert_eq!(longest("int"), None);
        assert_eq!(longest("internationally-recognised"), Some((26, 5)));
    }
}
