//! Words in Latin letters, and the codes that they begin.

use super::sense::Sense;
use super::token::{Case, Token, What, is_cjk};
use super::words::WORDS;

/// A word or phrase in Latin letters, or a code of letters and digits; of the letters of ASCII it is known how many there are, and the first.
#[inline]
pub(in crate::find) fn latin(
    text: &str,
    at: usize,
    (letters, head): (usize, u64),
    tokens: &[Token],
) -> (usize, What) {
    let bytes = text.as_bytes();
    let end = at + letters;
    let behind = &bytes[end..];
    let glued_before =
        tokens.last().is_some_and(|token| token.end == at && matches!(token.what, What::Literal(_)));

    if !glued_before {
        let address = match behind.first() {
            Some(b'.') => bytes[at..end].eq_ignore_ascii_case(b"www"),
            Some(b':') => behind.starts_with(b"://"),
            _ => false,
        };
        if address {
            return (word_end(text, at), What::Code);
        }
        let digit_behind = match behind {
            [b'-' | b'.', digit, ..] if digit.is_ascii_digit() => !is_prefix(&text[at..end]),
            [digit, ..] if digit.is_ascii_digit() => {
                let word = &text[at..end];
                !is_currency(word) && !is_measured(&text[end..]) && !is_square(word, behind, tokens)
            }
            _ => false,
        };
        if digit_behind {
            return (word_end(text, at), What::Code);
        }
    }
    // CA 1831 is a flight, no “circa”.
    let code = letters == 2 && matches!(&bytes[at..end], b"CA" | b"NO" | b"MU" | b"CZ" | b"HU");
    if let Some((length, sense)) =
        WORDS.latin_of(text, at, (letters, head)).filter(|_| !(code && behind.first() == Some(&b' ')))
    {
        let whole = at + length;
        // “Nonyuan” is no yuan: a phrase ends where a word ends, which the lexicon sees to, except before other letters.
        if length > letters || letters_end(text, whole) == whole {
            return (whole, What::Known(sense));
        }
    }
    let end = letters_end(text, end);
    let case = if bytes[at].is_ascii_uppercase() { Case::Capital } else { Case::Small };
    (end, What::Word(case))
}

/// “mid-15”, “Sept.30”: what stands before a number and is no part of a code.
fn is_prefix(word: &str) -> bool {
    word.len() > 3
        && WORDS
            .latin(word, 0, word.len())
            .is_some_and(|(_, sense)| matches!(sense, Sense::Month(_) | Sense::Hedge(_)))
        || word.eq_ignore_ascii_case("mid")
        || word.eq_ignore_ascii_case("no")
}

/// 占GDP11.8%, 人均GDP11.8万元: digits behind letters are no part of a code when a share, a scale or money follows.
fn is_measured(behind: &str) -> bool {
    const LONGEST: usize = 16;
    let bytes = behind.as_bytes();
    let digits =
        bytes.iter().take(LONGEST).take_while(|byte| byte.is_ascii_digit() || b".,".contains(byte)).count();
    let Some(rest) = behind.get(digits..) else { return false };
    ["%", "％", "‰", "万", "亿", "元", "个百分点", "倍"].iter().any(|unit| rest.starts_with(unit))
}

/// “100,000 m2”: a measure behind its number, and no code.
fn is_square(word: &str, behind: &[u8], tokens: &[Token]) -> bool {
    let alone = !behind.get(1).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'-');
    let number = tokens
        .last()
        .is_some_and(|token| matches!(token.what, What::Literal(_) | What::Known(Sense::Power(_))));
    matches!(word, "m" | "km" | "cm" | "mm") && matches!(behind, [b'2' | b'3', ..]) && alone && number
}

fn is_currency(word: &str) -> bool {
    WORDS.latin(word, 0, word.len()).is_some_and(|(_, sense)| matches!(sense, Sense::Money(_)))
}

/// The end of a run of letters and digits with the signs that hold addresses together.
pub(in crate::find) fn word_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let part = |byte: u8| byte.is_ascii_alphanumeric() || b"-._/:@?=&#%~+".contains(&byte);
    let mut end = at + bytes[at.min(bytes.len())..].iter().take_while(|byte| part(**byte)).count();
    // A full stop or colon behind it belongs to the sentence.
    while end > at && b".:?-/".contains(&bytes[end - 1]) {
        end -= 1;
    }
    end.max(at)
}

/// The end of a run of letters that are not Chinese.
#[inline]
pub(in crate::find) fn letters_end(text: &str, at: usize) -> usize {
    // Nearly all words end before a sign of ASCII, of which no table need be asked.
    match text.as_bytes().get(at) {
        None => at,
        Some(byte) if byte.is_ascii() && !byte.is_ascii_alphabetic() => at,
        Some(_) => wide_letters_end(text, at),
    }
}

/// The same where letters beyond ASCII may follow.
fn wide_letters_end(text: &str, at: usize) -> usize {
    let more = text[at..].find(|letter: char| is_cjk(letter) || !letter.is_alphabetic());
    more.map_or(text.len(), |more| at + more)
}
