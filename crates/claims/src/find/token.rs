//! A paragraph cut into what matters to figures: numerals, known words, unknown words, signs.
//!
//! One pass from left to right; every byte is looked at a bounded number of times.

use super::literal::{self, Literal};
use super::sense::Sense;
use super::words::WORDS;
use crate::claim::Hedge;

/// A stretch of a paragraph.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    /// Where it begins, in bytes of the paragraph.
    pub(crate) start: usize,
    /// Where it ends.
    pub(crate) end: usize,
    /// What it is.
    pub(crate) what: What,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum What {
    /// Digits, with a point and grouping if they have them.
    Literal(Literal),
    /// A Chinese numeral character.
    Numeral(Numeral),
    /// 第 before a number.
    Nth,
    /// A word of the dictionaries.
    Known(Sense),
    /// Another word in Latin letters.
    Word(Case),
    /// Another Chinese character or any other letter.
    Other,
    /// 5G, B12, www.example.org: letters and digits mixed, which are no figure.
    Code,
    /// Punctuation or any other sign.
    Sign(char),
    /// The end of a line.
    Line,
}

/// How a word begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// With a capital.
    Capital,
    /// Without.
    Small,
}

/// What a Chinese numeral character stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Numeral {
    /// 〇 to 九, and 两
    Digit(u8),
    /// 十 百 千 万 亿: the exponent
    Power(u8),
    /// 几, 数: no figure
    Vague,
    /// 半
    Half,
}

pub(crate) fn numeral(letter: char) -> Option<Numeral> {
    Some(match letter {
        '〇' | '零' => Numeral::Digit(0),
        '一' | '壹' => Numeral::Digit(1),
        '二' | '两' | '贰' | '兩' => Numeral::Digit(2),
        '三' | '叁' => Numeral::Digit(3),
        '四' | '肆' => Numeral::Digit(4),
        '五' | '伍' => Numeral::Digit(5),
        '六' | '陆' => Numeral::Digit(6),
        '七' | '柒' => Numeral::Digit(7),
        '八' | '捌' => Numeral::Digit(8),
        '九' | '玖' => Numeral::Digit(9),
        '十' | '拾' => Numeral::Power(1),
        '百' | '佰' => Numeral::Power(2),
        '千' | '仟' => Numeral::Power(3),
        '万' | '萬' => Numeral::Power(4),
        '亿' | '億' => Numeral::Power(8),
        '几' | '数' => Numeral::Vague,
        '半' => Numeral::Half,
        _ => return None,
    })
}

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
            latin(text, at, tokens)
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
            let letter = text[at..].chars().next().unwrap_or(' ');
            if is_plain(letter) {
                at += letter.len_utf8();
                tokens.push(Token { start, end: at, what: What::Other });
                continue;
            }
            let Some(token) = wide(text, at, letter, tokens) else {
                at += letter.len_utf8();
                continue;
            };
            token
        };
        tokens.push(Token { start, end: at, what });
    }
}

/// Whether a Chinese character begins no word, and is neither a numeral nor stands before one.
fn is_plain(letter: char) -> bool {
    matches!(letter, '\u{4E00}'..='\u{9FFF}')
        && !WORDS.begins(letter)
        && letter != '第'
        && numeral(letter).is_none()
}

/// 2024 年 5 月, 17.4 万人次, 第 6 届: the blank that typesetters put between digits and characters, which parts nothing.
///
/// `at` stands behind the blank. Before other words than units it may part the columns of a table, so that it stays one.
fn is_set_apart(text: &str, at: usize, last: &Token) -> bool {
    if last.end + 1 != at {
        return false;
    }
    let Some(next) = text[at..].chars().next() else { return false };
    if !matches!(last.what, What::Literal(_)) {
        let ends = text[last.start..last.end]
            .ends_with(['第', '年', '月', '日', '时', '午', '晚', '晨', '之', '前']);
        return ends && next.is_ascii_digit();
    }
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

/// A word or phrase in Latin letters, or a code of letters and digits.
fn latin(text: &str, at: usize, tokens: &[Token]) -> (usize, What) {
    let bytes = text.as_bytes();
    let letters = bytes[at..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let end = at + letters;
    let word = &text[at..end];
    let behind = &bytes[end..];
    let glued_before =
        tokens.last().is_some_and(|token| token.end == at && matches!(token.what, What::Literal(_)));

    if !glued_before {
        if word.eq_ignore_ascii_case("www") && behind.first() == Some(&b'.') || behind.starts_with(b"://") {
            return (word_end(text, at), What::Code);
        }
        let digit_behind = match behind {
            [b'-' | b'.', digit, ..] if digit.is_ascii_digit() => !is_prefix(word),
            [digit, ..] if digit.is_ascii_digit() => !is_currency(word) && !is_measured(&text[end..]),
            _ => false,
        };
        if digit_behind {
            return (word_end(text, at), What::Code);
        }
    }
    // CA 1831 is a flight, no “circa”.
    let code = matches!(word, "CA" | "NO" | "MU" | "CZ" | "HU");
    if let Some((length, sense)) =
        WORDS.latin(text, at, letters).filter(|_| !(code && behind.first() == Some(&b' ')))
    {
        let whole = at + length;
        // “Nonyuan” is no yuan: a phrase ends where a word ends, which the lexicon sees to, except before other letters.
        if length > letters
            || !text[whole..].chars().next().is_some_and(|next| !is_cjk(next) && next.is_alphabetic())
        {
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

fn is_currency(word: &str) -> bool {
    WORDS.latin(word, 0, word.len()).is_some_and(|(_, sense)| matches!(sense, Sense::Money(_)))
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

fn chinese(text: &str, at: usize, letter: char, tokens: &[Token]) -> (usize, What) {
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

/// The end of a run of letters and digits with the signs that hold addresses together.
fn word_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let part = |byte: u8| byte.is_ascii_alphanumeric() || b"-._/:@?=&#%~+".contains(&byte);
    let mut end = at + bytes[at.min(bytes.len())..].iter().take_while(|byte| part(**byte)).count();
    // A full stop or colon behind it belongs to the sentence.
    while end > at && b".:?-/".contains(&bytes[end - 1]) {
        end -= 1;
    }
    end.max(at)
}

fn letters_end(text: &str, at: usize) -> usize {
    // Most words end in a blank or in a Chinese character, which no table need be asked for.
    let more = text[at..].find(|letter: char| is_cjk(letter) || !letter.is_alphabetic());
    more.map_or(text.len(), |more| at + more)
}

pub(crate) fn is_cjk(letter: char) -> bool {
    matches!(letter, '\u{4E00}'..='\u{9FFF}' | '\u{3007}' | '\u{3400}'..='\u{4DBF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Marks of direction, joiners and the byte order mark: they may stand anywhere and mean nothing.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{AD}' | '\u{FE0F}')
}
