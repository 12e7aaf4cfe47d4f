//! How Chinese characters are read: pinyin without tones, every common reading of each, for people who type what they hear.
//!
//! A query matches a run of characters if it is made of a piece of each: the whole syllable, or only how it begins. So
//! `rengongzhineng`, `rgzn` and `rengzn` all find 人工智能, and no reading has to be chosen for 重庆 or 单 beforehand.
//! The table takes a quarter of a megabyte, once a process.

use std::collections::HashMap;
use std::sync::LazyLock;

use pinyin::ToPinyinMulti as _;

/// At most so many readings of one character; the rarest of the rest are in no living use.
const MOST_READINGS: usize = 5;

const FIRST: u16 = 0x3400;
const LAST: u16 = 0x9fff;

/// The longest syllables have six letters: `zhuang`.
pub(super) const LONGEST_SYLLABLE: usize = 6;

#[derive(Debug)]
struct Table {
    syllables: Vec<&'static str>,
    /// The places of each character's readings among the syllables; nought fills up.
    of: Vec<[u16; MOST_READINGS]>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table =
        Table { syllables: vec![""], of: vec![[0; MOST_READINGS]; usize::from(LAST - FIRST) + 1] };
    let mut places: HashMap<&'static str, u16> = HashMap::new();
    for (code, own) in (FIRST..=LAST).zip(&mut table.of) {
        let Some(readings) = char::from_u32(u32::from(code)).and_then(|c| c.to_pinyin_multi()) else {
            continue;
        };
        let mut free = own.iter_mut();
        let mut known = Vec::new();
        for syllable in readings.into_iter().flat_map(|reading| spellings(reading.plain())) {
            if known.contains(&syllable) {
                continue;
            }
            known.push(syllable);
            let Some(slot) = free.next() else { break };
            *slot = *places.entry(syllable).or_insert_with(|| {
                table.syllables.push(syllable);
                u16::try_from(table.syllables.len() - 1).expect("there are some four hundred syllables")
            });
        }
    }
    table
});

/// How a syllable is typed: 女 is `nv` to most keyboards and `nu` to passports.
fn spellings(plain: &'static str) -> impl Iterator<Item = &'static str> {
    let typed: &[&'static str] = match plain {
        "lü" => &["lv", "lu"],
        "nü" => &["nv", "nu"],
        "lüe" => &["lve", "lue"],
        "nüe" => &["nve", "nue"],
        _ => &[],
    };
    let itself = typed.is_empty().then_some(plain);
    let is_plain = |syllable: &&str| syllable.bytes().all(|byte| byte.is_ascii_lowercase());
    typed.iter().copied().chain(itself).filter(is_plain)
}

/// The readings of a character, the commonest first.
pub(super) fn of(character: u16) -> impl Iterator<Item = &'static str> + Clone {
    let table = &*TABLE;
    let own = (FIRST..=LAST).contains(&character).then(|| table.of[usize::from(character - FIRST)]);
    own.into_iter().flatten().take_while(|&place| place != 0).map(|place| table.syllables[usize::from(place)])
}

/// The letters with which a character's readings begin, each once, by their place in the alphabet from 1.
pub(super) fn initials(character: u16) -> impl Iterator<Item = u8> {
    let mut seen = 0_u32;
    of(character).filter_map(move |syllable| {
        let letter = syllable.bytes().next()? - b'a' + 1;
        let is_new = seen & 1 << letter == 0;
        seen |= 1 << letter;
        is_new.then_some(letter)
    })
}

/// The sound of a few characters by their commonest readings; nothing if one of them has none.
pub(super) fn sound(characters: &[u16]) -> Option<String> {
    characters.iter().map(|&character| of(character).next()).collect()
}

/// Whether some syllable begins with these letters.
pub(super) fn begins_one(letters: &[u8]) -> bool {
    static BEGINNINGS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
        let mut sorted = TABLE.syllables.clone();
        sorted.sort_unstable();
        sorted
    });
    let next = BEGINNINGS.partition_point(|syllable| syllable.as_bytes() < letters);
    BEGINNINGS.get(next).is_some_and(|syllable| syllable.as_bytes().starts_with(letters))
}

/// How much a query may be turned over before it is given up; only texts made for the purpose come near it.
#[derive(Debug)]
pub(super) struct Patience(pub(super) u32);

impl Patience {
    /// Takes so much of it; once there is not so much left, nothing more is tried.
    pub(super) fn spend(&mut self, much: usize) -> bool {
        let left = u32::try_from(much).ok().and_then(|much| self.0.checked_sub(much));
        self.0 = left.unwrap_or_default();
        left.is_some()
    }
}

/// With how many of these characters, from the first on, a query is read; nothing if it is not.
pub(super) fn covered(characters: &[u16], typed: &[u8], patience: &mut Patience) -> Option<usize> {
    let (&first, rest) = characters.split_first()?;
    patience.0 = patience.0.checked_sub(1)?;
    for syllable in of(first) {
        let syllable = syllable.as_bytes();
        // The last piece may be on its way still.
        if syllable.starts_with(typed) {
            return Some(1);
        }
        let whole = typed.strip_prefix(syllable);
        let double = syllable.get(1) == Some(&b'h') && syllable.len() > 2;
        let initial = (syllable.len() > 1).then(|| typed.strip_prefix(&syllable[..1])).flatten();
        let double = double.then(|| typed.strip_prefix(&syllable[..2])).flatten();
        for left in [whole, double, initial].into_iter().flatten() {
            if let Some(more) = covered(rest, left, patience) {
                return Some(more + 1);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reads(text: &str, typed: &str) -> Option<usize> {
        let characters: Vec<u16> = text.encode_utf16().collect();
        covered(&characters, typed.as_bytes(), &mut Patience(10_000))
    }

    #[test]
    fn whole_syllables_initials_and_both_mixed_are_read() {
        for typed in ["rengongzhineng", "rgzn", "rgzhn", "rengongzn", "rengongzhin", "rg"] {
            assert!(reads("人工智能", typed).is_some(), "{typed}");
        }
        assert_eq!(reads("人工智能", "rengong"), Some(2));
        for typed in ["gongzhi", "renggong", "rgznx", "rengongzhinengx"] {
            assert_eq!(reads("人工智能", typed), None, "{typed}");
        }
    }

    #[test]
    fn every_reading_counts_and_both_spellings_of_a_narrow_u() {
        for typed in ["chongqing", "zhongqing", "cq", "zq"] {
            assert_eq!(reads("重庆", typed), Some(2), "{typed}");
        }
        for typed in ["shan", "dan", "chan"] {
            assert_eq!(reads("单", typed), Some(1), "{typed}");
        }
        assert!(reads("绿色", "lvse").is_some() && reads("绿色", "luse").is_some());
    }

    #[test]
    fn a_text_made_to_keep_us_busy_does_not() {
        let characters: Vec<u16> = "阿".repeat(100).encode_utf16().collect();
        let mut patience = Patience(500);
        assert_eq!(covered(&characters, "a".repeat(90).as_bytes(), &mut patience), Some(90));
        assert_eq!(covered(&characters, format!("{}x", "a".repeat(90)).as_bytes(), &mut patience), None);
    }
}
