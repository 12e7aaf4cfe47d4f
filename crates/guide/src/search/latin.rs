//! Words of letters and digits in the index: all of them in order, each with the wordings that have it.
//!
//! A word is looked up whole, as the beginning of others, inside others, and, if all that fails, mistyped. The vocabulary of a large
//! week is a few hundred kilobytes, so the last two walk over it: that takes tens of microseconds and no table.

use std::collections::HashMap;

use memchr::memmem;

use super::lists::{Lists, count};
use super::ranking::Quality;

/// The words of longer terms are taken for mistyped by one letter from here on, and by two from there on.
const ONE_MISTAKE: usize = 4;
const TWO_MISTAKES: usize = 8;

/// One term takes at most so many wordings from words that only contain it; the rarest words come first.
const MOST_WORDINGS: usize = 200_000;

/// So few letters inside a word are a syllable or two initials rather than a part of it.
const LONGEST_SCRAP: usize = 3;

/// From so many letters on, a word may be several of another.
const SEVERAL: usize = 5;

/// A word of more letters is no word.
const LONGEST: usize = 48;

/// All words of the guide.
#[derive(Debug, Default)]
pub(super) struct Latin {
    /// The words in order, each behind a line break.
    text: String,
    /// Where each begins; one entry more than there are words.
    starts: Vec<u32>,
    /// Which letters each has, a bit a letter.
    letters: Vec<u32>,
    wordings: Lists,
}

/// A word of the guide by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word(u32);

/// Takes the words of one wording after the other.
#[derive(Debug, Default)]
pub(super) struct Gathering {
    numbers: HashMap<Box<str>, u32>,
    pairs: Vec<(u32, u32)>,
    /// The wording in which each word was met last.
    last: Vec<u32>,
}

impl Gathering {
    /// Notes that a wording has a word; wordings come in order.
    pub(super) fn note(&mut self, word: &str, wording: u32) {
        let next = count(self.last.len());
        let number = if let Some(&number) = self.numbers.get(word) {
            number
        } else {
            self.numbers.insert(word.into(), next);
            self.last.push(u32::MAX);
            next
        };
        let last = &mut self.last[number as usize];
        if *last != wording {
            *last = wording;
            self.pairs.push((number, wording));
        }
    }

    /// The index of everything noted.
    pub(super) fn done(mut self) -> Latin {
        let mut words: Vec<(Box<str>, u32)> = self.numbers.into_iter().collect();
        words.sort_unstable();
        let mut latin = Latin { starts: Vec::with_capacity(words.len() + 1), ..Latin::default() };
        let mut place = vec![0; words.len()];
        for (at, (word, number)) in words.iter().enumerate() {
            latin.text.push('\n');
            latin.starts.push(count(latin.text.len()));
            latin.text.push_str(word);
            latin.letters.push(letters(word));
            place[*number as usize] = count(at);
        }
        latin.text.push('\n');
        latin.starts.push(count(latin.text.len()));
        latin.text.shrink_to_fit();
        for (number, _) in &mut self.pairs {
            *number = place[*number as usize];
        }
        latin.wordings = Lists::of(words.len(), &self.pairs);
        latin
    }
}

/// The one of which an English word may say several: `robots`, `batteries`, `prizes`. It is for looking up, so what is no word does no harm;
/// short words are left as they are, for `news` is not several `new`.
pub(super) fn one_of(typed: &str) -> Option<String> {
    if typed.len() < SEVERAL || !typed.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    if ["ss", "us", "is"].iter().any(|end| typed.ends_with(end)) {
        return None;
    }
    if let Some(stem) = typed.strip_suffix("ies") {
        return Some(format!("{stem}y"));
    }
    let hissing = ["sses", "xes", "ches", "shes"].iter().any(|end| typed.ends_with(end));
    let one = if hissing { typed.strip_suffix("es") } else { typed.strip_suffix('s') };
    one.map(str::to_owned)
}

impl Latin {
    /// The wordings that have a word.
    pub(super) fn wordings(&self, word: Word) -> &[u32] {
        self.wordings.list(word.0 as usize)
    }

    /// How a word is spelt.
    pub(super) fn spelt(&self, word: Word) -> &str {
        let place = word.0 as usize;
        &self.text[self.starts[place] as usize..self.starts[place + 1] as usize - 1]
    }

    fn word(&self, place: usize) -> &str {
        self.spelt(Word(count(place)))
    }

    fn len(&self) -> usize {
        self.letters.len()
    }

    /// The words that are, begin with, or contain what was typed.
    pub(super) fn each(&self, typed: &str, mut take: impl FnMut(Word, Quality)) {
        let (mut from, mut to) = (0, self.len());
        while from < to {
            let middle = from.midpoint(to);
            if self.word(middle) < typed { from = middle + 1 } else { to = middle }
        }
        for place in from..self.len() {
            let word = self.word(place);
            if !word.starts_with(typed) {
                break;
            }
            let quality = if word.len() == typed.len() { Quality::Exact } else { Quality::Prefix };
            take(Word(count(place)), quality);
        }
        // One letter is in every word.
        if typed.len() < 2 || typed.len() > LONGEST {
            return;
        }
        let mut inside: Vec<Word> = Vec::new();
        for at in memmem::find_iter(self.text.as_bytes(), typed.as_bytes()) {
            let place = self.starts.partition_point(|&start| start as usize <= at) - 1;
            let word = Word(count(place));
            if self.starts[place] as usize != at && inside.last() != Some(&word) {
                inside.push(word);
            }
        }
        let is_scrap = typed.len() <= LONGEST_SCRAP && typed.bytes().all(|byte| byte.is_ascii_lowercase());
        let quality = if is_scrap { Quality::Scrap } else { Quality::Inside };
        let size = |word: &Word| self.wordings(*word).len();
        inside.sort_by_key(size);
        let mut left = MOST_WORDINGS;
        for word in inside {
            let Some(rest) = left.checked_sub(size(&word)) else { break };
            left = rest;
            take(word, quality);
        }
    }

    /// The words that may have been meant, the nearest alone, at most `most`.
    pub(super) fn mistyped(&self, typed: &str, most: usize) -> Vec<Word> {
        let wanted: Vec<char> = typed.chars().collect();
        let allowed = match wanted.len() {
            ..ONE_MISTAKE => return Vec::new(),
            ONE_MISTAKE..TWO_MISTAKES => 1,
            TWO_MISTAKES..=LONGEST => 2,
            _ => return Vec::new(),
        };
        self.near(&wanted, allowed, most)
    }

    /// The words nearest to what was typed, however far within reason; for suggestions.
    pub(super) fn nearest(&self, typed: &str, most: usize) -> Vec<Word> {
        let wanted: Vec<char> = typed.chars().collect();
        let allowed =
            if wanted.len() < ONE_MISTAKE || wanted.len() > LONGEST { return Vec::new() } else { 3 };
        self.near(&wanted, allowed.min(wanted.len() / 2), most)
    }

    fn near(&self, wanted: &[char], allowed: usize, most: usize) -> Vec<Word> {
        let wanted_letters = letters_of(wanted.iter().copied());
        let mut rows = Rows::default();
        let mut near: Vec<(usize, usize, Word)> = Vec::new();
        for (place, &letters) in self.letters.iter().enumerate() {
            // A mistake changes at most two letters of the set.
            if (letters ^ wanted_letters).count_ones() as usize > 2 * allowed {
                continue;
            }
            let word = self.word(place);
            if word.len() + allowed < wanted.len() || word.len() > (wanted.len() + allowed) * 4 {
                continue;
            }
            if let Some(distance) = rows.distance(wanted, word, allowed) {
                let word = Word(count(place));
                near.push((distance, usize::MAX - self.wordings(word).len(), word));
            }
        }
        let Some(least) = near.iter().map(|(distance, ..)| *distance).min() else { return Vec::new() };
        near.retain(|(distance, ..)| *distance == least);
        near.sort_by_key(|(_, rarity, _)| *rarity);
        near.into_iter().map(|(.., word)| word).take(most).collect()
    }

    /// The memory it takes.
    pub(super) fn bytes(&self) -> usize {
        self.text.capacity()
            + (self.starts.capacity() + self.letters.capacity()) * size_of::<u32>()
            + self.wordings.bytes()
    }
}

fn letters(word: &str) -> u32 {
    letters_of(word.chars())
}

/// Digits and letters of other alphabets share the last bits.
fn letters_of(word: impl Iterator<Item = char>) -> u32 {
    word.fold(0, |set, c| {
        set | 1 << (if c.is_ascii_lowercase() { u32::from(c) - 97 } else { 26 + u32::from(c) % 6 })
    })
}

/// Three rows of the table by which the distance of two words is found: letters put in, left out, exchanged or swapped
/// (optimal string alignment).
#[derive(Debug, Default)]
struct Rows {
    before: Vec<usize>,
    last: Vec<usize>,
    now: Vec<usize>,
}

impl Rows {
    /// The distance of two words, if it is at most `allowed`.
    fn distance(&mut self, wanted: &[char], word: &str, allowed: usize) -> Option<usize> {
        let width = wanted.len() + 1;
        self.last.clear();
        self.last.extend(0..width);
        self.now.clear();
        self.now.resize(width, 0);
        self.before.clear();
        self.before.resize(width, 0);
        let mut previous = '\0';
        let mut length = 0;
        for (row, c) in word.chars().enumerate() {
            length = row + 1;
            self.now[0] = row + 1;
            let mut least = row + 1;
            for (column, &other) in wanted.iter().enumerate() {
                let exchanged = self.last[column] + usize::from(c != other);
                let mut best = exchanged.min(self.last[column + 1] + 1).min(self.now[column] + 1);
                if row > 0 && column > 0 && c == wanted[column - 1] && previous == other {
                    best = best.min(self.before[column - 1] + 1);
                }
                self.now[column + 1] = best;
                least = least.min(best);
            }
            if least > allowed {
                return None;
            }
            previous = c;
            std::mem::swap(&mut self.before, &mut self.last);
            std::mem::swap(&mut self.last, &mut self.now);
        }
        let distance = self.last[wanted.len()];
        (distance <= allowed && length > 1).then_some(distance)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Latin {
        let mut gathering = Gathering::default();
        for (number, word) in (0..).zip(["innovation", "forum", "network", "networks", "innovation", "nova"])
        {
            gathering.note(word, number);
        }
        gathering.done()
    }

    fn found(typed: &str) -> Vec<(String, Quality)> {
        let (latin, mut found) = (words(), Vec::new());
        latin.each(typed, |word, quality| found.push((latin.spelt(word).to_owned(), quality)));
        found
    }

    fn meant(typed: &str) -> Vec<String> {
        let latin = words();
        latin.mistyped(typed, 3).into_iter().map(|word| latin.spelt(word).to_owned()).collect()
    }

    #[test]
    fn a_word_is_found_whole_as_a_beginning_and_inside() {
        let is = |word: &str, quality| (word.to_owned(), quality);
        assert_eq!(found("network"), [is("network", Quality::Exact), is("networks", Quality::Prefix)]);
        assert_eq!(found("nova"), [is("nova", Quality::Exact), is("innovation", Quality::Inside)]);
        assert_eq!(found("x"), []);
        assert_eq!(found("works"), [is("networks", Quality::Inside)]);
        assert_eq!(found("wor"), [is("network", Quality::Scrap), is("networks", Quality::Scrap)]);
    }

    #[test]
    fn letters_put_in_left_out_exchanged_and_swapped_are_forgiven_within_bounds() {
        for typed in ["innovatoin", "inovation", "innovattion", "innobation", "inovatoin"] {
            assert_eq!(meant(typed), ["innovation"], "{typed}");
        }
        assert_eq!(meant("forun"), ["forum"]);
        assert_eq!(meant("froun"), [""; 0]);
        assert_eq!(meant("fom"), [""; 0]);
    }
}
