//! `/{lang}/programme/{day}` and `/{lang}/programme/{day}/{stretch}`: a day by time.
//!
//! A day that one page holds is on one page. Of a longer one the day's page has the first stretch, and the others have pages of
//! their own. Under a filter the page has what meets it, from the morning on, as far as a page goes.

use std::collections::HashSet;

use askama::Template;
use festoon_domain::programme::{ActivityId, OccurrenceId};
use festoon_domain::text::Lang;
use jiff::civil::Date;

use super::MOST_CARDS;
use super::head::{DayHead, View};
use crate::Guide;
use crate::filter::Filter;
use crate::guide::{Day, MOST_LINES, Stretch};
use crate::line::{Line, Within};
use crate::pages::activities::Card;
use crate::pages::frame::Frame;
use crate::subscribe::Subscribe;
use crate::url::{CalendarOf, Page};
use crate::words::Words;
use crate::words::programme::ProgrammeWords;

/// One day, or a stretch of it.
#[derive(Debug, Template)]
#[template(path = "programme/day.html")]
pub struct DayPage<'a> {
    frame: Frame<'a>,
    w: &'static Words,
    p: &'static ProgrammeWords,
    head: DayHead<'a>,
    stretches: Vec<StretchLink>,
    times: Vec<AtTime<'a>>,
    more_lines: usize,
    earlier: Option<(String, String)>,
    later: Option<(String, String)>,
    running: Vec<Card<'a>>,
    more_running: usize,
    activities: String,
    subscribe: Subscribe,
}

/// A stretch of the day as a link.
#[derive(Debug)]
struct StretchLink {
    href: String,
    name: String,
    is_here: bool,
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
    pub fn new(guide: &'a Guide, lang: Lang, date: Date, filter: &Filter) -> Option<Self> {
        let day = guide.day(date)?;
        if filter.is_empty() {
            return Some(Self::of(guide, lang, day, 0));
        }
        let matching: Vec<OccurrenceId> =
            day.occurrences.iter().copied().filter(|&id| filter.matches(guide, id)).collect();
        let shown = &matching[..matching.len().min(MOST_LINES)];
        Some(Self {
            times: AtTime::each(guide, lang, shown),
            more_lines: matching.len() - shown.len(),
            ..Self::around(guide, lang, day, Page::Day(date), filter)
        })
    }

    /// The page of a stretch other than the first, by its word.
    #[must_use]
    pub fn stretch(guide: &'a Guide, lang: Lang, date: Date, word: &str) -> Option<Self> {
        let day = guide.day(date)?;
        let at = day.stretch(word).filter(|&at| at > 0)?;
        Some(Self::of(guide, lang, day, at))
    }

    /// A whole day, or the stretch at a place of it.
    fn of(guide: &'a Guide, lang: Lang, day: &'a Day, at: usize) -> Self {
        let lines = day.stretches.get(at).map_or(0..day.occurrences.len(), |stretch| stretch.lines.clone());
        let link = |at: usize, stretch: &Stretch| {
            (guide.address(day.page_of_stretch(at), lang), name_of(&day.stretches, stretch))
        };
        let beside = |at: Option<usize>| at.and_then(|at| Some(link(at, day.stretches.get(at)?)));
        let stretches = day.stretches.iter().enumerate().map(|(place, stretch)| {
            let (href, name) = link(place, stretch);
            StretchLink { href, name, is_here: place == at }
        });
        let running = running(guide, day);
        let cards = running.iter().take(MOST_CARDS).map(|&id| Card::new(guide, id, lang));
        Self {
            stretches: stretches.collect(),
            times: AtTime::each(guide, lang, &day.occurrences[lines]),
            earlier: beside(at.checked_sub(1)),
            later: beside(at.checked_add(1)),
            running: cards.collect(),
            more_running: running.len().saturating_sub(MOST_CARDS),
            ..Self::around(guide, lang, day, day.page_of_stretch(at), &Filter::default())
        }
    }

    /// Everything but the sessions.
    fn around(guide: &'a Guide, lang: Lang, day: &'a Day, page: Page<'a>, filter: &Filter) -> Self {
        let (w, p) = (Words::of(lang), ProgrammeWords::of(lang));
        let date = day.date;
        let head = DayHead::new(guide, lang, day, View::List, filter);
        let title = match page {
            Page::Stretch(_, word) => {
                let stretch = day.stretch(word).map(|at| name_of(&day.stretches, &day.stretches[at]));
                [Some(head.name.clone()), stretch].into_iter().flatten().collect::<Vec<_>>().join(" ")
            }
            _ => head.name.clone(),
        };
        let description =
            [w.session_count.of(day.occurrences.len()), w.activity_count.of(day.runs.len())].join(" · ");
        Self {
            frame: Frame::new(guide, lang, page, title, description).showing(filter.query(guide)),
            w,
            p,
            head,
            stretches: Vec::new(),
            times: Vec::new(),
            more_lines: 0,
            earlier: None,
            later: None,
            running: Vec::new(),
            more_running: 0,
            activities: guide.address(Page::Activities, lang),
            subscribe: Subscribe::to(guide, lang, CalendarOf::Day(date)),
        }
    }
}

impl<'a> AtTime<'a> {
    /// Occurrences in order of time, by the instant at which they begin.
    fn each(guide: &'a Guide, lang: Lang, occurrences: &[OccurrenceId]) -> Vec<Self> {
        let mut times: Vec<Self> = Vec::new();
        for &id in occurrences {
            let line = Line::new(guide, id, lang, Within::Day);
            let Some(when) = &line.when else { continue };
            match times.last_mut() {
                Some(at) if at.stamp == when.start_stamp => at.lines.push(line),
                _ => times.push(Self {
                    clock: when.start.clone(),
                    stamp: when.start_stamp.clone(),
                    lines: vec![line],
                }),
            }
        }
        times
    }
}

/// The activities of a day that have no session on it: what has, stands in the list already.
fn running(guide: &Guide, day: &Day) -> Vec<ActivityId> {
    let programme = guide.programme();
    let listed: HashSet<ActivityId> =
        day.occurrences.iter().filter_map(|&id| programme.session_of(id).activity).collect();
    day.runs.iter().copied().filter(|id| !listed.contains(id)).collect()
}

/// `09:30–10:15`; where several begin at the same clock, with a number: `09:30 (2)`.
fn name_of(stretches: &[Stretch], stretch: &Stretch) -> String {
    let clock = |time: jiff::civil::Time| time.strftime("%H:%M").to_string();
    let (from, to) = (clock(stretch.from), clock(stretch.to));
    let span = if from == to { from.clone() } else { format!("{from}–{to}") };
    let number = stretch.word.split_once('-').map(|(_, number)| number);
    // The first of several has no number of its own.
    let second = || stretches.iter().any(|other| other.word == format!("{}-2", stretch.word));
    match number {
        Some(number) => format!("{span} ({number})"),
        None if second() => format!("{span} (1)"),
        None => span,
    }
}
