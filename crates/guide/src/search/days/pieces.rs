//! What a written day is made of: numbers, the signs behind them, the names of months and weekdays, and words such as 明天.

use jiff::civil::Weekday;

use crate::search::folding::{Sign, each_sign};

/// What a written day is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    Number(u32),
    /// 年
    Year,
    /// 月
    Month,
    /// 日, 号
    Day,
    /// June
    MonthName(u32),
    Weekday(Weekday),
    /// Mon
    ShortWeekday(Weekday),
    /// 今天, tomorrow
    FromToday(i64),
}

/// Words that say a piece.
const CHINESE: [(&str, Piece); 11] = [
    ("今天", Piece::FromToday(0)),
    ("今日", Piece::FromToday(0)),
    ("明天", Piece::FromToday(1)),
    ("明日", Piece::FromToday(1)),
    ("后天", Piece::FromToday(2)),
    ("昨天", Piece::FromToday(-1)),
    ("昨日", Piece::FromToday(-1)),
    ("年", Piece::Year),
    ("月", Piece::Month),
    ("日", Piece::Day),
    ("号", Piece::Day),
];

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [(&str, char, Weekday); 7] = [
    ("monday", '一', Weekday::Monday),
    ("tuesday", '二', Weekday::Tuesday),
    ("wednesday", '三', Weekday::Wednesday),
    ("thursday", '四', Weekday::Thursday),
    ("friday", '五', Weekday::Friday),
    ("saturday", '六', Weekday::Saturday),
    ("sunday", '日', Weekday::Sunday),
];

/// Takes a query apart; nothing if any of it belongs to no day.
pub(super) fn pieces(typed: &str) -> Option<Vec<Piece>> {
    let folded = folded(typed);
    let mut rest = folded.as_str();
    let mut pieces = Vec::new();
    loop {
        rest = rest.trim_start();
        let Some(first) = rest.chars().next() else { return Some(pieces) };
        let is_kind = |c: char| {
            if first.is_ascii_digit() { c.is_ascii_digit() } else { c.is_ascii_alphabetic() }
        };
        if first.is_ascii() {
            let (own, after) = rest.split_at(rest.find(|c| !is_kind(c)).unwrap_or(rest.len()));
            pieces.extend(english(own)?);
            rest = after;
        } else {
            let (piece, after) = chinese(rest)?;
            pieces.extend(piece);
            rest = after;
        }
    }
}

/// Small letters and digits, simplified characters, and blanks.
fn folded(typed: &str) -> String {
    let mut folded = String::new();
    each_sign(typed, |sign, _| match sign {
        Sign::Letter(letter) => folded.push(letter),
        Sign::Character(code) => folded.extend(char::from_u32(code.into())),
        Sign::Space | Sign::Stop => folded.push(' '),
    });
    folded
}

/// The piece of a word or a number; none for a word that says nothing.
fn english(word: &str) -> Option<Vec<Piece>> {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return word.parse().ok().filter(|_| word.len() <= 8).map(|number| vec![Piece::Number(number)]);
    }
    let is_short_for = |full: &str| word.len() >= 3 && full.starts_with(word);
    let piece = match word {
        "st" | "nd" | "rd" | "th" | "of" | "on" | "the" => return Some(Vec::new()),
        "today" => Piece::FromToday(0),
        "tomorrow" => Piece::FromToday(1),
        "yesterday" => Piece::FromToday(-1),
        _ => {
            let weekday = WEEKDAYS.iter().find(|(full, ..)| is_short_for(full));
            let month = (1..).zip(MONTHS).find(|(_, full)| is_short_for(full));
            match (weekday, month) {
                (Some(&(full, _, day)), _) if full == word => Piece::Weekday(day),
                (Some(&(.., day)), _) => Piece::ShortWeekday(day),
                (None, Some((month, _))) => Piece::MonthName(month),
                (None, None) => return None,
            }
        }
    };
    Some(vec![piece])
}

/// The pieces at the beginning of a Chinese text, and what follows.
fn chinese(text: &str) -> Option<(Vec<Piece>, &str)> {
    if let Some(after) = text.strip_prefix("周末") {
        return Some((vec![Piece::Weekday(Weekday::Saturday), Piece::Weekday(Weekday::Sunday)], after));
    }
    for prefix in ["星期", "礼拜", "周"] {
        let Some(after) = text.strip_prefix(prefix) else { continue };
        let name = after.chars().next().map(|c| if c == '天' { '日' } else { c })?;
        let (.., day) = WEEKDAYS.iter().find(|(_, character, _)| *character == name)?;
        return Some((vec![Piece::Weekday(*day)], &after[name.len_utf8()..]));
    }
    if let Some((word, piece)) = CHINESE.iter().find(|(word, _)| text.starts_with(word)) {
        return Some((vec![*piece], &text[word.len()..]));
    }
    let (own, after) = text.split_at(text.find(|c| digit(c).is_none()).unwrap_or(text.len()));
    Some((vec![Piece::Number(number(own)?)], after))
}

fn digit(c: char) -> Option<u32> {
    "〇一二三四五六七八九十".chars().zip(0..).find(|(digit, _)| *digit == c).map(|(_, value)| value)
}

/// 二十二, 十, 二〇二一.
fn number(text: &str) -> Option<u32> {
    let digits: Vec<u32> = text.chars().map(digit).collect::<Option<_>>()?;
    match *digits {
        [10] => Some(10),
        [10, one] => Some(10 + one),
        [tens, 10] => Some(tens * 10),
        [tens, 10, one] => Some(tens * 10 + one),
        [] => None,
        _ if digits.len() > 4 || digits.contains(&10) => None,
        _ => Some(digits.iter().fold(0, |number, digit| number * 10 + digit)),
    }
}
