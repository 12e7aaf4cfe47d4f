//! Chinese words and numerals, where one may be read as the other.

use super::lexicon::{FIRST_HAN, LAST_HAN, common, second};
use super::sense::Sense;
use super::token::{Numeral, Token, What, numeral};
use super::words::WORDS;
use crate::claim::Hedge;
use std::sync::LazyLock;

/// For each common Chinese character the marks of those that may stand behind it in a word; all for what is one alone, a numeral, or before one.
static SECONDS: LazyLock<Box<[u64]>> = LazyLock::new(|| {
    let seconds = |letter: char| match letter {
        '第' => u64::MAX,
        _ if numeral(letter).is_some() => u64::MAX,
        _ => WORDS.seconds(letter),
    };
    (FIRST_HAN..=LAST_HAN).map(|letter| char::from_u32(letter).map_or(0, seconds)).collect()
});

/// The character at `at`, if it is a plain one with which no word begins here: most are, and nothing more is asked of them.
#[inline]
pub(in crate::find) fn plain(text: &[u8], at: usize) -> Option<[u8; 3]> {
    let rest = text.get(at..)?;
    let seconds = *SECONDS.get(common(rest)?)?;
    let begins = seconds == u64::MAX || seconds != 0 && second(rest).is_some_and(|mark| seconds & mark != 0);
    if begins { None } else { rest.first_chunk().copied() }
}

/// A Chinese word, numeral or other character.
#[inline]
pub(in crate::find) fn chinese(text: &str, at: usize, letter: char, tokens: &[Token]) -> (usize, What) {
    let end = at + letter.len_utf8();
    let own = numeral(letter);
    let before = tokens.last().filter(|token| token.end == at).map(|token| &token.what);
    let after_numeral = matches!(before, Some(What::Numeral(_) | What::Literal(_)));
    // 九十分钟 is no 十分: inside a numeral, its characters are numerals, save where they begin a unit as 千瓦时 does.
    // 四分之一是: behind 分之 stands the top of a fraction, and no 一是.
    let after_part = matches!(before, Some(What::Known(Sense::PartOf)));
    if let Some(own) = own
        && (after_numeral || after_part)
        && own != Numeral::Vague
    {
        let unit = WORDS.chinese(text, at, letter, |sense| {
            matches!(sense, Sense::Measure(_) | Sense::Classifier(_) | Sense::Point)
        });
        return unit.map_or((end, What::Numeral(own)), |(length, sense)| (at + length, What::Known(sense)));
    }
    // 150多个 is no 多个, 4个人 no 个人: behind a number, a unit or 多 wins over longer words.
    let counted = after_numeral || matches!(before, Some(What::Known(Sense::Behind(Hedge::More))));
    if counted {
        let unit = WORDS.chinese(text, at, letter, |sense| {
            matches!(
                sense,
                Sense::Measure(_)
                    | Sense::Classifier(_)
                    | Sense::Point
                    | Sense::Times
                    | Sense::Money(_)
                    | Sense::Behind(_)
                    | Sense::PartOf
            )
        });
        if let Some((length, sense)) = unit {
            return (at + length, What::Known(sense));
        }
    }
    let nth = letter == '第'
        && text[end..]
            .trim_start_matches(' ')
            .chars()
            .next()
            .is_some_and(|next| numeral(next).is_some() || next.is_numeric());
    let found = WORDS.chinese(text, at, letter, |_| true);
    if let Some((length, sense)) = found
        && !(nth && length == letter.len_utf8())
        && !(own.is_some() && goes_on(&text[at..at + length], &text[at + length..]))
    {
        return (at + length, What::Known(sense));
    }
    match own {
        _ if nth => (end, What::Nth),
        Some(own) => (end, What::Numeral(own)),
        None => (end, What::Other),
    }
}

/// Whether a numeral goes on where a fixed expression would end: 十分之一, 三百分.
fn goes_on(word: &str, rest: &str) -> bool {
    let part = rest.strip_prefix('之').and_then(|rest| rest.chars().next());
    let scaled = || rest.starts_with(['十', '百', '千', '万', '亿']);
    part.is_some_and(|part| numeral(part).is_some() || part.is_numeric())
        || rest.starts_with(['钟', '余', '多'])
        // 三四十个, 四季度
        || scaled() && word.chars().all(|letter| numeral(letter).is_some())
        || rest.starts_with('度') && word == "四季"
}
