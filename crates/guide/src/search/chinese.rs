//! Chinese in the index: every pair of neighbouring characters with the wordings that have it, and how characters are read.
//!
//! A pair index needs no dictionary and misses no substring. One character is the pairs that begin with it; two are one
//! list; of more, the wordings of the rarest pair are looked at one by one.

use super::lists::{Lists, count, together};
use super::ranking::Quality;
use super::readings::{self, LONGEST_SYLLABLE, Patience, covered, initials};

/// Stands where other writing, or the end, parts two characters.
pub(super) const BREAK: u16 = 0;

/// How many times a query of sounds may be tried on a character, all wordings together.
const PATIENCE: u32 = 200_000;

/// Of sounds, no more letters are looked at.
const LONGEST_SOUNDS: usize = 60;

/// Initials in the table of sounds: the letters, and nought for the beginning.
const INITIALS: u32 = 27;

/// All Chinese of the guide.
#[derive(Debug, Default)]
pub(super) struct Chinese {
    characters: Vec<u16>,
    /// Where each wording begins among the characters.
    starts: Vec<u32>,
    pairs: Vec<u32>,
    wordings: Lists,
    /// For each pair of initials, where among the characters it is heard; of titles and names alone.
    sounds: Lists,
}

impl Chinese {
    /// The index of these characters, each wording with a break at its end; `starts` has one entry more than there are wordings, `is_short` one each.
    pub(super) fn of(mut characters: Vec<u16>, mut starts: Vec<u32>, is_short: &[bool]) -> Self {
        characters.shrink_to_fit();
        starts.shrink_to_fit();
        let mut pairs = Vec::with_capacity(characters.len());
        let mut heard = Vec::new();
        for (wording, bounds) in starts.windows(2).enumerate() {
            let own = &characters[bounds[0] as usize..bounds[1] as usize - 1];
            for (at, &character) in own.iter().enumerate().filter(|(_, character)| **character != BREAK) {
                let next = own.get(at + 1).copied().unwrap_or(BREAK);
                pairs.push(together(pair(character, next), count(wording)));
            }
            if is_short[wording] {
                hear(own, bounds[0], &mut heard);
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        let (pairs, wordings) = Lists::of_sorted(&pairs);
        let sounds = Lists::of((INITIALS * INITIALS) as usize, &heard);
        Self { characters, starts, pairs, wordings, sounds }
    }

    /// Calls `take` with each wording that has these characters beside each other, and how well.
    pub(super) fn each(&self, run: &[u16], mut take: impl FnMut(u32, Quality)) {
        for &wording in self.candidates(run) {
            if let Some(quality) = self.quality(wording, run) {
                take(wording, quality);
            }
        }
    }

    /// Whether any wording has these characters beside each other.
    pub(super) fn has(&self, run: &[u16]) -> bool {
        self.candidates(run).iter().any(|&wording| self.quality(wording, run).is_some())
    }

    /// The wordings of the rarest pair; of one character, of all pairs that begin with it.
    fn candidates(&self, run: &[u16]) -> &[u32] {
        let &[only] = run else {
            let lists = run.windows(2).map(|two| match self.pairs.binary_search(&pair(two[0], two[1])) {
                Ok(list) => self.wordings.list(list),
                Err(_) => &[],
            });
            return lists.min_by_key(|list| list.len()).unwrap_or_default();
        };
        let first = self.pairs.partition_point(|&known| known < pair(only, 0));
        let last = self.pairs.partition_point(|&known| known <= pair(only, u16::MAX));
        self.wordings.lists(first..last)
    }

    fn quality(&self, wording: u32, run: &[u16]) -> Option<Quality> {
        let own = self.wording(wording);
        if own.starts_with(run) {
            return Some(if own.len() == run.len() { Quality::Exact } else { Quality::Prefix });
        }
        // A pair or less was not only indexed: it was found by itself.
        (run.len() <= 2 || own.windows(run.len()).any(|window| window == run)).then_some(Quality::Substring)
    }

    fn wording(&self, number: u32) -> &[u16] {
        let number = number as usize;
        &self.characters[self.starts[number] as usize..self.starts[number + 1] as usize - 1]
    }

    /// Calls `take` with each title or name that is read so.
    pub(super) fn each_read(&self, typed: &[u8], mut take: impl FnMut(u32)) {
        if typed.len() < 2 || typed.len() > LONGEST_SOUNDS || !typed.iter().all(u8::is_ascii_lowercase) {
            return;
        }
        let mut patience = Patience(PATIENCE);
        let mut tried = 0_u32;
        // How long the first piece may be says with which letter the second begins.
        for length in 1..=LONGEST_SYLLABLE.min(typed.len()) {
            if !readings::begins_one(&typed[..length]) {
                break;
            }
            let list = match typed.get(length) {
                Some(&next) => sound(letter(typed[0]), letter(next)),
                // One syllable alone is half the language: only what begins with it is meant.
                None => sound(0, letter(typed[0])),
            };
            let bit = 1 << typed.get(length).map_or(0, |&next| letter(next));
            if tried & bit != 0 {
                continue;
            }
            tried |= bit;
            for &at in self.sounds.list(list as usize) {
                if covered(&self.characters[at as usize..], typed, &mut patience).is_some() {
                    take(count(self.starts.partition_point(|&start| start <= at) - 1));
                }
            }
        }
    }

    /// The memory it takes.
    pub(super) fn bytes(&self) -> usize {
        let arrays = self.characters.capacity() * 2 + (self.starts.capacity() + self.pairs.capacity()) * 4;
        arrays + self.wordings.bytes() + self.sounds.bytes()
    }
}

fn pair(first: u16, second: u16) -> u32 {
    u32::from(first) << 16 | u32::from(second)
}

fn letter(typed: u8) -> u32 {
    u32::from(typed - b'a' + 1)
}

fn sound(first: u32, second: u32) -> u32 {
    first * INITIALS + second
}

/// Notes where each pair of initials is heard, over whatever stands between.
fn hear(own: &[u16], start: u32, heard: &mut Vec<(u32, u32)>) {
    if let Some(&first) = own.first() {
        heard.extend(initials(first).map(|initial| (sound(0, initial.into()), start)));
    }
    for (at, two) in (start..).zip(own.windows(2)) {
        for first in initials(two[0]) {
            heard.extend(initials(two[1]).map(|second| (sound(first.into(), second.into()), at)));
        }
    }
}
