//! `/{lang}/near`: what is on now and what begins within three hours, nearest first for who says where they are.
//!
//! When it is, is an argument, so the page can be looked at as of any time. It holds at most some lines and then leads on to the day.

use askama::Template;
use festoon_domain::programme::{OccurrenceId, Span};
use festoon_domain::text::Lang;
use festoon_domain::venue::{Minutes, VenueId};
use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp};

mod happening;

use self::happening::Happening;
use super::frame::Frame;
use crate::Guide;
use crate::assets::NEAR;
use crate::run::Run;
use crate::url::Page;
use crate::words::Words;
use crate::words::dates;
use crate::words::frame::FrameWords;
use crate::words::near::NearWords;

/// What begins within this time is next.
const AHEAD: SignedDuration = SignedDuration::from_hours(3);

/// The page holds at most so many lines, of which what is next gets what is left, at least [`FOR_WHAT_IS_NEXT`].
const MOST_LINES: usize = 60;
const FOR_WHAT_IS_NEXT: usize = 20;

/// The time of day at which a day of the week is offered for a look.
const A_USUAL_HOUR: i8 = 10;

/// When and from where somebody looks.
#[derive(Debug, Clone, Default)]
pub struct Look {
    /// The moment.
    pub at: Timestamp,
    /// Whether that is another moment than now.
    pub as_if: bool,
    /// The house they are at, if they said.
    pub from: Option<VenueId>,
    /// What of their question made no sense.
    pub not_understood: Vec<NotUnderstood>,
}

/// A question that makes no sense; the page says what would.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotUnderstood {
    /// A moment nobody can read.
    Moment,
    /// A house that is not in the guide.
    Place,
}

impl Look {
    /// The first moment of the guide at which something is on or about to be: what a page shows that is made without a clock.
    #[must_use]
    pub fn at_first(guide: &Guide) -> Self {
        let at = guide.days().iter().find_map(|day| busy_moment(guide, day.date)).unwrap_or_default();
        Self { at, as_if: true, ..Self::default() }
    }
}

/// What is on and what is next.
#[derive(Debug, Template)]
#[template(path = "near.html")]
pub struct NearPage<'a> {
    frame: Frame<'a>,
    n: &'static NearWords,
    script: &'static str,
    here: String,
    lead: String,
    as_if: Option<String>,
    complaints: Vec<String>,
    now: Vec<Happening<'a>>,
    next: Vec<Happening<'a>>,
    more: Option<(String, String)>,
    /// When the page was made by the server's clock, in milliseconds: what a device's clock is held against.
    made: i64,
    /// What is said of a page that has grown old without a network, and the ways to its day and to the others.
    as_of: String,
    ways: Vec<(String, &'static str)>,
    /// What is said once the lines were sorted on the device; nearest of those that are shown, where others were left out.
    taken: String,
    idle: Option<Idle>,
    venues: Vec<Choice<'a>>,
}

/// Where to look while nothing is on.
#[derive(Debug)]
struct Idle {
    lead: String,
    looks: Vec<(String, String)>,
}

/// A house somebody may be at.
#[derive(Debug)]
struct Choice<'a> {
    key: &'a str,
    name: Run<'a>,
    is_chosen: bool,
}

impl<'a> NearPage<'a> {
    /// The page of a look at the guide. Costs one walk over all occurrences.
    #[must_use]
    pub fn new(guide: &'a Guide, lang: Lang, look: &Look) -> Self {
        let n = NearWords::of(lang);
        let zone = &guide.programme().week.zone;
        let near = Near::of(guide, look);
        let moment = dates::moment(look.at, zone, lang);
        let local = look.at.to_zoned(zone.clone()).datetime();
        let date = local.date();

        let happening = |found: &Found| Happening::new(guide, lang, look, found);
        let now: Vec<_> = near.now.iter().map(happening).collect();
        let next: Vec<_> = near.next.iter().map(happening).collect();
        let rest = near.left_out;
        let shown = (now.len() + next.len()).to_string();
        let day = guide.day(date).map(|_| (guide.address(Page::Day(date), lang), n.whole_day));
        let programme = (guide.address(Page::Programme, lang), Words::of(lang).programme);
        let is_idle = now.is_empty() && next.is_empty();
        let title = FrameWords::of(lang).near;
        let frame = Frame::new(guide, lang, Page::Near, title.into(), n.description.into());
        Self {
            frame: frame.showing(selection(guide, look)),
            n,
            script: &NEAR.address,
            here: guide.address(Page::Near, lang),
            lead: if look.as_if { n.as_if } else { n.lead }.with(&[("moment", &moment)]),
            as_if: look.as_if.then(|| asked(local)),
            complaints: look.not_understood.iter().map(|what| what.sentence(n)).collect(),
            now,
            next,
            more: (rest > 0).then(|| (guide.address(Page::Day(date), lang), n.more.of(rest))),
            made: look.at.as_millisecond(),
            as_of: n.as_of.with(&[("moment", &moment)]),
            ways: day.into_iter().chain([programme]).collect(),
            taken: if rest > 0 {
                n.position_taken_of.with(&[("n", &shown)])
            } else {
                n.position_taken.into()
            },
            idle: is_idle.then(|| Idle::new(guide, lang, n)),
            venues: choices(guide, lang, look.from),
        }
    }
}

/// The look as an address says it; the plain page's is empty.
fn selection(guide: &Guide, look: &Look) -> String {
    let at = look.as_if.then(|| {
        let local = look.at.to_zoned(guide.programme().week.zone.clone()).datetime();
        format!("at={}", asked(local))
    });
    let from = look.from.map(|venue| format!("from={}", guide.programme()[venue].key));
    at.into_iter().chain(from).collect::<Vec<_>>().join("&")
}

fn choices(guide: &Guide, lang: Lang, chosen: Option<VenueId>) -> Vec<Choice<'_>> {
    let venues = (0..).map(VenueId).zip(&guide.programme().venues);
    venues
        .map(|(id, venue)| Choice {
            key: &venue.key,
            name: Run::new(&venue.name, lang),
            is_chosen: chosen == Some(id),
        })
        .collect()
}

/// `2021-06-22T10:00`
fn asked(local: DateTime) -> String {
    local.strftime("%Y-%m-%dT%H:%M").to_string()
}

impl NotUnderstood {
    fn sentence(self, n: &NearWords) -> String {
        match self {
            Self::Moment => n.bad_moment.with(&[("example", "2021-06-22T10:00")]),
            Self::Place => n.bad_place.into(),
        }
    }
}

/// What was found, in order.
#[derive(Debug, Default)]
struct Near {
    now: Vec<Found>,
    next: Vec<Found>,
    left_out: usize,
}

#[derive(Debug)]
struct Found {
    id: OccurrenceId,
    span: Span,
    road: Option<Minutes>,
}

impl Near {
    fn of(guide: &Guide, look: &Look) -> Self {
        let programme = guide.programme();
        let horizon = look.at.saturating_add(AHEAD).unwrap_or(look.at);
        let mut near = Self::default();
        for (id, occurrence) in programme.each_occurrence() {
            let Some(span) = occurrence.scheduled() else { continue };
            let (is_over, is_later) = (span.end() <= look.at, span.start() > horizon);
            if is_over || is_later {
                continue;
            }
            let road = look.from.zip(programme.venue_of(id)).and_then(|(from, to)| {
                programme.roads.between(&programme.venues, from, to).map(|road| road.minutes)
            });
            let list = if span.start() <= look.at { &mut near.now } else { &mut near.next };
            list.push(Found { id, span, road });
        }

        for list in [&mut near.now, &mut near.next] {
            // Where no road is known comes last; without a place everything is equally far.
            list.sort_unstable_by_key(|found| {
                (found.road.is_none(), found.road, found.span.start(), found.id)
            });
        }
        let found = near.now.len() + near.next.len();
        let room_for_next = near.next.len().min(FOR_WHAT_IS_NEXT);
        near.now.truncate(MOST_LINES - room_for_next);
        near.next.truncate(MOST_LINES - near.now.len());
        near.left_out = found - near.now.len() - near.next.len();
        near
    }
}

impl Idle {
    fn new(guide: &Guide, lang: Lang, n: &NearWords) -> Self {
        let week = &guide.programme().week;
        let days = guide.days().iter().filter(|day| day.within_week);
        let looks = days.filter_map(|day| {
            let at = busy_moment(guide, day.date)?.to_zoned(week.zone.clone()).datetime();
            let href = format!("{}?at={}", guide.address(Page::Near, lang), asked(at));
            let clock = at.strftime("%H:%M").to_string();
            Some((href, n.look_at.with(&[("day", &dates::day(day.date, lang)), ("clock", &clock)])))
        });
        let days = dates::days(week.first_day, week.last_day, lang);
        Self { lead: n.idle.with(&[("days", &days)]), looks: looks.take(MOST_LINES).collect() }
    }
}

/// A moment of a day at which a look is worth it: a usual hour, or else when the first thing begins.
fn busy_moment(guide: &Guide, date: jiff::civil::Date) -> Option<Timestamp> {
    let programme = guide.programme();
    let usual = date.at(A_USUAL_HOUR, 0, 0, 0).to_zoned(programme.week.zone.clone()).ok()?.timestamp();
    let spans: Vec<Span> =
        (guide.day(date)?.occurrences.iter()).filter_map(|&id| programme[id].scheduled()).collect();
    let horizon = usual.saturating_add(AHEAD).unwrap_or(usual);
    let is_busy = spans.iter().any(|span| span.end() > usual && span.start() <= horizon);
    if is_busy { Some(usual) } else { spans.first().map(|span| span.start()) }
}
