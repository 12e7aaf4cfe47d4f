//! Opening hours as a reader says them: `周一至周五 08:30–18:00`, `Mon–Fri 08:30–18:00`, `6月21日 周一 不开放`.

use festoon_domain::text::Lang;
use festoon_domain::venue::{Hours, Opening};
use jiff::civil::{Time, Weekday};

use super::dates;

/// One sentence an opening, in the order in which they were stated; empty where nobody said.
#[must_use]
pub fn openings(hours: &Hours, lang: Lang) -> Vec<String> {
    hours.openings.iter().map(|opening| said(opening, lang)).collect()
}

fn said(opening: &Opening, lang: Lang) -> String {
    match opening {
        Opening::Weekly(days, from, to) => match weekdays(days, lang) {
            Some(days) => format!("{days} {}", clock(*from, *to, lang)),
            None => closed(lang).to_owned(),
        },
        Opening::On(date, from, to) => format!("{} {}", dates::day(*date, lang), clock(*from, *to, lang)),
        Opening::Closed(date) => format!("{} {}", dates::day(*date, lang), closed(lang)),
    }
}

const fn closed(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "不开放",
        Lang::En => "closed",
    }
}

fn clock(from: Time, to: Time, lang: Lang) -> String {
    let midnight = Time::midnight();
    if from == midnight && to == midnight {
        let all_day = match lang {
            Lang::Zh => "全天",
            Lang::En => "all day",
        };
        return all_day.to_owned();
    }
    let said = |time: Time| time.strftime("%H:%M").to_string();
    let until = match (to, lang) {
        (to, _) if to == midnight => "24:00".to_owned(),
        (to, _) if to > from => said(to),
        (to, Lang::Zh) => format!("次日 {}", said(to)),
        (to, Lang::En) => format!("{} next day", said(to)),
    };
    format!("{}–{until}", said(from))
}

/// Stretches of weekdays; nothing for no day at all.
fn weekdays(days: &[Weekday], lang: Lang) -> Option<String> {
    let week: Vec<Weekday> = Weekday::Monday.cycle_forward().take(7).collect();
    let open: Vec<bool> = week.iter().map(|day| days.contains(day)).collect();
    if open.iter().all(|open| *open) {
        let daily = match lang {
            Lang::Zh => "每天",
            Lang::En => "Daily",
        };
        return Some(daily.to_owned());
    }

    let (to, comma) = match lang {
        Lang::Zh => ("至", "、"),
        Lang::En => ("–", ", "),
    };
    let name = |at: usize| dates::weekday(week[at], lang);
    let mut stretches = Vec::new();
    let mut first = 0;
    while first < week.len() {
        let length = open[first..].iter().take_while(|open| **open).count();
        match length {
            0 => {}
            1 => stretches.push(name(first).to_owned()),
            _ => stretches.push(format!("{}{to}{}", name(first), name(first + length - 1))),
        }
        first += length.max(1);
    }
    (!stretches.is_empty()).then(|| stretches.join(comma))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_said_in_each_language() {
        let said = |text: &str| {
            let hours: Hours = text.parse().expect("hours");
            Lang::BOTH.map(|lang| openings(&hours, lang).join(" / "))
        };
        let cases = [
            ("08:00-22:00", ["每天 08:00–22:00", "Daily 08:00–22:00"]),
            (
                "Mon-Fri 08:30-18:00; Sat,Sun 09:00-24:00",
                [
                    "周一至周五 08:30–18:00 / 周六至周日 09:00–24:00",
                    "Mon–Fri 08:30–18:00 / Sat–Sun 09:00–24:00",
                ],
            ),
            ("Mon,Wed 18:00-02:00", ["周一、周三 18:00–次日 02:00", "Mon, Wed 18:00–02:00 next day"]),
            (
                "00:00-24:00; 2021-06-21 closed",
                ["每天 全天 / 6月21日 周一 不开放", "Daily all day / Mon 21 June closed"],
            ),
            ("", ["", ""]),
            ("never 09:00-10:00", ["不开放", "closed"]),
        ];
        for (text, expected) in cases {
            assert_eq!(said(text), expected, "{text}");
        }
    }
}
