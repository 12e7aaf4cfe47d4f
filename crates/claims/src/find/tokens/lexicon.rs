//! Words looked up where a text stands: the longest that fits, in a time that does not depend on the text.
//!
//! Chinese by the first character, everything in Latin letters by its first word; a phrase's space fits any blank or line end.

mod firsts;
mod han;
pub(crate) mod heads;
mod phrase;

use firsts::Firsts;
use han::{Bucket, Word, slot};
pub(crate) use han::{CHARACTER, FIRST_HAN, LAST_HAN, common, second};
use heads::{Key, head, key, key_of, opening};
pub(crate) use phrase::first_word;
use phrase::{Opening, Phrase, Phrases, fits};
use rustc_hash::FxHashMap;

/// Words, each with what it means.
#[derive(Debug, Clone)]
pub(crate) struct Lexicon<T> {
    /// For each common character, one more than the index of its bucket.
    han: Vec<u16>,
    buckets: Vec<Bucket<T>>,
    /// By its first word, what stands behind that in each phrase, in small letters.
    latin: Firsts<Phrases<T>>,
}

impl<T: Copy> Lexicon<T> {
    /// All of `words`; of two with the same letters, the first counts.
    pub(crate) fn new<'a>(words: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        let count = (LAST_HAN - FIRST_HAN + 1) as usize;
        let mut lexicon = Self { han: vec![0; count], buckets: Vec::new(), latin: Firsts::new(Vec::new()) };
        let mut latin = FxHashMap::default();
        for (word, meaning) in words {
            lexicon.add(word, meaning, &mut latin);
        }
        for bucket in &mut lexicon.buckets {
            bucket.finish();
        }
        lexicon.latin =
            Firsts::new(latin.into_iter().map(|(key, phrases)| (key, Phrases::new(phrases))).collect());
        lexicon
    }

    fn add(&mut self, word: &str, meaning: T, latin: &mut FxHashMap<Key, Vec<Phrase<T>>>) {
        let Some(first) = word.chars().next() else { return };
        if let Some(slot) = slot(first) {
            if self.han[slot] == 0 {
                self.buckets.push(Bucket::empty());
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
        latin.entry(key).or_default().push(Phrase {
            opening: Opening::of(&lower.as_bytes()[length..]),
            letters: lower[length..].into(),
            meaning,
        });
    }

    /// The marks of what stands second in words that begin with a common Chinese character: one that is a word by itself has all.
    pub(crate) fn seconds(&self, first: char) -> u64 {
        let bucket = slot(first).and_then(|slot| usize::from(self.han[slot]).checked_sub(1));
        bucket.map_or(0, |bucket| self.buckets[bucket].marks())
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
        let words = self.likely(&text.as_bytes()[at..], slot(first)?);
        if words.is_empty() { None } else { Self::longest(words, &text.as_bytes()[at..], wanted) }
    }

    /// The words that a text may begin with whose first character is this one of the common Chinese ones.
    #[inline]
    fn likely(&self, text: &[u8], first: usize) -> &[Word<T>] {
        let bucket = usize::from(self.han[first]).checked_sub(1);
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
        self.latin_of(text, at, (length, opening(text.as_bytes().get(at..)?, length)))
    }

    /// The same where the first letters of the word are known already.
    #[inline]
    pub(crate) fn latin_of(&self, text: &str, at: usize, (length, head): (usize, u64)) -> Option<(usize, T)> {
        let phrases = self.latin.get(&key_of(text.as_bytes().get(at..)?, length, head)?)?;
        let behind = at + length;
        for phrase in phrases.likely(&text.as_bytes()[behind..]) {
            if let Some(more) = fits(&phrase.letters, text, behind) {
                return Some((length + more, phrase.meaning));
            }
        }
        phrases.alone().first().map(|word| (length, word.meaning))
    }

    /// Hands every word that a text begins with to `with`, not only the longest; `first` is its first character, a common Chinese one.
    #[inline]
    pub(crate) fn each_chinese(&self, text: &[u8], first: usize, mut with: impl FnMut(usize, T)) {
        let words = self.likely(text, first);
        if words.is_empty() {
            return;
        }
        let head = head(text);
        for word in words.iter().filter(|word| word.begins(text, head)) {
            with(word.letters.len(), word.meaning);
        }
    }

    /// Hands every phrase that begins with the word at `at` to `with`; of that word it is known how long it is, and its first letters.
    #[inline]
    pub(crate) fn each_latin(
        &self,
        text: &str,
        at: usize,
        (length, head): (usize, u64),
        with: impl FnMut(usize, T),
    ) {
        let phrases = key_of(&text.as_bytes()[at..], length, head).and_then(|key| self.latin.get(&key));
        if let Some(phrases) = phrases {
            Self::each_phrase(phrases, text, (at, length), with);
        }
    }

    fn each_phrase(
        phrases: &Phrases<T>,
        text: &str,
        (at, length): (usize, usize),
        mut with: impl FnMut(usize, T),
    ) {
        for phrase in phrases.likely(&text.as_bytes()[at + length..]) {
            if let Some(more) = fits(&phrase.letters, text, at + length) {
                with(length + more, phrase.meaning);
            }
        }
        for word in phrases.alone() {
            with(length, word.meaning);
        }
    }
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
