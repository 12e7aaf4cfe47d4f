//! Chinese in the index: every pair of neighbouring characters with the wordings that have it, and how characters are read.
//!
//! A pair index needs no dictionary and misses no substring. One character is the pairs that begin with it; two are one
//! list, and neither takes a look at a text; of more, the wordings of the rarest pair are looked at one by one.

use super::lists::{Lists, count, together};
use super::ranking::Quality;
use super::readings::{self, LONGEST_SYLLABLE, Patience, covered, initials};

/// Stands where other writing, or the end, parts two characters.
pub(super) const BREAK: u16 = 0;

/// How many times a query of sounds may be tried on a character, all wordings together.
const PATIENCE: u32 = 200_000;

/// How many characters may be looked at to cut the Chinese of one query into pieces that stand somewhere.
pub(super) const LOOKED_AT: u32 = 800_000;

/// Of sounds, no more letters are looked at.
const LONGEST_SOUNDS: usize = 60;

/// Initials in the table of sounds: the letters, and nought for the beginning.
const INITIALS: u32 = 27;

/// A pair is the whole wording.
const WHOLE: u32 = 0;
/// A wording begins with it.
const FIRST: u32 = 1;
/// It stands further inside.
const INSIDE: u32 = 2;

/// All Chinese of the guide.
#[derive(Debug, Default)]
pub(super) struct Chinese {
    characters: Vec<u16>,
    /// Where each wording begins among the characters.
    starts: Vec<u32>,
    pairs: Vec<u32>,
    /// For each pair its wordings, each with how it stands there in the last two bits: [`WHOLE`], [`FIRST`] or [`INSIDE`].
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
                let stands =
                    if at > 0 { INSIDE } else { u32::from(own.len() > 2 || own.get(1) == Some(&BREAK)) };
                pairs.push(together(pair(character, next), count(wording) << 2 | stands));
            }
            if is_short[wording] {
                hear(own, bounds[0], &mut heard);
            }
        }
        pairs.sort_unstable();
        // Of a pair that stands in a wording twice, the better place sorts first.
        pairs.dedup_by_key(|pair| *pair >> 2);
        let (pairs, wordings) = Lists::of_sorted(&pairs);
        let sounds = Lists::of((INITIALS * INITIALS) as usize, &heard);
        Self { characters, starts, pairs, wordings, sounds }
    }

    /// Calls `take` with each wording that has these characters beside each other, and how well; one may come more than once.
    pub(super) fn each(&self, run: &[u16], mut take: impl FnMut(u32, Quality)) {
        match *run {
            [] => {}
            [only] => self.each_of_one(only, take),
            [first, second] => {
                for item in self.list(first, second) {
                    take(item >> 2, quality(item & 3));
                }
            }
            _ => {
                for item in self.rarest(run) {
                    let own = self.wording(item >> 2);
                    if own.starts_with(run) {
                        take(item >> 2, quality(if own.len() == run.len() { WHOLE } else { FIRST }));
                    } else if find(own, run).is_some() {
                        take(item >> 2, Quality::Substring);
                    }
                }
            }
        }
    }

    /// One character is all pairs that begin with it.
    fn each_of_one(&self, only: u16, mut take: impl FnMut(u32, Quality)) {
        let first = self.pairs.partition_point(|&known| known < pair(only, 0));
        let last = self.pairs.partition_point(|&known| known <= pair(only, u16::MAX));
        for list in first..last {
            let is_last = self.pairs[list] == pair(only, BREAK);
            for item in self.wordings.list(list) {
                // Of a wording of two characters the first is not the whole.
                let stands = if is_last { item & 3 } else { (item & 3).max(FIRST) };
                take(item >> 2, quality(stands));
            }
        }
    }

    /// Whether any wording has these characters beside each other; not, where that takes more looking than is left.
    pub(super) fn has(&self, run: &[u16], patience: &mut Patience) -> bool {
        match *run {
            [] => false,
            [only] => {
                let next = self.pairs.partition_point(|&known| known < pair(only, 0));
                self.pairs.get(next).is_some_and(|&known| known <= pair(only, u16::MAX))
            }
            [first, second] => !self.list(first, second).is_empty(),
            _ => self.rarest(run).iter().any(|item| {
                let own = self.wording(item >> 2);
                patience.spend(own.len()) && find(own, run).is_some()
            }),
        }
    }

    /// How many of these characters, from the first on, stand beside each other in some wording: one is what no pair begins with.
    ///
    /// That two pairs in a row stand nowhere is mostly known without a look at a text. Else the places of the first three characters
    /// are looked up once, and fewer remain with every further one. Where that takes more looking than is left, the piece is as
    /// long as was known by then.
    pub(super) fn longest(&self, run: &[u16], patience: &mut Patience) -> usize {
        let is_pair = |two: &[u16]| !self.list(two[0], two[1]).is_empty();
        let three = match run {
            [_, _, _, ..] if is_pair(&run[..2]) && is_pair(&run[1..3]) => &run[..3],
            [_, _, ..] if is_pair(&run[..2]) => return 2,
            _ => return run.len().min(1),
        };
        let mut places: Vec<usize> = Vec::new();
        for item in self.rarest(three) {
            let start = self.starts[(item >> 2) as usize] as usize;
            let own = self.wording(item >> 2);
            if !patience.spend(own.len()) {
                break;
            }
            let mut from = 0;
            while let Some(at) = find(&own[from..], three) {
                places.push(start + from + at);
                from += at + 1;
            }
        }
        if places.is_empty() {
            return 2;
        }
        // A wording ends with a break, and no run holds one.
        let mut length = 3;
        while let Some(next) = run.get(length).filter(|_| patience.spend(places.len())) {
            places.retain(|place| self.characters.get(place + length) == Some(next));
            if places.is_empty() {
                break;
            }
            length += 1;
        }
        length
    }

    fn list(&self, first: u16, second: u16) -> &[u32] {
        match self.pairs.binary_search(&pair(first, second)) {
            Ok(list) => self.wordings.list(list),
            Err(_) => &[],
        }
    }

    /// The wordings of the rarest pair.
    fn rarest(&self, run: &[u16]) -> &[u32] {
        let lists = run.windows(2).map(|two| self.list(two[0], two[1]));
        lists.min_by_key(|list| list.len()).unwrap_or_default()
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

const fn quality(stands: u32) -> Quality {
    match stands {
        WHOLE => Quality::Exact,
        FIRST => Quality::Prefix,
        _ => Quality::Substring,
    }
}

/// Where a run of at least two characters stands first. Many places are looked at together, which compilers make one step of.
fn find(own: &[u16], run: &[u16]) -> Option<usize> {
    const AT_ONCE: usize = 32;
    let places = (own.len() + 1).checked_sub(run.len())?;
    let (firsts, seconds) = (&own[..places], &own[1..=places]);
    let blocks = firsts.chunks(AT_ONCE).zip(seconds.chunks(AT_ONCE));
    for (number, (first, second)) in blocks.enumerate() {
        let both = first.iter().zip(second).fold(0_u16, |any, (first, second)| {
            any | (u16::from(*first == run[0]) & u16::from(*second == run[1]))
        });
        if both == 0 {
            continue;
        }
        let block = number * AT_ONCE..number * AT_ONCE + first.len();
        if let Some(at) = block.into_iter().find(|&at| own[at..].starts_with(run)) {
            return Some(at);
        }
    }
    None
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

#[cfg(test)]
mod tests {
    use super::Quality::{Exact, Prefix, Substring};
    use super::*;

    fn of(wordings: &[&str]) -> Chinese {
        let (mut characters, mut starts) = (Vec::new(), Vec::new());
        for wording in wordings {
            starts.push(count(characters.len()));
            characters.extend(wording.encode_utf16().chain([BREAK]));
        }
        starts.push(count(characters.len()));
        Chinese::of(characters, starts, &vec![false; wordings.len()])
    }

    fn longest(wordings: &[&str], run: &str, looked_at: u32) -> (usize, u32) {
        let run: Vec<u16> = run.encode_utf16().collect();
        let mut patience = Patience(looked_at);
        (of(wordings).longest(&run, &mut patience), patience.0)
    }

    #[test]
    fn a_piece_is_as_long_as_it_stands_and_pairs_in_an_order_that_stands_nowhere_cost_no_look() {
        let wordings = ["城市的灯光城市的夜", "夜灯"];
        assert_eq!(longest(&wordings, "城市的夜灯", 100).0, 4);
        assert_eq!(longest(&wordings, "灯光夜灯", 100), (2, 100));
        assert_eq!(longest(&wordings, "雾城市", 100), (1, 100));
        assert_eq!(longest(&wordings, "城市的夜", 5), (2, 0), "impatient, it takes what it knows");
        // 的夜 and 夜灯 stand, but not together.
        assert_eq!(longest(&wordings, "的夜灯", 100), (2, 91));
    }

    #[test]
    fn how_a_pair_or_a_character_stands_is_known_without_its_text() {
        let chinese = of(&["灯光", "灯", "灯光夜", "夜灯光"]);
        let found = |run: &str| {
            let run: Vec<u16> = run.encode_utf16().collect();
            let mut found = Vec::new();
            chinese.each(&run, |wording, quality| found.push((wording, quality)));
            found.sort_unstable_by_key(|(wording, _)| *wording);
            found
        };
        assert_eq!(found("灯光"), [(0, Exact), (2, Prefix), (3, Substring)]);
        assert_eq!(found("灯"), [(0, Prefix), (1, Exact), (2, Prefix), (3, Substring)]);
        assert_eq!(found("夜灯光"), [(3, Exact)]);
    }
}
