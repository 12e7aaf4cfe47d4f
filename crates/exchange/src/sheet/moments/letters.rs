//! Words of time in Chinese and English (and the months of French, German and Spanish).

use jiff::civil::Weekday;

use super::clock::DayPart;
use super::dates::Day;
use super::scan::{Scan, Token};

/// Takes the word at the scan's place; false if it is none of time.
pub(super) fn word(scan: &mut Scan) -> bool {
    if scan.chars[scan.at].is_ascii_alphabetic()
        || (scan.chars[scan.at].is_alphabetic() && !is_cjk(scan.chars[scan.at]))
    {
        return latin(scan);
    }
    for (word, token) in CHINESE {
        if scan.starts(scan.at, word) {
            let length = word.chars().count();
            if let Some(token) = token {
                scan.tokens.push(token.clone());
            }
            scan.at += length;
            return true;
        }
    }
    weekday(scan)
}

fn is_cjk(c: char) -> bool {
    super::super::words::is_han(c)
}

fn weekday(scan: &mut Scan) -> bool {
    let length = match scan.chars[scan.at] {
        '周' => 1,
        '星' if scan.starts(scan.at, "星期") => 2,
        '礼' if scan.starts(scan.at, "礼拜") => 2,
        _ => return false,
    };
    let day = match scan.char(scan.at + length) {
        Some('一' | '1') => Weekday::Monday,
        Some('二' | '2') => Weekday::Tuesday,
        Some('三' | '3') => Weekday::Wednesday,
        Some('四' | '4') => Weekday::Thursday,
        Some('五' | '5') => Weekday::Friday,
        Some('六' | '6') => Weekday::Saturday,
        Some('日' | '天' | '七' | '7') => Weekday::Sunday,
        _ => return false,
    };
    scan.token(Token::Weekday(day), length + 1)
}

/// Longest first where one begins with another; `None` is a word that says nothing about when.
const CHINESE: &[(&str, Option<Token>)] = &[
    ("上午", Some(Token::Part(DayPart::Morning))),
    ("早上", Some(Token::Part(DayPart::Morning))),
    ("早晨", Some(Token::Part(DayPart::Morning))),
    ("清晨", Some(Token::Part(DayPart::Morning))),
    ("中午", Some(Token::Part(DayPart::Noon))),
    ("正午", Some(Token::Part(DayPart::Noon))),
    ("午间", Some(Token::Part(DayPart::Noon))),
    ("下午", Some(Token::Part(DayPart::Afternoon))),
    ("午后", Some(Token::Part(DayPart::Afternoon))),
    ("傍晚", Some(Token::Part(DayPart::Evening))),
    ("晚上", Some(Token::Part(DayPart::Evening))),
    ("晚间", Some(Token::Part(DayPart::Evening))),
    ("夜间", Some(Token::Part(DayPart::Evening))),
    ("夜里", Some(Token::Part(DayPart::Evening))),
    ("深夜", Some(Token::Part(DayPart::Evening))),
    ("当晚", Some(Token::Part(DayPart::Evening))),
    ("晚", Some(Token::Part(DayPart::Evening))),
    ("凌晨", Some(Token::Part(DayPart::SmallHours))),
    ("次日", Some(Token::NextDay)),
    ("翌日", Some(Token::NextDay)),
    ("隔日", Some(Token::NextDay)),
    ("隔天", Some(Token::NextDay)),
    ("第二天", Some(Token::NextDay)),
    ("第2天", Some(Token::NextDay)),
    ("全天", Some(Token::AllDay)),
    ("整天", Some(Token::AllDay)),
    ("全日", Some(Token::AllDay)),
    ("每天", Some(Token::Daily)),
    ("每日", Some(Token::Daily)),
    ("待定", Some(Token::Pending)),
    ("未定", Some(Token::Pending)),
    ("待确定", Some(Token::Pending)),
    ("待通知", Some(Token::Pending)),
    ("另行通知", Some(Token::Pending)),
    ("开始", None),
    ("结束", None),
    ("举行", None),
    ("召开", None),
    ("入场", None),
    ("预计", None),
    ("为期", None),
    ("北京时间", None),
    ("当地时间", None),
    ("时间", None),
    ("日期", None),
    ("左右", None),
    ("大约", None),
    ("约", None),
    ("拟", None),
    ("暂定", None),
    ("期间", None),
    ("起", None),
    ("止", None),
    ("从", None),
    ("自", None),
    ("于", None),
    ("在", None),
    ("早", Some(Token::Part(DayPart::Morning))),
];

fn latin(scan: &mut Scan) -> bool {
    let end =
        scan.at + scan.chars[scan.at..].iter().take_while(|c| c.is_alphabetic() && !is_cjk(**c)).count();
    if let Some((month, length)) = month_at(scan, scan.at) {
        return month_first(scan, month, length);
    }
    let word: String = scan.chars[scan.at..end].iter().collect();
    if let Some(day) = weekday_named(&word) {
        scan.tokens.push(Token::Weekday(day));
        scan.at = end;
        return true;
    }
    for (words, token) in ENGLISH_PHRASES {
        if scan.starts(scan.at, words)
            && !scan.char(scan.at + words.chars().count()).is_some_and(char::is_alphabetic)
        {
            if let Some(token) = token {
                scan.tokens.push(token.clone());
            }
            scan.at += words.chars().count();
            return true;
        }
    }
    match word.as_str() {
        "utc" | "gmt" => {
            scan.at = end;
            let sign = match scan.char(end) {
                Some('+') => 1,
                Some('-') => -1,
                _ => return scan.token(Token::Offset(0), 0),
            };
            return scan.offset(sign);
        }
        "z" => return scan.token(Token::Offset(0), 1),
        "am" if ends_clock(scan) => {}
        _ => return false,
    }
    scan.at = end;
    true
}

fn ends_clock(scan: &Scan) -> bool {
    matches!(scan.tokens.last(), Some(Token::Clock(_)))
}

/// `June 21`, `June 21st, 2021`, `Jun 21-23`.
fn month_first(scan: &mut Scan, month: u32, length: usize) -> bool {
    let mut at = scan.at + length;
    // "21-23 June": the days came first.
    if matches!(scan.tokens.last(), Some(Token::Day(day)) if day.month.is_none()) {
        for token in scan.tokens.iter_mut().rev() {
            match token {
                Token::Day(day) if day.month.is_none() => day.month = i8::try_from(month).ok(),
                Token::Range | Token::List | Token::Weekday(_) => {}
                _ => break,
            }
        }
        scan.at = at;
        if let Some((year, after)) = year_at(scan, at) {
            scan.tokens.push(Token::Year(year));
            scan.at = after;
        }
        return true;
    }
    at = scan.blanks(at);
    if matches!(scan.char(at), Some('-' | '.' | '/')) {
        at = scan.blanks(at + 1);
    }
    let Some((day, day_length @ 1..=2)) = scan.digits(at) else { return false };
    let Some(mut date) = Day::of_month(month, day) else { return false };
    at += day_length;
    if ["st", "nd", "rd", "th"].iter().any(|suffix| scan.starts(at, suffix)) {
        at += 2;
    }
    if let Some((year, after)) = year_at(scan, at) {
        date.year = Some(year);
        at = after;
    }
    scan.at = at;
    scan.tokens.push(Token::Day(date));
    true
}

/// A year behind a day and month: `2021`, `, 2021`, `-21`, `'21`; and where it ends.
pub(super) fn year_at(scan: &Scan, at: usize) -> Option<(i16, usize)> {
    let mut i = scan.blanks(at);
    let mark = scan.char(i);
    if matches!(mark, Some('-' | ',' | '/' | '.' | '\'')) {
        i = scan.blanks(i + 1);
    }
    if scan.char(i) == Some('\'') {
        i += 1;
    }
    let (year, length) = scan.digits(i)?;
    let after = scan.char(i + length);
    if matches!(after, Some(':' | 'h' | '点' | '时')) {
        return None;
    }
    match length {
        4 if (1900..=2100).contains(&year)
            && !(matches!(mark, Some('-'))
                && scan.chars[i..].iter().filter(|c| c.is_ascii_digit()).count() == 8) =>
        {
            Some((i16::try_from(year).ok()?, i + 4))
        }
        // "21-Jun-21", not "June 21-23".
        2 if matches!(mark, Some('-' | '/' | '\'')) && !scan.chars[at - 1].is_ascii_digit() => {
            Some((i16::try_from(year).ok()? + 2000, i + 2))
        }
        _ => None,
    }
}

/// A month's name at a place: its number and the length of the word with its full stop.
pub(super) fn month_at(scan: &Scan, at: usize) -> Option<(u32, usize)> {
    let length = scan.chars.get(at..)?.iter().take_while(|c| c.is_alphabetic() && !is_cjk(**c)).count();
    if !(3..=10).contains(&length) {
        return None;
    }
    let word: String = scan.chars[at..at + length].iter().collect();
    let month = MONTHS.iter().position(|names| names.contains(&word.as_str()))?;
    let dot = usize::from(scan.char(at + length) == Some('.'));
    Some((u32::try_from(month).ok()? + 1, length + dot))
}

const MONTHS: [&[&str]; 12] = [
    &["jan", "january", "janvier", "januar", "enero"],
    &["feb", "february", "février", "fevrier", "februar", "febrero"],
    &["mar", "march", "mars", "märz", "marzo"],
    &["apr", "april", "avril", "abril"],
    &["may", "mai", "mayo", "maj"],
    &["jun", "june", "juin", "juni", "junio"],
    &["jul", "july", "juillet", "juli", "julio"],
    &["aug", "august", "août", "aout", "agosto"],
    &["sep", "sept", "september", "septembre", "septiembre"],
    &["oct", "october", "octobre", "oktober", "octubre", "okt"],
    &["nov", "november", "novembre", "noviembre"],
    &["dec", "december", "décembre", "decembre", "dezember", "diciembre", "dez"],
];

fn weekday_named(word: &str) -> Option<Weekday> {
    Some(match word {
        "mon" | "monday" | "lundi" | "montag" | "lunes" => Weekday::Monday,
        "tue" | "tues" | "tuesday" | "mardi" | "dienstag" | "martes" => Weekday::Tuesday,
        "wed" | "weds" | "wednesday" | "mercredi" | "mittwoch" | "miércoles" => Weekday::Wednesday,
        "thu" | "thur" | "thurs" | "thursday" | "jeudi" | "donnerstag" | "jueves" => Weekday::Thursday,
        "fri" | "friday" | "vendredi" | "freitag" | "viernes" => Weekday::Friday,
        "sat" | "saturday" | "samedi" | "samstag" | "sábado" => Weekday::Saturday,
        "sun" | "sunday" | "dimanche" | "sonntag" | "domingo" => Weekday::Sunday,
        _ => return None,
    })
}

/// Phrases before the words they begin with.
const ENGLISH_PHRASES: &[(&str, Option<Token>)] = &[
    ("all day", Some(Token::AllDay)),
    ("full day", Some(Token::AllDay)),
    ("whole day", Some(Token::AllDay)),
    ("all-day", Some(Token::AllDay)),
    ("full-day", Some(Token::AllDay)),
    ("allday", Some(Token::AllDay)),
    ("next day", Some(Token::NextDay)),
    ("next morning", Some(Token::NextDay)),
    ("following day", Some(Token::NextDay)),
    ("the next day", Some(Token::NextDay)),
    ("every day", Some(Token::Daily)),
    ("each day", Some(Token::Daily)),
    ("daily", Some(Token::Daily)),
    ("to be confirmed", Some(Token::Pending)),
    ("to be announced", Some(Token::Pending)),
    ("to be determined", Some(Token::Pending)),
    ("tba", Some(Token::Pending)),
    ("tbc", Some(Token::Pending)),
    ("tbd", Some(Token::Pending)),
    ("morning", Some(Token::Part(DayPart::Morning))),
    ("afternoon", Some(Token::Part(DayPart::Afternoon))),
    ("evening", Some(Token::Part(DayPart::Evening))),
    ("tonight", Some(Token::Part(DayPart::Evening))),
    ("night", Some(Token::Part(DayPart::Evening))),
    ("noon", Some(Token::Part(DayPart::Noon))),
    ("midday", Some(Token::Part(DayPart::Noon))),
    ("midnight", Some(Token::Part(DayPart::Midnight))),
    ("am", Some(Token::Part(DayPart::Am))),
    ("pm", Some(Token::Part(DayPart::Pm))),
    ("a.m.", Some(Token::Part(DayPart::Am))),
    ("p.m.", Some(Token::Part(DayPart::Pm))),
    ("to", Some(Token::Range)),
    ("till", Some(Token::Range)),
    ("until", Some(Token::Range)),
    ("through", Some(Token::Range)),
    ("bis", Some(Token::Range)),
    ("à", Some(Token::Range)),
    ("and", Some(Token::List)),
    ("et", Some(Token::List)),
    ("und", Some(Token::List)),
    ("beijing time", None),
    ("local time", None),
    ("o'clock", None),
    ("from", None),
    ("between", None),
    ("at", None),
    ("on", None),
    ("of", None),
    ("the", None),
    ("in", None),
    ("start", None),
    ("starts", None),
    ("end", None),
    ("ends", None),
    ("time", None),
    ("date", None),
    ("approx", None),
    ("ca", None),
    ("uhr", None),
    ("hrs", None),
    ("hr", None),
    ("h", None),
    ("bjt", None),
    ("st", None),
    ("t", None),
    ("le", None),
    ("de", None),
];
