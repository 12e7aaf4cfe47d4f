//! Many words looked for at once, byte by byte: what has been read so far is a state, and a table says to which the next byte leads.
//!
//! The states are those of an automaton that others build; here they stand closer together, since most of what it costs is memory to look at.

use aho_corasick::automaton::{Automaton, StateID};
use aho_corasick::{Anchored, dfa::DFA};
use rustc_hash::FxHashMap;

/// No words have more different letters.
const LETTERS: usize = 128;

/// Marks a state in which a word has ended.
const ENDED: u16 = 1 << 15;

/// Words that are looked for, be their Latin letters large or small.
pub(super) struct Spotting {
    /// Which letter of the words a byte is; none of them is 0.
    letters: [u8; 256],
    /// For each state, to which each letter leads.
    states: Vec<[u16; LETTERS]>,
    /// For each state, the words that have ended, the longest first, by their numbers.
    ended: Vec<Vec<usize>>,
}

impl Spotting {
    pub(super) fn new(words: &[&str]) -> Self {
        let finder = DFA::builder().ascii_case_insensitive(true).build(words);
        let finder = finder.expect("a few short words are within every bound");
        let (letters, bytes) = letters_of(words);
        let start = finder.start_state(Anchored::No).expect("it is built to find words wherever they stand");
        let mut found = vec![start];
        let mut numbers = FxHashMap::from_iter([(start, 0)]);
        let mut spotting = Self { letters, states: Vec::new(), ended: Vec::new() };
        while let Some(state) = found.get(spotting.states.len()).copied() {
            let mut number_of = |next: StateID| {
                *numbers.entry(next).or_insert_with(|| {
                    found.push(next);
                    let number = u16::try_from(found.len() - 1).expect("a few thousand states");
                    if finder.is_match(next) { number | ENDED } else { number }
                })
            };
            let mut row = [0; LETTERS];
            for (letter, byte) in bytes.iter().enumerate() {
                row[letter] = number_of(finder.next_state(Anchored::No, state, *byte));
            }
            spotting.states.push(row);
            let count = if finder.is_match(state) { finder.match_len(state) } else { 0 };
            let ended = (0..count).map(|index| finder.match_pattern(state, index).as_usize());
            spotting.ended.push(ended.collect());
        }
        spotting
    }

    /// Hands each word of a text to `with`, in order of their ends: which one it is and where it ends.
    pub(super) fn each(&self, text: &[u8], mut with: impl FnMut(usize, usize)) {
        let (mut end, mut state) = (0, 0);
        while let Some((here, ended)) = self.next_end(text, end, state) {
            self.ended[usize::from(ended & !ENDED)].iter().for_each(|word| with(*word, here));
            (end, state) = (here, ended);
        }
    }

    /// Where the next words end from a byte on, and the state there. Nearly all that the words cost is spent here.
    #[inline(never)]
    fn next_end(&self, text: &[u8], from: usize, mut state: u16) -> Option<(usize, u16)> {
        let (states, letters) = (&self.states[..], &self.letters);
        for (at, byte) in text.iter().enumerate().skip(from) {
            let letter = usize::from(letters[usize::from(*byte)]) % LETTERS;
            state = states[usize::from(state & !ENDED)][letter];
            if state & ENDED != 0 {
                return Some((at + 1, state));
            }
        }
        None
    }
}

/// The number of each byte among the letters of some words, and a byte for each number; large and small letters are one.
fn letters_of(words: &[&str]) -> ([u8; 256], Vec<u8>) {
    // No text has this byte.
    let (mut letters, mut bytes) = ([0; 256], vec![u8::MAX]);
    for byte in words.iter().flat_map(|word| word.bytes()) {
        if letters[usize::from(byte)] == 0 {
            let number = u8::try_from(bytes.len()).ok().filter(|number| usize::from(*number) < LETTERS);
            let number = number.expect("the words have fewer letters");
            letters[usize::from(byte.to_ascii_lowercase())] = number;
            letters[usize::from(byte.to_ascii_uppercase())] = number;
            bytes.push(byte);
        }
    }
    (letters, bytes)
}
