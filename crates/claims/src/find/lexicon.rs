//! Words looked up where a text stands: the longest that fits, in a time that does not depend on the text.
//!
//! Chinese by the first character, everything in Latin letters by its first word; a phrase's space fits any blank or line end.

use rustc_hash::FxHashMap;

/// The characters that have a bucket of their own by number; all others go through the map.
const FIRST_HAN: u32 = 0x4E00;
const LAST_HAN: u32 = 0x9FFF;

/// Words that begin alike, the longest first, each with what it means.
type Phrases<T> = Vec<(Box<str>, T)>;

/// Chinese words that begin with one character, the longest first.
type Bucket<T> = Vec<Word<T>>;

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
    latin: FxHashMap<Box<[u8]>, Phrases<T>>,
}

/// The longest first word of a phrase that is looked up; nothing in a dictionary is longer.
const LONGEST: usize = 24;

impl<T: Copy> Lexicon<T> {
    /// All of `words`; of two with the same letters, the first counts.
    pub(crate) fn new<'a>(words: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        let count = (LAST_HAN - FIRST_HAN + 1) as usize;
        let mut lexicon = Self { han: vec![0; count], buckets: Vec::new(), latin: FxHashMap::default() };
        for (word, meaning) in words {
            lexicon.add(word, meaning);
        }
        for bucket in &mut lexicon.buckets {
            bucket.sort_by_key(|word| std::cmp::Reverse(word.letters.len()));
        }
        for phrases in lexicon.latin.values_mut() {
            phrases.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        }
        lexicon
    }

    fn add(&mut self, word: &str, meaning: T) {
        let Some(first) = word.chars().next() else { return };
        if let Some(slot) = slot(first) {
            if self.han[slot] == 0 {
                self.buckets.push(Vec::new());
                self.han[slot] = u16::try_from(self.buckets.len()).unwrap_or(0);
            }
            if let Some(bucket) = usize::from(self.han[slot]).checked_sub(1) {
                self.buckets[bucket].push(Word::new(word, meaning));
            }
            return;
        }
        let lower = word.to_lowercase();
        let (key, behind) = lower.split_at(first_word(&lower));
        self.latin.entry(key.as_bytes().into()).or_default().push((behind.into(), meaning));
    }

    /// The longest word that begins with the Chinese character at `at` and is `wanted`: its length in bytes and its meaning.
    pub(crate) fn chinese(
        &self,
        text: &str,
        at: usize,
        first: char,
        wanted: impl Fn(T) -> bool,
    ) -> Option<(usize, T)> {
        let bucket = usize::from(self.han[slot(first)?]).checked_sub(1)?;
        let rest = &text.as_bytes()[at..];
        let head = head(rest);
        let mut words = self.buckets[bucket].iter();
        let fits = words.find(|word| word.begins(rest, head) && wanted(word.meaning));
        fits.map(|word| (word.letters.len(), word.meaning))
    }

    /// The longest word or phrase whose first word is the one at `at`, which is `length` bytes long.
    pub(crate) fn latin(&self, text: &str, at: usize, length: usize) -> Option<(usize, T)> {
        let (phrases, behind) = (self.phrases(text, at, length)?, at + length);
        phrases.iter().find_map(|(phrase, meaning)| Some((length + fits(phrase, text, behind)?, *meaning)))
    }

    /// The phrases with the first word that stands at `at`.
    fn phrases(&self, text: &str, at: usize, length: usize) -> Option<&[(Box<str>, T)]> {
        let mut lower = [0; LONGEST];
        let word = text.as_bytes().get(at..at + length)?;
        let lower = lower.get_mut(..length)?;
        for (small, byte) in lower.iter_mut().zip(word) {
            *small = byte.to_ascii_lowercase();
        }
        self.latin.get(&*lower).map(Vec::as_slice)
    }

    /// Hands every word that begins at `at` to `with`, not only the longest.
    pub(crate) fn each(&self, text: &str, at: usize, first: char, mut with: impl FnMut(usize, T)) {
        if let Some(slot) = slot(first) {
            let Some(bucket) = usize::from(self.han[slot]).checked_sub(1) else { return };
            let rest = &text.as_bytes()[at..];
            let head = head(rest);
            for word in self.buckets[bucket].iter().filter(|word| word.begins(rest, head)) {
                with(word.letters.len(), word.meaning);
            }
            return;
        }
        let length = first_word(&text[at..]);
        for (phrase, meaning) in self.phrases(text, at, length).into_iter().flatten() {
            if let Some(more) = fits(phrase, text, at + length) {
                with(length + more, *meaning);
            }
        }
    }
}

impl<T> Word<T> {
    fn new(letters: &str, meaning: T) -> Self {
        let bits = 8 * letters.len().min(HEAD);
        let mask = u64::MAX.checked_shr(u64::BITS - u32::try_from(bits).unwrap_or(u64::BITS)).unwrap_or(0);
        Self { head: head(letters.as_bytes()), mask, letters: letters.into(), meaning }
    }

    /// Whether a text begins with it, of which `head` are the first bytes.
    fn begins(&self, text: &[u8], head: u64) -> bool {
        (head ^ self.head) & self.mask == 0
            && (self.letters.len() <= HEAD || text.starts_with(self.letters.as_bytes()))
    }
}

/// How many bytes of a word are compared at once.
const HEAD: usize = 8;

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
