//! A sentence for every rule.

use festoon_domain::programme::{OccurrenceId, Programme, Span};
use festoon_domain::text::Lang;
use festoon_domain::timetable::words;
use festoon_domain::venue::VenueId;
use festoon_guide::words::planner::PlannerWords;
use festoon_solver::{Plan, Rule, Who};

use super::{Stretch, clashing};
use crate::timetable::planning::Planning;

/// A plan, the programme it came from and the one it makes.
pub(super) struct Telling<'a> {
    pub(super) planning: &'a Planning,
    pub(super) was: &'a Programme,
    pub(super) is: &'a Programme,
    pub(super) plan: &'a Plan,
}

impl Telling<'_> {
    /// Whom it is about.
    pub(super) fn about(&self, stretch: &Stretch) -> Vec<OccurrenceId> {
        let of = |entries: &[u32]| entries.iter().map(|entry| self.planning.occurrence(*entry)).collect();
        match stretch.breach.who {
            Who::Entry(entry) => of(&[entry]),
            Who::Pair(one, other) | Who::PairOf { one, other, .. } => of(&[one, other]),
            Who::Block(block) => self.on(|_, place| place.block == block),
            Who::Venue { .. } | Who::Stock { .. } | Who::TrackSlot { .. } => self.on_during(stretch),
            Who::Track(track) => self.on(|entry, _| self.planning.problem.entries[entry].track == track),
            Who::Person { person, period } => {
                let theirs = &self.planning.problem.people[person as usize];
                let blocks = &self.planning.problem.blocks;
                self.on(|entry, place| {
                    theirs.iter().any(|own| *own as usize == entry)
                        && blocks[place.block as usize].period == period
                })
            }
            Who::Host(host) => self.on(|entry, _| self.planning.problem.entries[entry].host == Some(host)),
            Who::Tracks(..) | Who::Slot { .. } => Vec::new(),
        }
    }

    fn on(&self, is_meant: impl Fn(usize, festoon_solver::Place) -> bool) -> Vec<OccurrenceId> {
        let placed = self.plan.0.iter().enumerate();
        let mut on: Vec<OccurrenceId> = placed
            .filter(|(entry, place)| place.is_some_and(|place| is_meant(*entry, place)))
            .map(|(entry, _)| self.planning.entries[entry])
            .collect();
        on.dedup();
        on
    }

    /// What of the house, stock or track is on during the stretch.
    fn on_during(&self, stretch: &Stretch) -> Vec<OccurrenceId> {
        let problem = &self.planning.problem;
        let Some((period, from, till)) = stretch.during else { return Vec::new() };
        self.on(|entry, place| {
            let asks = &problem.entries[entry];
            let block = problem.blocks[place.block as usize];
            let is_then = block.period == period && place.slot < till && from < place.slot + asks.slots;
            let is_of_it = match stretch.breach.who {
                Who::Venue { venue, .. } => {
                    problem.rooms[block.room as usize].venue == venue && asks.audience > 0
                }
                Who::Stock { stock, .. } => asks.draws.iter().any(|draw| draw.stock == stock),
                Who::TrackSlot { track, .. } => asks.track == track,
                _ => false,
            };
            is_then && is_of_it
        })
    }

    pub(super) fn sentence(&self, stretch: &Stretch, lang: Lang) -> String {
        let words = PlannerWords::of(lang);
        let breach = stretch.breach;
        let about = self.about(stretch);
        if let Some(clash) = self.clash(stretch, &about) {
            return clashing::said(self.is, clash, lang);
        }
        let at = |place: usize| {
            about.get(place).map_or_else(String::new, |id| words::appointment(self.is, *id, lang))
        };
        let count = breach.count.to_string();
        match (breach.rule, breach.who) {
            (Rule::Unplaced, _) => words.unplaced.with(&[("what", &at(0))]),
            (Rule::Away, _) => {
                let who = about.first().map_or_else(String::new, |id| self.away(*id, lang));
                words.away.with(&[("what", &at(0)), ("who", &who)])
            }
            (Rule::Equipment, _) => self.equipment(&about, lang),
            (Rule::Prerequisite, _) => words.before.with(&[("first", &at(0)), ("then", &at(1))]),
            (Rule::Stock, Who::Stock { stock, .. }) => {
                let of = self.planning.problem.stocks[stock as usize].of;
                let asked = (i64::from(of) + stretch.most).to_string();
                words.stock.with(&[
                    ("span", &self.span(stretch, lang)),
                    ("name", &self.planning.stocks[stock as usize]),
                    ("asked", &asked),
                    ("of", &of.to_string()),
                    ("what", &self.titles(&about, lang)),
                ])
            }
            (Rule::EntryPeriod, _) => words.days.with(&[("what", &at(0)), ("day", &self.day(&about, lang))]),
            (Rule::Hours, _) => words.same_day.with(&[("what", &at(0)), ("day", &self.day(&about, lang))]),
            (Rule::EntryRoom, _) => {
                let from = about.first().and_then(|id| self.was.venue_of(*id));
                let from = from.map_or_else(String::new, |venue| words::venue(self.was, venue, lang));
                words.house.with(&[("what", &at(0)), ("from", &from)])
            }
            (Rule::PeriodRoom, _) => {
                let is_shut = about.first().is_some_and(|id| self.planning.is_shut(self.is, *id));
                let said = if is_shut { words.shut } else { words.usual_hours };
                said.with(&[("what", &at(0))])
            }
            (Rule::Bookmarks, _) => {
                words.bookmarks.with(&[("n", &count), ("one", &at(0)), ("other", &at(1))])
            }
            (Rule::TrackAtOnce, _) => words.same_track.with(&[
                ("span", &self.span(stretch, lang)),
                ("track", &self.track(&about, lang)),
                ("what", &self.titles(&about, lang)),
            ]),
            (Rule::RoomsPerTrack, _) => words
                .track_rooms
                .with(&[("track", &self.track(&about, lang)), ("n", &(breach.count + 1).to_string())]),
            (Rule::ConsecutiveTracks, _) => words.track_days.with(&[("track", &self.track(&about, lang))]),
            (Rule::Fairness, Who::Host(host)) => self.prime(host, breach.count, lang),
            (Rule::Waiting, Who::Person { person, .. }) => words.waiting.with(&[
                ("who", &words::person(self.is, self.planning.person(person), lang)),
                ("day", &self.day(&about, lang)),
                ("n", &(breach.count * i64::from(self.planning.calendar.slot)).to_string()),
            ]),
            (Rule::Variety, _) => words.variety.with(&[("span", &self.span(stretch, lang))]),
            (Rule::Pause, Who::Pair(one, _)) => {
                let pause = self.planning.problem.entries[one as usize].pause * self.planning.calendar.slot;
                words.pause.with(&[("one", &at(0)), ("other", &at(1)), ("n", &pause.to_string())])
            }
            (Rule::Moved, Who::Entry(entry)) => self.moved(entry, lang),
            // Wishes, and what only conferences of tracks count.
            _ => words.wishes.with(&[("what", &at(0))]),
        }
    }

    pub(super) fn clash(
        &self,
        stretch: &Stretch,
        about: &[OccurrenceId],
    ) -> Option<festoon_domain::timetable::Clash> {
        let programme = self.is;
        match (stretch.breach.rule, stretch.breach.who) {
            (Rule::People, Who::PairOf { person, .. }) => {
                clashing::between(programme, self.planning.person(person), about[0], about[1])
            }
            (Rule::Slack, _) => {
                let slack = self.planning.problem.slack * self.planning.calendar.slot;
                clashing::slack(programme, about[0], about[1], Some(u32::from(slack)))
            }
            (Rule::PeriodRoom, _) => about.iter().find_map(|id| clashing::hall(programme, *id)),
            (Rule::Seats, _) => clashing::seats(programme, *about.first()?),
            (Rule::VenueCapacity, Who::Venue { venue, .. }) => {
                let (period, from, till) = stretch.during?;
                let during = self.planning.span(period, from, till);
                clashing::full(programme, VenueId(venue.checked_sub(1)?), during, about)
            }
            _ => None,
        }
    }

    fn span(&self, stretch: &Stretch, lang: Lang) -> String {
        let span = stretch.during.map(|(period, from, till)| self.planning.span(period, from, till));
        span.map_or_else(String::new, |span| words::span(span, &self.is.week.zone, lang))
    }

    fn day(&self, about: &[OccurrenceId], lang: Lang) -> String {
        let start = about.first().and_then(|id| self.is[*id].when).map(Span::start);
        start.map_or_else(String::new, |at| words::day(at.to_zoned(self.is.week.zone.clone()).date(), lang))
    }

    fn titles(&self, about: &[OccurrenceId], lang: Lang) -> String {
        titles(self.is, about, lang)
    }

    /// Who of those who are needed is away then.
    fn away(&self, id: OccurrenceId, lang: Lang) -> String {
        let Some(span) = self.is[id].when else { return String::new() };
        let needed = |who| self.is.session_of(id).appearances.iter().any(|there| there.person == who);
        let then = |from: i64, till: i64| from < span.end().as_second() && span.start().as_second() < till;
        let mut away: Vec<_> = self
            .planning
            .away
            .iter()
            .filter(|(who, from, till)| needed(*who) && then(*from, *till))
            .map(|(who, ..)| *who)
            .collect();
        away.sort_unstable();
        away.dedup();
        let names: Vec<String> = away.into_iter().map(|who| words::person(self.is, who, lang)).collect();
        names.join(between(lang))
    }

    fn equipment(&self, about: &[OccurrenceId], lang: Lang) -> String {
        let Some(&id) = about.first() else { return String::new() };
        let there = self.is[id].room().map(|room| &self.is[room].equipment);
        let lacks = |word: &&String| !there.is_some_and(|there| there.iter().any(|has| has.0 == **word));
        let stated = self.is.session_of(id).equipment.iter().map(|word| &word.0);
        let more = self.planning.needs.iter().filter(|(of, _)| *of == id).flat_map(|(_, words)| words);
        let mut things: Vec<&str> = stated.chain(more).filter(lacks).map(String::as_str).collect();
        things.sort_unstable();
        things.dedup();
        PlannerWords::of(lang).equipment.with(&[
            ("what", &words::title(self.is, id, lang)),
            ("things", &things.join(between(lang))),
            ("room", &words::place(self.is, id, lang)),
        ])
    }

    /// A track by the name of the part or activity its first session is of.
    fn track(&self, about: &[OccurrenceId], lang: Lang) -> String {
        let Some(&id) = about.first() else { return String::new() };
        let session = self.is.session_of(id);
        let part = session.part.map(|part| &self.is[part].title);
        let activity = session.activity.map(|activity| &self.is[activity].title);
        let named = part.or(activity).unwrap_or(&session.title);
        named.read(lang).to_owned()
    }

    fn prime(&self, host: u32, count: i64, lang: Lang) -> String {
        let words = PlannerWords::of(lang);
        let problem = &self.planning.problem;
        let own = problem.entries.iter().zip(&self.plan.0).filter(|(entry, _)| entry.host == Some(host));
        let is_prime = |(entry, place): &(&festoon_solver::Entry, &Option<festoon_solver::Place>)| {
            place.is_some_and(|place| {
                let period = problem.blocks[place.block as usize].period;
                problem.prime.iter().any(|hours| {
                    hours.period == period && hours.from < place.slot + entry.slots && place.slot < hours.till
                })
            })
        };
        let more = own.filter(is_prime).count() > problem.hosts[host as usize].share as usize;
        let name = self.is.hosts[host as usize].name.read(lang).to_owned();
        let said = if more { words.prime_more } else { words.prime_fewer };
        said.with(&[("host", &name), ("n", &count.to_string())])
    }

    fn moved(&self, entry: u32, lang: Lang) -> String {
        let words = PlannerWords::of(lang);
        let id = self.planning.occurrence(entry);
        let said = |place: Option<festoon_solver::Place>| {
            let there = place.and_then(|place| self.planning.whereabouts(self.was, id, place));
            there.map_or_else(String::new, |(span, room)| {
                let (span, room) =
                    (words::span(span, &self.is.week.zone, lang), words::room(self.is, room, lang));
                words.at.with(&[("span", &span), ("room", &room)])
            })
        };
        let from = said(self.planning.problem.entries[entry as usize].former);
        let to = said(self.plan.0[entry as usize]);
        words.moved.with(&[("what", &words::title(self.is, id, lang)), ("from", &from), ("to", &to)])
    }
}

pub(super) const fn between(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    }
}

/// All titles, one after the other.
pub(super) fn titles(programme: &Programme, about: &[OccurrenceId], lang: Lang) -> String {
    let titles: Vec<String> = about.iter().map(|id| words::title(programme, *id, lang)).collect();
    titles.join(between(lang))
}
