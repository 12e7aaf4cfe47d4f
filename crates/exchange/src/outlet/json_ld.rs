//! schema.org events, as search engines read them: the week as a series, its activities, their occurrences.
//!
//! Everything that is described has what Google requires of an event (a name, a start, a place with a name and an
//! address) and an address of its own; what is only recommended stands where it is known and nowhere else: prices and
//! postal codes are not. Everything is written as taking place on the spot, because no host can say otherwise yet.
//! <https://developers.google.com/search/docs/appearance/structured-data/event>

mod describe;
mod extent;
mod node;
mod place;
mod who;

pub use describe::{Described, describe};

use std::collections::HashMap;

use festoon_domain::programme::{Activity, ActivityId, OccurrenceId, Programme, SessionId, Span};
use serde::Serialize;

use self::extent::Extent;
use self::node::{Event, Times};
use super::only::Picked;
use super::{Asked, Loss, Losses, json_text};

pub(super) fn write(programme: &Programme, asked: &Asked, losses: &mut Losses) -> Vec<u8> {
    let outline = Outline::of(programme, asked, losses);
    let mut graph = Vec::with_capacity(1 + outline.activities.len() + outline.timed.len());
    let Some((begin, end)) = outline.whole.edges() else {
        return json_text::bytes(&Document::of(graph));
    };

    let mut week = node::week(programme, asked, losses);
    week.set_time(begin, end, programme);
    let week_id = week.named();
    let mut activities: Vec<Option<Event>> = Vec::with_capacity(outline.activities.len());
    for (id, activity) in (0..).map(ActivityId).zip(&outline.activities) {
        let event = activity.extent.edges().map(|(begin, end)| {
            let mut event = node::activity(programme, id, &activity.occurrences, asked, losses);
            event.set_time(begin, end, programme);
            event.part_of = Some(week_id.clone());
            event
        });
        activities.push(event);
    }

    let mut entries = Vec::with_capacity(outline.timed.len());
    week.parts = activities.iter().flatten().map(Event::named).collect();
    for (id, when) in &outline.timed {
        let again = outline.times[&programme[*id].session] > 1;
        let times = if again { Times::Again } else { Times::Once };
        let mut entry = node::occurrence(programme, (*id, *when), times, asked, losses);
        let activity = programme.session_of(*id).activity;
        let above =
            activity.and_then(|activity| activities[activity.0 as usize].as_mut()).unwrap_or(&mut week);
        entry.part_of = Some(above.named());
        above.parts.push(entry.named());
        entries.push(entry);
    }

    graph.push(week);
    graph.extend(activities.into_iter().flatten());
    graph.extend(entries);
    json_text::bytes(&Document::of(graph))
}

#[derive(Serialize)]
struct Document<T> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<T>,
}

impl<T> Document<T> {
    const fn of(graph: Vec<T>) -> Self {
        Self { context: "https://schema.org", graph }
    }
}

/// What has a time, and from when to when the rest extends.
struct Outline {
    /// In order of time.
    timed: Vec<(OccurrenceId, Span)>,
    /// How often a session takes place.
    times: HashMap<SessionId, u32>,
    activities: Vec<ActivityOutline>,
    whole: Extent,
}

struct ActivityOutline {
    extent: Extent,
    occurrences: Vec<OccurrenceId>,
}

impl Outline {
    fn of(programme: &Programme, asked: &Asked, losses: &mut Losses) -> Self {
        let week = &programme.week;
        let stated = |activity: &Activity| ActivityOutline {
            extent: Extent::of_days(activity.days),
            occurrences: Vec::new(),
        };
        let mut outline = Self {
            timed: Vec::with_capacity(programme.occurrences.len()),
            times: HashMap::new(),
            activities: programme.activities.iter().map(stated).collect(),
            whole: Extent::of_days(Some((week.first_day, week.last_day))),
        };
        let picked = Picked::of(programme, asked);
        for (id, occurrence) in programme.each_occurrence().filter(|(id, _)| picked.takes(*id)) {
            match occurrence.when {
                Some(when) => outline.timed.push((id, when)),
                None => losses.note(Loss::NoTime, programme[occurrence.session].title.read(asked.lang)),
            }
        }
        outline.timed.sort_unstable_by_key(|(id, when)| (*when, programme[*id].guid));

        for (id, when) in &outline.timed {
            *outline.times.entry(programme[*id].session).or_default() += 1;
            let extent = Extent::of_span(*when, &week.zone);
            outline.whole.take(&extent);
            if let Some(activity) = programme.session_of(*id).activity {
                let activity = &mut outline.activities[activity.0 as usize];
                activity.extent.take(&extent);
                activity.occurrences.push(*id);
            }
        }
        for activity in &outline.activities {
            outline.whole.take(&activity.extent);
        }
        outline
    }
}

#[cfg(test)]
mod tests;
