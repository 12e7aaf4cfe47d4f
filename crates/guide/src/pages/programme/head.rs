//! What stands over a day, whether it is read as a list or as a grid: its name, the other days, the way to the other view, the filters.

use askama::Template;
use festoon_domain::text::Lang;
use jiff::civil::Date;

use super::{Narrowing, Rail, RailDay};
use crate::Guide;
use crate::filter::Filter;
use crate::guide::Day;
use crate::url::Page;
use crate::words::programme::ProgrammeWords;
use crate::words::{Words, dates};

/// How a day is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum View {
    /// By time.
    List,
    /// As a table of halls and times.
    Grid,
}

impl View {
    /// The page of a day in this view.
    const fn page(self) -> fn(Date) -> Page<'static> {
        match self {
            Self::List => Page::Day,
            Self::Grid => Page::Grid,
        }
    }
}

/// The head of a day.
#[derive(Debug, Template)]
#[template(path = "programme/head.html")]
pub(super) struct DayHead<'a> {
    w: &'static Words,
    p: &'static ProgrammeWords,
    pub(super) name: String,
    date: Date,
    within_week: bool,
    view: View,
    rail: Rail,
    pub(super) narrowing: Narrowing<'a>,
    pub(super) is_narrowed: bool,
    /// Of the whole day, whatever the filters leave of it.
    pub(super) session_count: usize,
    /// The days before and after in the same view, each with its name.
    pub(super) previous: Option<(String, String)>,
    pub(super) next: Option<(String, String)>,
    programme: String,
    list: String,
    grid: String,
}

impl askama::filters::HtmlSafe for DayHead<'_> {}

impl<'a> DayHead<'a> {
    /// The head of a day under a filter.
    pub(super) fn new(guide: &'a Guide, lang: Lang, day: &'a Day, view: View, filter: &Filter) -> Self {
        let (w, date, page) = (Words::of(lang), day.date, view.page());
        let to = |page| filter.address(guide, page, lang);
        let [previous, next] =
            guide.neighbours(date).map(|day| day.map(|day| (to(page(day.date)), dates::day(day.date, lang))));
        let everything = day.occurrences.iter().copied();
        Self {
            w,
            p: ProgrammeWords::of(lang),
            name: dates::day(date, lang),
            date,
            within_week: day.within_week,
            view,
            rail: Rail { w, days: RailDay::under(guide, lang, Some(date), filter, page) },
            narrowing: Narrowing::new(guide, lang, page(date), filter, everything),
            is_narrowed: !filter.is_empty(),
            session_count: day.occurrences.len(),
            previous,
            next,
            programme: to(Page::Programme),
            list: to(Page::Day(date)),
            grid: to(Page::Grid(date)),
        }
    }

    /// What is said where nothing is shown.
    pub(super) const fn nothing(&self) -> &'static str {
        if self.is_narrowed && self.session_count > 0 { self.p.nothing_that_day } else { self.w.empty_day }
    }
}
