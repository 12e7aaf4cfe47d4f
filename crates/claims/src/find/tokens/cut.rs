//! A paragraph cut into tokens: one pass from left to right; every byte is looked at a bounded number of times.

use super::cut_en::{latin, letters_end, word_end};
use super::cut_zh::{chinese, plain};
use super::lexicon::heads::first_letters;
use super::literal;
use super::sense::Sense;
use super::token::{Case, Numeral, Token, What, is_cjk, numeral};
use super::words::WORDS;

/// Cuts `text` into `tokens`, which are emptied first.
pub(crate) fn cut(text: &str, tokens: &mut Vec<Token>) {
    tokens.clear();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        let byte = bytes[at];
        let what;
        (at, what) = if byte.is_ascii_digit() {
            digits(text, at)
        } else if byte.is_ascii_alphabetic() {
            let word = first_letters(&bytes[at..]);
            let (end, what) = latin(text, at, word, tokens);
            if end == at + word.0 {
                tokens.push(Token::word(start, word, what, tokens.last()));
                at = end;
                continue;
            }
            (end, what)
        } else if byte < 0x80 {
            at += 1;
            match byte {
                b' ' => {
                    if let Some(last) = tokens.last_mut().filter(|last| is_set_apart(text, at, last)) {
                        last.end = at;
                    }
                    continue;
                }
                b'\t' | b'\r' => continue,
                b'\n' => (at, What::Line),
                b'@' => (word_end(text, at), What::Code),
                byte => sign(text, start, char::from(byte)),
            }
        } else {
            if let Some(letter) = plain(bytes, at) {
                at += letter.len();
                tokens.push(Token::character(start, letter, tokens.last()));
                continue;
            }
            let letter = text[at..].chars().next().unwrap_or(' ');
            let Some(token) = wide(text, at, letter, tokens) else {
                at += letter.len_utf8();
                continue;
            };
            token
        };
        tokens.push(Token::new(text, start, at, what, tokens.last()));
    }
}

/// 2024 年 5 月, 17.4 万人次, 第 6 届: the blank that typesetters put between digits and characters, which parts nothing.
///
/// `at` stands behind the blank. Before other words than units it may part the columns of a table, so that it stays one.
fn is_set_apart(text: &str, at: usize, last: &Token) -> bool {
    if last.end + 1 != at {
        return false;
    }
    let Some(byte) = text.as_bytes().get(at) else { return false };
    if !matches!(last.what, What::Literal(_)) {
        return byte.is_ascii_digit()
            && text[last.start..last.end]
                .ends_with(['第', '年', '月', '日', '时', '午', '晚', '晨', '之', '前']);
    }
    let Some(next) = text[at..].chars().next().filter(|_| !byte.is_ascii()) else { return false };
    if matches!(numeral(next), Some(Numeral::Power(2..))) || "年月日号时分点成余多".contains(next) {
        return is_cjk(next);
    }
    is_cjk(next)
        && WORDS.chinese(text, at, next, |_| true).is_some_and(|(_, sense)| {
            matches!(
                sense,
                Sense::Measure(_)
                    | Sense::Classifier(_)
                    | Sense::Money(_)
                    | Sense::Point
                    | Sense::Times
                    | Sense::Behind(_)
            )
        })
}

/// A sign, or the word that begins with one: %, +.
fn sign(text: &str, at: usize, letter: char) -> (usize, What) {
    match letter {
        '%' => (at + 1, What::Known(Sense::Percent)),
        // +86 574 5550 0142
        '+' if dialled(text, at + 1).is_some() => (dialled(text, at + 1).unwrap_or(at + 1), What::Code),
        // (0574) 5550-0199
        '(' if text[at + 1..].starts_with('0') && dialled(text, at + 1).is_some() => {
            (dialled(text, at + 1).unwrap_or(at + 1), What::Code)
        }
        // The codes of hashtags are names.
        '#' => (word_end(text, at + 1), What::Code),
        _ => (at + 1, What::Sign(letter)),
    }
}

/// The end of a telephone number in groups: at least eight digits in two groups or more, and nothing else.
fn dialled(text: &str, at: usize) -> Option<usize> {
    const LONGEST: usize = 24;
    let rest = &text.as_bytes()[at.min(text.len())..];
    let part = |byte: &&u8| byte.is_ascii_digit() || b" -()".contains(byte);
    let mut end = rest.iter().take(LONGEST).take_while(part).count();
    while end > 0 && !rest[end - 1].is_ascii_digit() {
        end -= 1;
    }
    let digits = rest[..end].iter().filter(|byte| byte.is_ascii_digit()).count();
    let groups = rest[..end].split(|byte| !byte.is_ascii_digit()).filter(|group| !group.is_empty()).count();
    let first = rest.first().is_some_and(u8::is_ascii_digit);
    (first && (8..=15).contains(&digits) && groups >= 2 && end < LONGEST).then_some(at + end)
}

fn digits(text: &str, at: usize) -> (usize, What) {
    let (end, literal) = literal::read(text, at);
    match literal {
        Some(literal) => (end, What::Literal(literal)),
        None => (end, What::Code),
    }
}

/// A character beyond ASCII: a Chinese word, a numeral, a full-width digit, a sign; nothing for blanks and marks of direction.
fn wide(text: &str, at: usize, letter: char, tokens: &[Token]) -> Option<(usize, What)> {
    let end = at + letter.len_utf8();
    if is_cjk(letter) {
        return Some(chinese(text, at, letter, tokens));
    }
    // The commonest signs need no table be asked for.
    if matches!(
        letter,
        '，' | '。' | '、' | '；' | '：' | '（' | '）' | '“' | '”' | '《' | '》' | '—' | '–' | '’'
    ) {
        return Some((end, What::Sign(letter)));
    }
    if letter.is_whitespace() || is_invisible(letter) {
        return None;
    }
    if ('０'..='９').contains(&letter) {
        return Some(digits(text, at));
    }
    Some(match letter {
        '％' | '﹪' => (end, What::Known(Sense::Percent)),
        '‰' => (end, What::Known(Sense::Permille)),
        '㎡' => (end, What::Known(Sense::Measure(crate::unit::Unit::SquareMetre))),
        '℃' => (end, What::Known(Sense::Measure(crate::unit::Unit::DegreeCelsius))),
        '°' if text[end..].starts_with('C') => {
            (end + 1, What::Known(Sense::Measure(crate::unit::Unit::DegreeCelsius)))
        }
        '°' if text[end..].starts_with(" C") => {
            (end + 2, What::Known(Sense::Measure(crate::unit::Unit::DegreeCelsius)))
        }
        letter if letter.is_alphanumeric() => (letters_end(text, end), What::Word(Case::Small)),
        letter => (end, What::Sign(letter)),
    })
}

/// Marks of direction, joiners and the byte order mark: they may stand anywhere and mean nothing.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{AD}' | '\u{FE0F}')
}
