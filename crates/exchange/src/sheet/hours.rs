//! Opening hours as venues write them: `9:00-17:30（周一闭馆）`, `周一至周五 9:00-17:00；周六日 10:00-16:00`, `Mon-Fri 9-17`.

use festoon_domain::venue::{Hours, Opening};
use jiff::ToSpan;
use jiff::civil::{Date, Time, Weekday};

use super::moments::clock::DAY;
use super::moments::dates::Calendar;
use super::moments::{self, Expect};
use super::words::plain;

/// Reads opening hours; nothing if no stretch of hours is understood.
pub(super) fn read(text: &str, calendar: Calendar) -> Option<Hours> {
    let plain = plain(text);
    if plain.contains("24小时")
        || plain.contains("24 hours")
        || plain.contains("24/7")
        || plain == "24h"
        || plain.contains("全天")
    {
        return Some(Hours::daily(Time::midnight(), Time::midnight()));
    }
    let mut hours = Hours::default();
    let mut closed: Vec<Weekday> = Vec::new();
    for clause in plain.split([';', '\n', '(', ')']).flat_map(clauses) {
        let is_closed = ["闭馆", "休", "不开放", "关闭", "closed"].iter().any(|word| clause.contains(word));
        let days = weekdays(&clause);
        let dates = dates(&clause, calendar);
        if is_closed {
            closed.extend(days);
            hours.openings.extend(dates.into_iter().map(Opening::Closed));
            continue;
        }
        for (from, to) in stretches(&without_days(&clause)) {
            if dates.is_empty() {
                let days = if days.is_empty() { all_days() } else { days.clone() };
                hours.openings.push(Opening::Weekly(days, from, to));
            } else {
                hours.openings.extend(dates.iter().map(|date| Opening::On(*date, from, to)));
            }
        }
    }
    for opening in &mut hours.openings {
        if let Opening::Weekly(days, ..) = opening {
            days.retain(|day| !closed.contains(day));
        }
    }
    (!hours.openings.is_empty()).then_some(hours)
}

/// Clauses at commas too, where what follows has days of its own: `Mon-Fri 9-17, Sat 10-14`.
fn clauses(text: &str) -> Vec<String> {
    let mut clauses: Vec<String> = Vec::new();
    for piece in text.split([',', '。']) {
        let has_hours = clauses.last().is_some_and(|last| !stretches(&without_days(last)).is_empty());
        if clauses.is_empty() || has_hours || piece.contains("闭馆") || piece.contains("closed") {
            clauses.push(piece.trim().to_owned());
        } else if let Some(last) = clauses.last_mut() {
            last.push(' ');
            last.push_str(piece.trim());
        }
    }
    // A later stretch without days belongs to the days before it: "Mon-Fri 9-12, 13-17".
    for i in 1..clauses.len() {
        if weekdays(&clauses[i]).is_empty()
            && !weekdays(&clauses[i - 1]).is_empty()
            && !stretches(&clauses[i]).is_empty()
        {
            let days: Vec<&str> = clauses[i - 1].split_whitespace().take(1).collect();
            clauses[i] = format!("{} {}", days.join(" "), clauses[i]);
        }
    }
    clauses
}

fn all_days() -> Vec<Weekday> {
    Weekday::Monday.cycle_forward().take(7).collect()
}

/// The weekdays a clause names, ranges filled.
fn weekdays(clause: &str) -> Vec<Weekday> {
    if ["工作日", "weekdays", "workdays"].iter().any(|word| clause.contains(word)) {
        return Weekday::Monday.cycle_forward().take(5).collect();
    }
    if ["周末", "weekend", "双休日"].iter().any(|word| clause.contains(word)) {
        return vec![Weekday::Saturday, Weekday::Sunday];
    }
    let mut days: Vec<Weekday> = Vec::new();
    let mut is_range = false;
    let chars: Vec<char> = clause.chars().collect();
    let mut i = 0;
    let mut last_end = None;
    while i < chars.len() {
        let Some((day, length)) = weekday_at(&chars, i, last_end == Some(i)) else {
            match chars[i] {
                '-' | '~' | '至' | '到' => is_range = !days.is_empty() && last_end == Some(i),
                't' if chars[i..].starts_with(&['t', 'o', ' ']) => is_range = !days.is_empty(),
                ' ' | 'o' | '、' | '及' | '和' => {}
                c if c.is_ascii_digit() => break,
                _ => {}
            }
            if matches!(chars[i], ' ' | '-' | '~' | '至' | '到' | '、' | '及' | '和') && last_end == Some(i)
            {
                last_end = Some(i + 1);
            }
            i += 1;
            continue;
        };
        if is_range && let Some(first) = days.last().copied() {
            days.extend(first.cycle_forward().skip(1).take_while(|next| *next != day));
        }
        if !days.contains(&day) {
            days.push(day);
        }
        is_range = false;
        i += length;
        last_end = Some(i);
    }
    days
}

/// A weekday at a place; `follows` takes 日 of 周六日 without its 周.
fn weekday_at(chars: &[char], at: usize, follows: bool) -> Option<(Weekday, usize)> {
    const ENGLISH: [(&str, Weekday); 7] = [
        ("mon", Weekday::Monday),
        ("tue", Weekday::Tuesday),
        ("wed", Weekday::Wednesday),
        ("thu", Weekday::Thursday),
        ("fri", Weekday::Friday),
        ("sat", Weekday::Saturday),
        ("sun", Weekday::Sunday),
    ];
    let chinese = |c: char| {
        "一二三四五六日天".chars().position(|known| known == c).map(|at| {
            let monday = i8::try_from(at.min(6)).unwrap_or(0);
            Weekday::from_monday_zero_offset(monday).unwrap_or(Weekday::Monday)
        })
    };
    let prefix = match chars[at] {
        '周' => 1,
        '星' if chars.get(at + 1) == Some(&'期') => 2,
        '礼' if chars.get(at + 1) == Some(&'拜') => 2,
        c if follows && chinese(c).is_some() => return chinese(c).map(|day| (day, 1)),
        _ => {
            let starts = at == 0 || !chars[at - 1].is_alphabetic();
            let (name, day) = ENGLISH
                .iter()
                .find(|(name, _)| starts && chars[at..].iter().take(3).copied().eq(name.chars()))?;
            let rest = chars[at + name.len()..].iter().take_while(|c| c.is_alphabetic()).count();
            return Some((*day, name.len() + rest));
        }
    };
    chars.get(at + prefix).and_then(|c| chinese(*c)).map(|day| (day, prefix + 1))
}

/// The clause from its first digit that is no part of a date.
fn without_days(clause: &str) -> String {
    let from = clause.rfind(['日', '号']).map_or(0, |at| at + '日'.len_utf8());
    let rest = &clause[from..];
    rest.find(|c: char| c.is_ascii_digit()).map_or(String::new(), |at| rest[at..].to_owned())
}

fn stretches(clause: &str) -> Vec<(Time, Time)> {
    let stated = moments::read(clause, Expect::Time);
    stated.hours().into_iter().filter_map(|(from, to)| Some((time(from)?, time(to)?))).collect()
}

/// 24:00 is the midnight that ends the day.
fn time(minutes: u32) -> Option<Time> {
    let minutes = minutes % DAY;
    Time::new(i8::try_from(minutes / 60).ok()?, i8::try_from(minutes % 60).ok()?, 0, 0).ok()
}

fn dates(clause: &str, calendar: Calendar) -> Vec<Date> {
    let stated = moments::read(clause, Expect::Either);
    let mut dates = Vec::new();
    for (first, last) in stated.day_ranges() {
        let (Some(first), Some(last)) = (calendar.date(first), calendar.date(last)) else { continue };
        dates.extend(first.series(1.day()).take_while(|day| *day <= last).take(62));
    }
    dates
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    fn hours(text: &str) -> Vec<Opening> {
        read(text, Calendar { year: 2021, day_first: false, month: None }).expect("understood").openings
    }

    fn days(from: Weekday, count: usize) -> Vec<Weekday> {
        from.cycle_forward().take(count).collect()
    }

    #[test]
    fn hours_are_read_as_venues_write_them() {
        let nine = time(9, 0, 0, 0);
        assert_eq!(hours("08:00-22:00"), Hours::daily(time(8, 0, 0, 0), time(22, 0, 0, 0)).openings);
        assert_eq!(hours("24小时"), Hours::daily(Time::midnight(), Time::midnight()).openings);
        assert_eq!(
            hours("9:00-17:30（周一闭馆）"),
            [Opening::Weekly(days(Weekday::Tuesday, 6), nine, time(17, 30, 0, 0))].map(|o| match o {
                Opening::Weekly(_, from, to) => Opening::Weekly(
                    all_days().into_iter().filter(|d| *d != Weekday::Monday).collect(),
                    from,
                    to
                ),
                other => other,
            })
        );
        assert_eq!(
            hours("周一至周五 9:00-17:00；周六日 10:00-16:00"),
            [
                Opening::Weekly(days(Weekday::Monday, 5), nine, time(17, 0, 0, 0)),
                Opening::Weekly(
                    vec![Weekday::Saturday, Weekday::Sunday],
                    time(10, 0, 0, 0),
                    time(16, 0, 0, 0)
                ),
            ]
        );
        assert_eq!(
            hours("Mon-Fri 9-17"),
            [Opening::Weekly(days(Weekday::Monday, 5), nine, time(17, 0, 0, 0))]
        );
        let dated: Vec<Opening> =
            (21..=25).map(|day| Opening::On(date(2021, 6, day), nine, time(18, 0, 0, 0))).collect();
        assert_eq!(hours("6月21日-25日 9:00-18:00"), dated);
        assert_eq!(read("预约开放", Calendar { year: 2021, day_first: false, month: None }), None);
    }
}
