//! `/{lang}/search`: the search, and what it finds by kind; with `part=results` the results alone, for the script that searches
//! while somebody types.
//!
//! It depends on what was typed, so it is made anew each time and kept by nobody.

mod line;
mod notes;

use askama::Template;
use festoon_domain::text::Lang;
use jiff::civil::Date;

use self::notes::{alone, notes};
use super::frame::{Frame, full_title};
use crate::Guide;
use crate::run::Run;
use crate::search::{Asked, Group, Kind, LONGEST_QUERY, MOST_SHOWN};
use crate::url::{Page, with_query};
use crate::words::search::SearchWords;
use crate::words::{Words, dates};

pub use line::HitLine;

/// How many of each kind are shown where all kinds are.
const OF_EACH: usize = 5;

/// How many are shown on a page of one kind.
const OF_ONE: usize = 20;

/// Of what was typed, so many characters stand in the title.
const OF_TITLE: usize = 40;

/// What stands in the address of a search.
#[derive(Debug, Clone, Copy, Default)]
pub struct Search<'a> {
    /// What was typed.
    pub typed: &'a str,
    /// One kind alone.
    pub kind: Option<Kind>,
    /// Which page of it, from 1; nought is the first too.
    pub page: usize,
    /// What day it is where the week is, for who asks for tomorrow.
    pub today: Option<Date>,
}

/// The search page.
#[derive(Debug, Template)]
#[template(path = "search/page.html")]
pub struct SearchPage<'a> {
    frame: Frame<'a>,
    s: &'static SearchWords,
    form: Form,
    results: Results<'a>,
}

/// The form; it asks for the same page again.
#[derive(Debug)]
struct Form {
    action: String,
    typed: String,
    kind: Option<&'static str>,
}

/// What was found, as it stands beneath the form.
#[derive(Debug, Template)]
#[template(path = "search/results.html")]
pub struct Results<'a> {
    w: &'static Words,
    s: &'static SearchWords,
    /// What stands in the tab: of what was typed, that tabs differ.
    title: String,
    /// The same with the week's name, for the script.
    full_title: String,
    /// What a screen reader is told when the results change.
    said: String,
    notes: Vec<String>,
    /// The same search for one term alone, where nothing has all of them.
    alone: Vec<(String, String)>,
    is_asked: bool,
    days: Vec<DayLine>,
    nothing_lead: String,
    sections: Vec<Section<'a>>,
    jumps: Vec<Jump>,
    suggestions: Vec<(String, String)>,
    starts: Vec<(String, Run<'a>)>,
    ways: Vec<(String, &'static str)>,
    pages: Option<Pages>,
}

impl askama::filters::HtmlSafe for Results<'_> {}

/// A day that was asked for.
#[derive(Debug)]
struct DayLine {
    href: String,
    date: Date,
    name: String,
    sessions: String,
}

/// The way to one kind of results.
#[derive(Debug)]
struct Jump {
    href: String,
    name: &'static str,
    total: usize,
    is_here: bool,
}

/// What was found of one kind.
#[derive(Debug)]
struct Section<'a> {
    anchor: &'static str,
    heading: &'static str,
    total: usize,
    lines: Vec<HitLine<'a>>,
    all: Option<String>,
}

/// The pages before and after.
#[derive(Debug)]
struct Pages {
    previous: Option<String>,
    next: Option<String>,
}

impl<'a> SearchPage<'a> {
    /// The page of a search; of nothing typed, the empty form with ways to begin.
    #[must_use]
    pub fn new(guide: &'a Guide, lang: Lang, search: Search<'_>) -> Self {
        let s = SearchWords::of(lang);
        let results = Results::new(guide, lang, search);
        let frame = Frame::new(guide, lang, Page::Search, results.title.clone(), s.lead.to_owned());
        let typed = results.typed_in(search);
        let kind = search.kind.map(Kind::word);
        let asked: Vec<(&str, &str)> =
            [("q", Some(&*typed).filter(|typed| !typed.is_empty())), ("kind", kind)]
                .into_iter()
                .filter_map(|(name, value)| Some((name, value?)))
                .collect();
        Self {
            frame: frame.showing(with_query("", &asked).trim_start_matches('?').to_owned()),
            s,
            form: Form { action: guide.address(Page::Search, lang), kind, typed },
            results,
        }
    }
}

impl<'a> Results<'a> {
    /// What is found in a guide.
    #[must_use]
    pub fn new(guide: &'a Guide, lang: Lang, search: Search<'_>) -> Self {
        let most = if search.kind.is_some() { OF_ONE } else { OF_EACH };
        let skip = search.kind.map_or(0, |_| search.page.saturating_sub(1).min(MOST_SHOWN) * OF_ONE);
        let asked = Asked {
            typed: search.typed,
            lang,
            kind: search.kind,
            skip: skip.min(MOST_SHOWN),
            most,
            today: search.today,
        };
        let found = guide.find(&asked);
        let (w, s) = (Words::of(lang), SearchWords::of(lang));
        let is_asked = !found.typed.is_empty();
        let to = |typed: &str| with_query(&guide.address(Page::Search, lang), &[("q", typed)]);
        let all_of = |kind: Kind| {
            let asked = [("q", &*found.typed), ("kind", kind.word())];
            with_query(&guide.address(Page::Search, lang), &asked)
        };
        let of_kind =
            |kind| found.groups.iter().find(|group| group.kind == kind).map_or(0, |group| group.total);
        // A day is no kind of its own: of one kind alone, none is shown.
        let days = found.days.as_deref().filter(|_| search.kind.is_none()).unwrap_or_default();
        let all = found.total + days.len();
        let said = match (search.kind.map_or(all, of_kind), is_asked) {
            (_, false) => String::new(),
            (0, true) => s.nothing.with(&found.typed),
            (total, true) => s.count.of(total),
        };
        let chains = &guide.programme().week.chains;
        let starts = chains.iter().map(|chain| (to(chain.name.read(lang)), Run::new(&chain.name, lang)));
        let pages = search.kind.and_then(|kind| {
            let total = found.groups.iter().find(|group| group.kind == kind)?.total;
            Pages::new(&all_of(kind), search.page.max(1), total)
        });
        let jumps = found.groups.iter().map(|group| {
            let href =
                if search.kind.is_some() { all_of(group.kind) } else { format!("#{}", group.kind.word()) };
            let is_here = search.kind == Some(group.kind);
            Jump { href, name: heading(group.kind, lang), total: group.total, is_here }
        });
        let to_days = (!days.is_empty()).then(|| Jump {
            href: "#days".into(),
            name: w.days,
            total: days.len(),
            is_here: false,
        });
        let jumps = to_days.into_iter().chain(jumps);
        let every_kind = |total| Jump { href: to(&found.typed), name: s.every_kind, total, is_here: false };
        let jumps = jumps.chain(search.kind.map(|_| every_kind(found.total)));
        let has_ways = found.groups.len() + usize::from(!days.is_empty()) > 1
            || (search.kind.is_some() && found.total > 0);
        let title = if is_asked { s.results_for.with(&bounded(&found.typed)) } else { s.action.to_owned() };
        Self {
            w,
            s,
            full_title: full_title(&title, Some(Run::new(&guide.programme().week.title, lang))),
            title,
            said,
            notes: notes(&found, search.kind, s),
            alone: alone(&found).into_iter().map(|term| (to(term), term.clone())).collect(),
            is_asked,
            days: days.iter().map(|&date| DayLine::new(guide, lang, date)).collect(),
            nothing_lead: match &found.days {
                Some(_) => {
                    let week = &guide.programme().week;
                    s.no_such_day.with(&dates::days(week.first_day, week.last_day, lang))
                }
                None => s.nothing_lead.into(),
            },
            jumps: if has_ways { jumps.collect() } else { Vec::new() },
            suggestions: found.suggestions.iter().map(|word| (to(word), word.clone())).collect(),
            starts: if is_asked { Vec::new() } else { starts.collect() },
            ways: vec![
                (guide.address(Page::Programme, lang), w.programme),
                (guide.address(Page::Activities, lang), w.activities),
            ],
            pages,
            sections: (found.groups.into_iter())
                .filter(|group| search.kind.is_none_or(|kind| group.kind == kind))
                .map(|group| {
                    let all =
                        (search.kind.is_none() && group.total > group.hits.len()).then(|| all_of(group.kind));
                    Section::new(guide, lang, group, all)
                })
                .collect(),
        }
    }

    /// What stands in the field again: what was typed, cut.
    fn typed_in(&self, search: Search<'_>) -> String {
        if self.is_asked {
            search.typed.trim().chars().filter(|c| !c.is_control()).take(LONGEST_QUERY).collect()
        } else {
            String::new()
        }
    }

    fn is_nothing(&self) -> bool {
        self.is_asked && self.sections.is_empty() && self.days.is_empty()
    }
}

impl DayLine {
    fn new(guide: &Guide, lang: Lang, date: Date) -> Self {
        let sessions = guide.day(date).map_or(0, |day| day.occurrences.len());
        Self {
            href: guide.address(Page::Day(date), lang),
            date,
            name: dates::day(date, lang),
            sessions: Words::of(lang).session_count.of(sessions),
        }
    }
}

impl<'a> Section<'a> {
    fn new(guide: &'a Guide, lang: Lang, group: Group<'a>, all: Option<String>) -> Self {
        Self {
            anchor: group.kind.word(),
            heading: heading(group.kind, lang),
            total: group.total,
            lines: group.hits.into_iter().map(|hit| HitLine::new(guide, hit, lang)).collect(),
            all,
        }
    }
}

impl Pages {
    fn new(address: &str, page: usize, total: usize) -> Option<Self> {
        let last = total.min(MOST_SHOWN).div_ceil(OF_ONE);
        let to = |page: usize| format!("{address}&page={page}");
        let pages = Self {
            previous: (page > 1).then(|| to((page - 1).min(last.max(1)))),
            next: (page < last).then(|| to(page + 1)),
        };
        (pages.previous.is_some() || pages.next.is_some()).then_some(pages)
    }
}

/// The few things of a guide that are called so, or whose names or keys begin so; none while it is not ready to be searched, for nobody waits for that
/// who did not come to search.
#[must_use]
pub fn called<'a>(guide: &'a Guide, lang: Lang, words: &str, most: usize) -> Vec<HitLine<'a>> {
    if !guide.is_warm() {
        return Vec::new();
    }
    guide.called(words, lang, most).into_iter().map(|hit| HitLine::new(guide, hit, lang)).collect()
}

fn bounded(typed: &str) -> String {
    match typed.char_indices().nth(OF_TITLE) {
        Some((end, _)) => format!("{}…", &typed[..end]),
        None => typed.to_owned(),
    }
}

fn heading(kind: Kind, lang: Lang) -> &'static str {
    let (w, s) = (Words::of(lang), SearchWords::of(lang));
    match kind {
        Kind::Activity => w.activities,
        Kind::Session => w.sessions,
        Kind::Person => s.people,
        Kind::Venue => crate::words::frame::FrameWords::of(lang).venues,
        Kind::Host => s.hosts,
        Kind::Figure => w.figures,
    }
}
