//! `/{lang}/activities` and `/{lang}/activities/{key}`: the hosts' events, and one of them.

mod parts;

use std::collections::HashSet;

use askama::Template;
use festoon_domain::choice::Choice;
use festoon_domain::programme::{Activity, ActivityId, HostId};
use festoon_domain::text::Lang;
use festoon_domain::week::Provenance;

use self::parts::{Lines, PartSection, parts};
use super::frame::Frame;
use super::people::Billing;
use crate::Guide;
use crate::lamp::Lamp;
use crate::line::ChainMark;
use crate::run::{Run, Tagged};
use crate::subscribe::Subscribe;
use crate::url::{CalendarOf, Page};
use crate::words::people::PeopleWords;
use crate::words::subscribe::SubscribeWords;
use crate::words::{Words, countries, dates, kinds};

/// An activity as lists show it.
#[derive(Debug, Template)]
#[template(path = "activities/card.html")]
pub struct Card<'a> {
    /// The words around it.
    pub w: &'static Words,
    /// Its page.
    pub href: String,
    /// Its title.
    pub title: Run<'a>,
    /// How it stands.
    pub lamp: Lamp,
    /// On the city's own list, and whether that was invented although the activity is real.
    pub key: Option<KeyMark>,
    /// When it runs.
    pub days: Option<String>,
    /// Where it is at home.
    pub venue: Option<Tagged<'a>>,
    /// Who answers for it.
    pub host: Option<Tagged<'a>>,
    /// Its chain.
    pub chain: Option<ChainMark<'a>>,
    /// Whether it was invented.
    pub is_sample: bool,
    /// Whether its days and house were invented although it is real.
    pub has_sample_details: bool,
}

impl askama::filters::HtmlSafe for Card<'_> {}

impl<'a> Card<'a> {
    /// An activity's card.
    #[must_use]
    pub fn new(guide: &'a Guide, id: ActivityId, lang: Lang) -> Self {
        let programme = guide.programme();
        let activity = &programme[id];
        Self {
            w: Words::of(lang),
            href: guide.address(Page::Activity(&activity.key), lang),
            title: Run::new(&activity.title, lang),
            lamp: guide.lamp_of(id),
            key: KeyMark::of(activity),
            days: guide.days_of(id).map(|(first, last)| {
                if first == last { dates::day(first, lang) } else { dates::span_of_days(first, last, lang) }
            }),
            venue: activity.venue.map(|id| {
                let venue = &programme[id];
                Tagged::new(&venue.name, lang, venue.provenance, activity.provenance)
            }),
            host: activity.host.map(|id| {
                let host = &programme[id];
                Tagged::new(&host.name, lang, host.provenance, activity.provenance)
            }),
            chain: (activity.chain.as_deref())
                .and_then(|key| guide.chain(key))
                .map(|chain| ChainMark::new(guide, chain, lang)),
            is_sample: activity.provenance == Provenance::Sample,
            has_sample_details: is_added(activity, activity.details),
        }
    }

    /// The cards of those that meet a condition, by their first day, those without one last.
    #[must_use]
    pub fn sorted(guide: &'a Guide, lang: Lang, belongs: impl Fn(&Activity) -> bool) -> Vec<Self> {
        let mut ids: Vec<ActivityId> =
            guide.activities().filter(|&id| belongs(&guide.programme()[id])).collect();
        ids.sort_by_key(|&id| (guide.first_day_of(id).is_none(), guide.first_day_of(id)));
        ids.into_iter().map(|id| Card::new(guide, id, lang)).collect()
    }
}

/// The mark of an activity on the city's own list.
#[derive(Debug, Clone, Copy)]
pub struct KeyMark {
    /// That it is on the list was invented, although it is real.
    pub is_added: bool,
}

impl KeyMark {
    fn of(activity: &Activity) -> Option<Self> {
        activity.is_key.then(|| Self { is_added: is_added(activity, activity.listing) })
    }
}

/// A real activity of which only the name is public wears the tag on what was added.
fn is_added(activity: &Activity, what: Provenance) -> bool {
    activity.provenance == Provenance::Stated && what == Provenance::Sample
}

/// All activities.
#[derive(Debug, Template)]
#[template(path = "activities/index.html")]
pub struct ActivitiesPage<'a> {
    frame: Frame<'a>,
    w: &'static Words,
    activity_count: usize,
    key_count: usize,
    groups: Vec<Group<'a>>,
}

#[derive(Debug)]
struct Group<'a> {
    anchor: String,
    name: &'static str,
    cards: Vec<Card<'a>>,
}

impl<'a> ActivitiesPage<'a> {
    /// The list of all activities, by kind.
    #[must_use]
    pub fn new(guide: &'a Guide, lang: Lang) -> Self {
        let w = Words::of(lang);
        let kinds = kinds::ACTIVITY_KINDS.map(Some).into_iter().chain([None]);
        let groups = kinds.enumerate().map(|(at, kind)| Group {
            anchor: format!("kind-{at}"),
            name: kind.map_or(w.other_kinds, |kind| kinds::activities(kind, lang)),
            cards: Card::sorted(guide, lang, |activity| activity.kind == kind),
        });
        let activities = &guide.programme().activities;
        let description = w.activities_lead.to_owned();
        Self {
            frame: Frame::new(guide, lang, Page::Activities, w.activities.into(), description),
            w,
            activity_count: activities.len(),
            key_count: activities.iter().filter(|activity| activity.is_key).count(),
            groups: groups.filter(|group| !group.cards.is_empty()).collect(),
        }
    }
}

/// One activity.
#[derive(Debug, Template)]
#[template(path = "activities/activity.html")]
pub struct ActivityPage<'a> {
    frame: Frame<'a>,
    w: &'static Words,
    p: &'static PeopleWords,
    add_part: &'static str,
    title: Run<'a>,
    summary: Run<'a>,
    lamp: Lamp,
    key: Option<KeyMark>,
    is_sample: bool,
    has_sample_details: bool,
    days: Option<String>,
    outside: Option<&'static str>,
    host: Option<(Run<'a>, bool)>,
    co_hosts: Vec<Tagged<'a>>,
    edition: Option<String>,
    kind: Option<&'static str>,
    partners: Vec<&'a str>,
    chain: Option<ChainMark<'a>>,
    venue: Option<House<'a>>,
    parts: Vec<PartSection<'a>>,
    loose: Lines<'a>,
    people: Vec<Billing<'a>>,
    more_people: usize,
    subscribe: Subscribe,
    activities: String,
}

/// The house an activity is at home in.
#[derive(Debug)]
struct House<'a> {
    href: String,
    name: Run<'a>,
    is_sample: bool,
    address: Run<'a>,
    /// A real house of which only the name is public.
    is_address_added: bool,
}

/// As many people as a reader looks through.
const MOST_PEOPLE: usize = 60;

impl<'a> ActivityPage<'a> {
    /// An activity's page, if there is one of that key.
    #[must_use]
    pub fn new(guide: &'a Guide, lang: Lang, key: &str) -> Option<Self> {
        let w = Words::of(lang);
        let programme = guide.programme();
        let id = guide.activity(key)?;
        let activity = &programme[id];
        let week = &programme.week;
        let days = guide.days_of(id);
        let name = |host: HostId| Run::new(&programme[host].name, lang);
        let title = Run::new(&activity.title, lang);
        let summary = Run::new(&activity.summary, lang);
        let description = if summary.is_empty() { title.plain() } else { summary.plain() }.to_owned();
        let (parts, loose) = parts(guide, id, lang);
        let (people, more_people) = people(guide, id, lang);
        Some(Self {
            frame: Frame::new(guide, lang, Page::Activity(&activity.key), title.plain().into(), description),
            w,
            p: PeopleWords::of(lang),
            add_part: SubscribeWords::of(lang).add,
            title,
            summary,
            lamp: guide.lamp_of(id),
            key: KeyMark::of(activity),
            is_sample: activity.provenance == Provenance::Sample,
            has_sample_details: is_added(activity, activity.details),
            days: days.map(|(first, last)| dates::days_with_weekday(first, last, lang)),
            outside: days
                .filter(|(first, last)| *last < week.first_day || *first > week.last_day)
                .map(|_| w.outside_day),
            host: activity.host.map(|host| (name(host), programme[host].provenance == Provenance::Sample)),
            co_hosts: (activity.co_hosts.iter().map(|&id| &programme[id]))
                .map(|host| Tagged::new(&host.name, lang, host.provenance, Provenance::Stated))
                .collect(),
            edition: activity.edition.map(|edition| kinds::edition(edition, lang)),
            kind: activity.kind.map(|kind| kind.called(lang)),
            partners: activity.partners.iter().map(|code| countries::country(code, lang)).collect(),
            chain: (activity.chain.as_deref())
                .and_then(|key| guide.chain(key))
                .map(|chain| ChainMark::new(guide, chain, lang)),
            venue: activity.venue.map(|id| {
                let venue = &programme[id];
                House {
                    href: guide.address(Page::Venue(&venue.key), lang),
                    name: Run::new(&venue.name, lang),
                    is_sample: venue.provenance == Provenance::Sample,
                    address: Run::new(&venue.address, lang),
                    is_address_added: venue.provenance == Provenance::Stated
                        && venue.details == Provenance::Sample,
                }
            }),
            parts,
            loose,
            people,
            more_people,
            subscribe: Subscribe::to(guide, lang, CalendarOf::Activity(&activity.key)),
            activities: guide.address(Page::Activities, lang),
        })
    }
}

/// Everybody at an activity, once each, in the order of its sessions; and how many more there are than are shown.
fn people(guide: &Guide, activity: ActivityId, lang: Lang) -> (Vec<Billing<'_>>, usize) {
    let mut seen = HashSet::new();
    let sessions = guide.sessions_of(activity).iter().map(|&id| &guide.programme()[id]);
    let everybody = sessions.flat_map(|session| &session.appearances).map(|appearance| appearance.person);
    let mut once: Vec<_> = everybody.filter(|&person| seen.insert(person)).collect();
    let more = once.len().saturating_sub(MOST_PEOPLE);
    once.truncate(MOST_PEOPLE);
    (once.into_iter().map(|person| Billing::new(guide, person, lang)).collect(), more)
}
