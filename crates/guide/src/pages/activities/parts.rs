//! The parts of an activity 环节 with their lines: the opening first, the closing last, between them by time.
//!
//! A congress has thousands of sessions. Then every part shows its first few and says on which days the others are.

use festoon_domain::choice::Choice;
use festoon_domain::programme::{ActivityId, OccurrenceId, PartId, PartKind, Span};
use festoon_domain::text::Lang;
use festoon_domain::week::Provenance;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::Guide;
use crate::line::{Line, Within};
use crate::run::Run;
use crate::url::{CalendarOf, Outlet, Page};
use crate::words::dates;

/// More lines than these are cut, part by part.
const MOST_LINES: usize = 200;

/// A part with its sessions.
#[derive(Debug)]
pub(super) struct PartSection<'a> {
    pub(super) anchor: String,
    pub(super) title: Run<'a>,
    pub(super) kind: Option<&'static str>,
    pub(super) is_sample: bool,
    /// Nothing for a part in which nothing happens yet.
    pub(super) calendar: Option<String>,
    pub(super) lines: Lines<'a>,
}

/// The lines of a part; of very many only the first, and the days on which the others are.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    pub(super) shown: Vec<Line<'a>>,
    pub(super) rest: Vec<Rest>,
}

/// What else is on one day.
#[derive(Debug)]
pub(super) struct Rest {
    pub(super) href: String,
    pub(super) day: String,
    pub(super) count: usize,
}

/// The parts of an activity, and what it has outside them.
pub(super) fn parts(guide: &Guide, activity: ActivityId, lang: Lang) -> (Vec<PartSection<'_>>, Lines<'_>) {
    let programme = guide.programme();
    let mut of_part: Vec<(PartId, Vec<OccurrenceId>)> = (0..)
        .map(PartId)
        .zip(&programme.parts)
        .filter(|(_, part)| part.activity == Some(activity))
        .map(|(id, _)| (id, Vec::new()))
        .collect();
    let (mut loose, mut count) = (Vec::new(), 0);
    for &session in guide.sessions_of(activity) {
        let part = programme[session].part;
        let at = part.and_then(|part| of_part.binary_search_by_key(&part, |(id, _)| *id).ok());
        let ids = guide.occurrences_of(session);
        count += ids.len();
        at.map_or(&mut loose, |at| &mut of_part[at].1).extend_from_slice(ids);
    }
    of_part.sort_by_key(|(id, ids)| {
        let first: Option<Timestamp> = ids.iter().filter_map(|&id| programme[id].when).map(Span::start).min();
        (place(programme[*id].kind), first.is_none(), first)
    });

    let most = if count <= MOST_LINES { MOST_LINES } else { MOST_LINES / (of_part.len() + 1) };
    let sections = of_part.into_iter().map(|(id, ids)| {
        let part = &programme[id];
        let kind = part.kind.called(lang);
        PartSection {
            anchor: format!("part-{}", part.key),
            title: Run::new(&part.title, lang),
            // 开幕式 under the heading 开幕式 would be said twice.
            kind: (!part.title.read(lang).contains(kind)).then_some(kind),
            is_sample: part.provenance == Provenance::Sample,
            calendar: (!ids.is_empty())
                .then(|| guide.outlet(Outlet::Calendar(CalendarOf::Part(&part.key), lang))),
            lines: Lines::new(guide, &ids, most, lang),
        }
    });
    (sections.collect(), Lines::new(guide, &loose, most, lang))
}

/// An opening opens and a closing closes, whatever else has which time.
const fn place(kind: PartKind) -> u8 {
    match kind {
        PartKind::Opening => 0,
        PartKind::SummitForum
        | PartKind::ThemeForum
        | PartKind::Programme
        | PartKind::Exhibition
        | PartKind::Signing => 1,
        PartKind::Closing => 2,
    }
}

impl<'a> Lines<'a> {
    fn new(guide: &'a Guide, ids: &[OccurrenceId], most: usize, lang: Lang) -> Self {
        let (shown, rest) = ids.split_at(most.min(ids.len()));
        Self {
            shown: shown.iter().map(|&id| Line::new(guide, id, lang, Within::Activity)).collect(),
            rest: by_day(guide, rest, lang),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.shown.is_empty() && self.rest.is_empty()
    }
}

/// How many of these are on which day.
fn by_day(guide: &Guide, ids: &[OccurrenceId], lang: Lang) -> Vec<Rest> {
    let programme = guide.programme();
    let zone = &programme.week.zone;
    let date = |id: OccurrenceId| programme[id].when.map(|when| when.start().to_zoned(zone.clone()).date());
    let mut counts: Vec<(Option<Date>, usize)> = Vec::new();
    for &id in ids {
        let date = date(id);
        match counts.iter_mut().find(|(other, _)| *other == date) {
            Some((_, count)) => *count += 1,
            None => counts.push((date, 1)),
        }
    }
    counts.sort_by_key(|(date, _)| (date.is_none(), *date));
    let rest = counts.into_iter().map(|(date, count)| Rest {
        href: guide.address(date.map_or(Page::Programme, Page::Day), lang),
        day: date.map_or_else(
            || crate::words::Words::of(lang).time_open.to_owned(),
            |date| dates::day(date, lang),
        ),
        count,
    });
    rest.collect()
}
