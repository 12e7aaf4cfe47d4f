//! The day rail at the head of the report: the cord of the house, hung with a lamp a day.

use festoon_domain::text::Lang;
use festoon_domain::timetable::words::day as day_words;

use crate::clash_report::timeline::Timeline;
use crate::clash_report::words;

/// The day rail: a cord with a lamp a day.
#[derive(Debug)]
pub(in crate::clash_report) struct Rail {
    pub(in crate::clash_report) width: i32,
    pub(in crate::clash_report) cord: String,
    pub(in crate::clash_report) lamps: Vec<Lamp>,
}

/// A day on the rail: hollow when calm, lit when something needs a look, ringed when something must be solved.
#[derive(Debug)]
pub(in crate::clash_report) struct Lamp {
    pub(in crate::clash_report) class: &'static str,
    pub(in crate::clash_report) href: String,
    pub(in crate::clash_report) x: i32,
    pub(in crate::clash_report) cord_y: i32,
    pub(in crate::clash_report) y: i32,
    pub(in crate::clash_report) count: String,
    pub(in crate::clash_report) date: String,
    pub(in crate::clash_report) tip: String,
}

/// Hangs the days on a cord; nothing for a single day or more than a fortnight.
pub(in crate::clash_report) fn rail(timeline: &Timeline, lang: Lang) -> Option<Rail> {
    const STEP: i32 = 46;
    let count = i32::try_from(timeline.days.len()).ok().filter(|days| (2..=15).contains(days))?;
    let width = STEP * count + 20;
    // y = 8 + 4 sag t (1 - t): the hanging cord, lowest in the middle.
    let hang = |x: i32| 8 + 4 * 20 * x * (width - x) / (width * width);
    let lamps = (1..).zip(&timeline.days).map(|(place, day)| {
        let x = 10 + STEP * place - STEP / 2;
        let clashes = day.blocks + day.warns;
        Lamp {
            class: match (day.blocks, day.warns) {
                (0, 0) => "lamp calm",
                (0, _) => "lamp warn",
                _ => "lamp block",
            },
            href: format!("#{}-day-{}", lang.code(), day.date),
            x,
            cord_y: hang(x),
            y: hang(x) + 20,
            count: if clashes == 0 { String::new() } else { clashes.to_string() },
            date: format!("{}/{}", day.date.month(), day.date.day()),
            tip: format!(
                "{}{}{}",
                day_words(day.date, lang),
                match lang {
                    Lang::Zh => "：",
                    Lang::En => ": ",
                },
                words::day_tally(day.sessions, day.blocks, day.warns, lang)
            ),
        }
    });
    let lamps = lamps.collect();
    Some(Rail { width, cord: format!("M0 8Q{} 48 {width} 8", width / 2), lamps })
}
