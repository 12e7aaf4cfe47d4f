//! `/{lang}/programme`: all days, each with its activities; under a filter, each with its sessions.

use askama::Template;
use festoon_domain::programme::OccurrenceId;
use festoon_domain::text::Lang;
use jiff::civil::Date;

use super::{MOST_CARDS, Narrowing, Rail, RailDay};
use crate::Guide;
use crate::filter::Filter;
use crate::guide::{Day, MOST_LINES};
use crate::line::{Line, Within};
use crate::pages::activities::Card;
use crate::pages::frame::Frame;
use crate::url::Page;
use crate::words::programme::ProgrammeWords;
use crate::words::{Words, dates};

/// All days list at most so many activities together, and each at least [`LEAST_EACH`] if it has them.
const MOST_CARDS_IN_ALL: usize = 160;

/// A day is not cut shorter than this.
const LEAST_EACH: usize = 4;

/// All days.
#[derive(Debug, Template)]
#[template(path = "programme/index.html")]
pub struct ProgrammePage<'a> {
    frame: Frame<'a>,
    w: &'static Words,
    p: &'static ProgrammeWords,
    rail: Rail,
    narrowing: Narrowing<'a>,
    is_narrowed: bool,
    days: Vec<DayOverview<'a>>,
    undated: Vec<Line<'a>>,
    undated_count: usize,
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
    more_activities: usize,
    lines: Vec<Line<'a>>,
    more_lines: usize,
}

impl<'a> ProgrammePage<'a> {
    /// The overview of all days.
    #[must_use]
    pub fn new(guide: &'a Guide, lang: Lang, filter: &Filter) -> Self {
        let (w, p) = (Words::of(lang), ProgrammeWords::of(lang));
        let everything = guide.programme().each_occurrence().map(|(id, _)| id);
        let narrowing = Narrowing::new(guide, lang, Page::Programme, filter, everything);
        let is_narrowed = !filter.is_empty();
        let each = Each::of(guide, narrowing.matching());
        let days: Vec<DayOverview<'a>> = if is_narrowed {
            let days = guide.days().iter();
            let days = days.map(|day| DayOverview::narrowed(guide, lang, day, filter, each.lines));
            days.filter(|day| day.sessions > 0).collect()
        } else {
            guide.days().iter().map(|day| DayOverview::whole(guide, lang, day, each.cards)).collect()
        };
        let undated: Vec<OccurrenceId> =
            guide.undated().iter().copied().filter(|&id| filter.matches(guide, id)).collect();
        let lines = undated.iter().take(MOST_CARDS).map(|&id| Line::new(guide, id, lang, Within::Day));
        let title = w.programme.to_owned();
        Self {
            frame: Frame::new(guide, lang, Page::Programme, title, w.programme_lead.into())
                .showing(filter.query(guide)),
            w,
            p,
            rail: Rail { w, days: RailDay::under(guide, lang, None, filter, Page::Day) },
            narrowing,
            is_narrowed,
            days,
            undated: lines.collect(),
            undated_count: undated.len(),
        }
    }

    fn undated_more(&self) -> usize {
        self.undated_count - self.undated.len()
    }
}

impl<'a> DayOverview<'a> {
    fn whole(guide: &'a Guide, lang: Lang, day: &Day, most: usize) -> Self {
        let cards = day.runs.iter().take(most).map(|&id| Card::new(guide, id, lang));
        Self {
            activities: cards.collect(),
            more_activities: day.runs.len().saturating_sub(most),
            ..Self::empty(guide, lang, day, &Filter::default(), day.occurrences.len())
        }
    }

    fn narrowed(guide: &'a Guide, lang: Lang, day: &Day, filter: &Filter, most: usize) -> Self {
        let matching: Vec<OccurrenceId> =
            day.occurrences.iter().copied().filter(|&id| filter.matches(guide, id)).collect();
        let lines = matching.iter().take(most).map(|&id| Line::new(guide, id, lang, Within::Day));
        Self {
            lines: lines.collect(),
            more_lines: matching.len().saturating_sub(most),
            ..Self::empty(guide, lang, day, filter, matching.len())
        }
    }

    fn empty(guide: &Guide, lang: Lang, day: &Day, filter: &Filter, sessions: usize) -> Self {
        Self {
            href: filter.address(guide, Page::Day(day.date), lang),
            date: day.date,
            name: dates::day(day.date, lang),
            sessions,
            within_week: day.within_week,
            activities: Vec::new(),
            more_activities: 0,
            lines: Vec::new(),
            more_lines: 0,
        }
    }
}

/// How much of each day is shown, so that all of them together stay a page.
struct Each {
    cards: usize,
    lines: usize,
}

impl Each {
    fn of(guide: &Guide, matching: usize) -> Self {
        let days = guide.days().len().max(1);
        let cards: usize = guide.days().iter().map(|day| day.runs.len()).sum();
        let share = |of: usize, most: usize| if of <= most { of } else { (most / days).max(LEAST_EACH) };
        Self { cards: share(cards, MOST_CARDS_IN_ALL), lines: share(matching, MOST_LINES) }
    }
}
