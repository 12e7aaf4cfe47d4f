//! 項目簽約逾5億元 read like 项目签约逾5亿元: traditional characters are taken for the simplified ones that our words are written in.
//!
//! Character by character, so that no word is made another by its neighbours; both are three bytes long, so that every place stays where it was. What
//! simplified texts write as well (乾, 著, 徵) is left alone. Costs one look into a table for each Chinese character; a text without such
//! characters is handed back as it is.

use crate::figure::Figure;
use crate::ledger::Ledger;
use std::borrow::Cow;
use std::sync::LazyLock;

const FIRST: u32 = 0x4E00;
const COUNT: usize = 0x5200;

/// Each traditional character with the simplified one, by their numbers, as the build found them in a dictionary.
const PAIRS: &[(u16, u16)] = &include!(concat!(env!("OUT_DIR"), "/simplified.rs"));

/// For each Chinese character the simplified one by its number, or zero.
static SIMPLIFIED: LazyLock<Box<[u16]>> = LazyLock::new(|| {
    let mut table = vec![0; COUNT].into_boxed_slice();
    for (traditional, simplified) in PAIRS {
        if let Some(slot) = char::from_u32(u32::from(*traditional)).and_then(slot) {
            table[slot] = *simplified;
        }
    }
    table
});

fn slot(letter: char) -> Option<usize> {
    let at = u32::from(letter).checked_sub(FIRST)? as usize;
    (at < COUNT).then_some(at)
}

fn simplified(letter: char, table: &[u16]) -> Option<char> {
    let simple = table[slot(letter)?];
    if simple == 0 { None } else { char::from_u32(u32::from(simple)) }
}

/// The simplified character of a traditional one.
pub(crate) fn simplified_of(letter: char) -> Option<char> {
    simplified(letter, &SIMPLIFIED)
}

/// A text in simplified characters, each where it stood.
pub(crate) fn folded(text: Cow<'_, str>) -> Cow<'_, str> {
    let table = &**SIMPLIFIED;
    if !has_traditional(text.as_bytes(), table) {
        return text;
    }
    text.chars().map(|letter| simplified(letter, table).unwrap_or(letter)).collect::<String>().into()
}

/// Whether a text has any traditional character: told by the bytes, since most texts have none.
fn has_traditional(text: &[u8], table: &[u16]) -> bool {
    let mut rest = text;
    loop {
        // Most Chinese characters stand in a row.
        while let [first @ 0xE4..=0xE9, second, third, behind @ ..] = rest {
            let (first, second, third) = (usize::from(*first), usize::from(*second), usize::from(*third));
            let letter = (first & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F;
            if table.get(letter.wrapping_sub(FIRST as usize)).is_some_and(|simple| *simple != 0) {
                return true;
            }
            rest = behind;
        }
        let length = match rest.first() {
            None => return false,
            // Eight letters of ASCII at once.
            Some(..0x80) if rest.first_chunk().is_some_and(|eight: &[u8; 8]| eight.is_ascii()) => 8,
            Some(_) => 1,
        };
        rest = &rest[length..];
    }
}

/// A ledger whose Chinese words are in simplified characters, to be held against texts that were folded.
pub(crate) fn folded_ledger(ledger: &Ledger) -> Cow<'_, Ledger> {
    let table = &**SIMPLIFIED;
    let words = ledger.figures.iter().flat_map(|figure| &figure.zh);
    let words = words.chain(ledger.weeks.iter().flat_map(|week| &week.names.zh));
    let mut words =
        words.chain(ledger.scopes.values().flat_map(|values| values.values()).flat_map(|said| &said.zh));
    if !words.any(|word| word.chars().any(|letter| simplified(letter, table).is_some())) {
        return Cow::Borrowed(ledger);
    }
    let mut ledger = ledger.clone();
    let all = |words: &mut Vec<String>| {
        for word in words {
            *word = folded(Cow::Borrowed(word)).into_owned();
        }
    };
    for Figure { zh, .. } in &mut ledger.figures {
        all(zh);
    }
    for week in &mut ledger.weeks {
        all(&mut week.names.zh);
    }
    for said in ledger.scopes.values_mut().flat_map(|values| values.values_mut()) {
        all(&mut said.zh);
    }
    Cow::Owned(ledger)
}
