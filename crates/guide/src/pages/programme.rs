//! `/{lang}/programme` and `/{lang}/programme/{day}`: the days, and one day by time.
//!
//! A list, because a list can be read on a phone, by a screen reader and on paper.

use askama::Template;
use festoon_domain::text::Lang;
use jiff::civil::Date;

use super::activities::Card;
use super::frame::Frame;
use crate::Guide;
use crate::cord::{Cord, Hung};
use crate::guide::Day;
use crate::line::{Line, Within};
use crate::subscribe::Subscribe;
use crate::url::{CalendarOf, Page};
use crate::words::{Words, dates};

/// The days as a string of lights.
#[derive(Debug, Template)]
#[template(path = "rail.html")]
pub struct Rail {
    /// The words around it.
    pub w: &'static Words,
    /// Each day.
    pub days: Vec<RailDay>,
}

impl askama::filters::HtmlSafe for Rail {}

/// One day on the string.
#[derive(Debug)]
pub struct RailDay {
    /// Its page.
    pub href: String,
    /// For the `datetime` attribute.
    pub date: Date,
    /// `周一`, `Mon`.
    pub weekday: &'static str,
    /// `6月21日`, `21 June`.
    pub day: String,
    /// How many sessions begin on it.
    pub sessions: usize,
    /// How many activities run on it, whether or not they began earlier.
    pub activities: usize,
    /// Its cord with the lamps of the activities that begin on it.
    pub cord: Cord,
    /// Whether it is one of the week's own.
    pub within_week: bool,
    /// Whether the reader is looking at it.
    pub is_here: bool,
}

impl RailDay {
    /// Every day of the guide.
    #[must_use]
    pub fn all(guide: &Guide, lang: Lang, here: Option<Date>) -> Vec<Self> {
        (guide.days().iter())
            .map(|day| Self {
                href: guide.address(Page::Day(day.date), lang),
                date: day.date,
                weekday: dates::weekday(day.date.weekday(), lang),
                day: dates::short_day(day.date, lang),
                sessions: day.occurrences.len(),
                activities: day.runs.len(),
                cord: Cord { lamps: lamps(guide, day, lang), within_week: day.within_week },
                within_week: day.within_week,
                is_here: here == Some(day.date),
            })
            .collect()
    }
}

fn lamps(guide: &Guide, day: &Day, lang: Lang) -> Vec<Hung> {
    (day.begins.iter())
        .map(|&id| {
            let activity = &guide.programme()[id];
            Hung {
                lamp: guide.lamp_of(id),
                href: Some(guide.address(Page::Activity(&activity.key), lang)),
                title: activity.title.read(lang).to_owned(),
            }
        })
        .collect()
}

/// All days.
#[derive(Debug, Template)]
#[template(path = "programme/index.html")]
pub struct ProgrammePage<'a> {
    frame: Frame<'a>,
    w: &'static Words,
    rail: Rail,
    days: Vec<DayOverview<'a>>,
    undated: Vec<Line<'a>>,
}

/// One day in the overview.
#[derive(Debug)]
struct DayOverview<'a> {
    href: String,
    date: Date,
    name: String,
    sessions: usize,
    within_week: bool,
    activities: Vec<Card<'a>>,
}

impl<'a> ProgrammePage<'a> {
    /// The overview of all days.
    #[must_use]
    pub fn new(guide: &'a Guide, lang: Lang) -> Self {
        let w = Words::of(lang);
        let days = guide.days().iter().map(|day| DayOverview {
            href: guide.address(Page::Day(day.date), lang),
            date: day.date,
            name: dates::day(day.date, lang),
            sessions: day.occurrences.len(),
            within_week: day.within_week,
            activities: day.runs.iter().map(|&id| Card::new(guide, id, lang)).collect(),
        });
        let undated = guide.undated().iter().map(|&id| Line::new(guide, id, lang, Within::Day));
        Self {
            frame: Frame::new(guide, lang, Page::Programme, w.programme.into(), w.programme_lead.into()),
            w,
            rail: Rail { w, days: RailDay::all(guide, lang, None) },
            days: days.collect(),
            undated: undated.collect(),
        }
    }
}

/// One day.
#[derive(Debug, Template)]
#[template(path = "programme/day.html")]
pub struct DayPage<'a> {
    frame: Frame<'a>,
    w: &'static Words,
    name: String,
    date: Date,
    within_week: bool,
    rail: Rail,
    times: Vec<AtTime<'a>>,
    session_count: usize,
    running: Vec<Card<'a>>,
    previous: Option<(String, String)>,
    next: Option<(String, String)>,
    programme: String,
    subscribe: Subscribe,
}

/// What begins at one time.
#[derive(Debug)]
struct AtTime<'a> {
    clock: String,
    stamp: String,
    lines: Vec<Line<'a>>,
}

impl<'a> DayPage<'a> {
    /// A day's page, if anything happens on it or it is one of the week's own.
    #[must_use]
    pub fn new(guide: &'a Guide, lang: Lang, date: Date) -> Option<Self> {
        let w = Words::of(lang);
        let day = guide.day(date)?;
        let mut times: Vec<AtTime<'a>> = Vec::new();
        for &id in &day.occurrences {
            let line = Line::new(guide, id, lang, Within::Day);
            let Some(when) = &line.when else { continue };
            match times.last_mut() {
                Some(at) if at.stamp == when.start_stamp => at.lines.push(line),
                _ => times.push(AtTime {
                    clock: when.start.clone(),
                    stamp: when.start_stamp.clone(),
                    lines: vec![line],
                }),
            }
        }

        let name = dates::day(date, lang);
        let at = guide.days().iter().position(|other| other.date == date)?;
        let neighbour = |at: Option<usize>| {
            let day = guide.days().get(at?)?;
            Some((guide.address(Page::Day(day.date), lang), dates::day(day.date, lang)))
        };
        // What has sessions today stands in the list already.
        let listed = |id| {
            (guide.sessions_of(id).iter().flat_map(|&session| guide.occurrences_of(session)))
                .any(|occurrence| day.occurrences.contains(occurrence))
        };
        let running = day.runs.iter().filter(|&&id| !listed(id));
        let description = [w.session_count.of(day.occurrences.len()), w.activity_count.of(day.runs.len())]
            .join(w.list_comma);
        Some(Self {
            frame: Frame::new(guide, lang, Page::Day(date), name.clone(), description),
            w,
            name,
            date,
            within_week: day.within_week,
            rail: Rail { w, days: RailDay::all(guide, lang, Some(date)) },
            times,
            session_count: day.occurrences.len(),
            running: running.map(|&id| Card::new(guide, id, lang)).collect(),
            previous: neighbour(at.checked_sub(1)),
            next: neighbour(at.checked_add(1)),
            programme: guide.address(Page::Programme, lang),
            subscribe: Subscribe::to(guide, lang, CalendarOf::Day(date)),
        })
    }
}
