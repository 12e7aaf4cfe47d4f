//! First words of phrases, found by their letters: nearly all words of a text are told to be none at one look.

use super::heads::Key;

/// What is known of first words, each by its letters.
#[derive(Debug, Clone)]
pub(super) struct Firsts<T> {
    /// At the place that the letters ask for, or the next free one behind it: one more than the index of an entry.
    slots: Vec<u16>,
    entries: Vec<(Key, T)>,
}

/// How many slots there are for each entry at the least, so that most others ask for an empty one.
const ROOM: usize = 8;

impl<T> Firsts<T> {
    /// All of `entries`, of which no two have the same letters.
    pub(super) fn new(entries: Vec<(Key, T)>) -> Self {
        let mut slots = vec![0; (entries.len().max(1) * ROOM).next_power_of_two()];
        for (index, (key, _)) in entries.iter().enumerate() {
            let mut at = place(key, slots.len());
            while slots[at] != 0 {
                at = (at + 1) % slots.len();
            }
            slots[at] = u16::try_from(index + 1).expect("no dictionary has so many first words");
        }
        Self { slots, entries }
    }

    #[inline]
    pub(super) fn get(&self, key: &Key) -> Option<&T> {
        let mut at = place(key, self.slots.len());
        loop {
            let (own, known) = self.entries.get(usize::from(*self.slots.get(at)?).checked_sub(1)?)?;
            if own == key {
                return Some(known);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }
}

/// Which of so many slots, a power of two, letters ask for first.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "what is left of the number is below that of the slots")]
fn place(key: &Key, slots: usize) -> usize {
    const MIX: u64 = 0x9E37_79B9_7F4A_7C15;
    let [first, second, third] = key;
    let mixed = (first ^ second.rotate_left(23) ^ third.rotate_left(46)).wrapping_mul(MIX);
    (mixed >> (64 - slots.trailing_zeros().max(1))) as usize & (slots - 1)
}
