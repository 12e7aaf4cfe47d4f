//! The subject of one page: the week, an activity, a session as often as it takes place, or a house.
//!
//! A page describes what it is about and nothing else, because search engines want no markup for a mere list. What it belongs to is
//! named by its address, which is what the other page calls itself. Costs as much as the subject, not as the programme.

use festoon_domain::programme::{ActivityId, OccurrenceId, Place, Programme};
use festoon_domain::venue::VenueId;
use serde::Serialize;

use super::super::{Asked, Losses, Page, account};
use super::node::{self, Event, Times};
use super::place::{self, Location};
use super::{Document, Extent, Outline};

/// What takes place more often than this is described by its first times; a page is not a calendar.
const MOST_TIMES: usize = 20;

/// What a page is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Described<'a> {
    /// The week.
    Week,
    /// An activity, with its occurrences.
    Activity(ActivityId, &'a [OccurrenceId]),
    /// A session, by its occurrences in order of time.
    Session(&'a [OccurrenceId]),
    /// A house.
    Venue(VenueId),
}

/// Describes it to search engines, as JSON that is safe inside a script element; nothing for what has no time, which they would
/// not take.
#[must_use]
pub fn describe(programme: &Programme, what: Described<'_>, asked: &Asked) -> Option<String> {
    // A page has its own words for what is missing.
    let losses = &mut Losses::default();
    match what {
        Described::Week => {
            let (begin, end) = Outline::of(programme, asked, losses).whole.edges()?;
            let mut week = node::week(programme, asked, losses);
            week.set_time(begin, end, programme);
            Some(text(vec![week]))
        }
        Described::Activity(id, occurrences) => {
            Some(text(vec![activity(programme, id, occurrences, asked, losses)?]))
        }
        Described::Session(occurrences) => {
            let graph = session(programme, occurrences, asked, losses);
            (!graph.is_empty()).then(|| text(graph))
        }
        Described::Venue(id) => Some(text(vec![venue(programme, id, asked, losses)])),
    }
}

fn activity(
    programme: &Programme,
    id: ActivityId,
    occurrences: &[OccurrenceId],
    asked: &Asked,
    losses: &mut Losses,
) -> Option<Event> {
    let timed: Vec<OccurrenceId> =
        occurrences.iter().copied().filter(|one| programme[*one].when.is_some()).collect();
    let mut extent = Extent::of_days(programme[id].days);
    for when in timed.iter().filter_map(|one| programme[*one].when) {
        extent.take(&Extent::of_span(when, &programme.week.zone));
    }
    let (begin, end) = extent.edges()?;
    let mut event = node::activity(programme, id, &timed, asked, losses);
    event.set_time(begin, end, programme);
    event.part_of = Some(node::week_named(programme, asked, losses));
    Some(event)
}

fn session(
    programme: &Programme,
    occurrences: &[OccurrenceId],
    asked: &Asked,
    losses: &mut Losses,
) -> Vec<Event> {
    let dated = || occurrences.iter().filter_map(|one| Some((*one, programme[*one].when?)));
    let times = if dated().nth(1).is_some() { Times::Again } else { Times::Once };
    let told = dated().take(MOST_TIMES);
    told.map(|one| {
        let mut event = node::occurrence(programme, one, times, asked, losses);
        let activity = programme.session_of(one.0).activity;
        event.part_of = Some(match activity {
            Some(activity) => node::activity_named(&programme[activity].key, asked, losses),
            None => node::week_named(programme, asked, losses),
        });
        event
    })
    .collect()
}

/// A house with an address of its own.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct House {
    #[serde(rename = "@id")]
    id: String,
    url: String,
    #[serde(flatten)]
    location: Location,
    #[serde(rename = "maximumAttendeeCapacity", skip_serializing_if = "Option::is_none")]
    capacity: Option<u32>,
}

fn venue(programme: &Programme, id: VenueId, asked: &Asked, losses: &mut Losses) -> House {
    let page = Page::Venue(&programme[id].key);
    let address = asked.address(page).unwrap_or_else(|| account::stand_in(page, losses));
    House {
        id: address.clone(),
        url: address,
        location: place::location(programme, Some(Place::Venue(id)), asked.lang, losses),
        capacity: programme[id].capacity,
    }
}

/// On one line, because it travels with every page; `<` is escaped, because it travels in a script element.
fn text<T: Serialize>(graph: Vec<T>) -> String {
    let text = serde_json::to_string(&Document::of(graph));
    text.expect("words, numbers and lists of them are JSON").replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use festoon_domain::text::{Lang, Text};
    use festoon_testkit::{TestWeek, occurrence, venue};
    use serde_json::{Value, json};

    use super::super::super::json_promises::asked;
    use super::*;

    fn programme() -> Programme {
        TestWeek::new()
            .venue("park")
            .room("hall")
            .session("show")
            .titled("秀</script>", "Show </script>")
            .at("2021-06-21 10:00", "11:00")
            .again_at("2021-06-22 10:00", "11:00")
            .cancelled()
            .session("open")
            .build()
    }

    fn described(programme: &Programme, what: Described<'_>) -> Option<Value> {
        let text = describe(programme, what, &Asked { lang: Lang::En, ..asked() })?;
        assert!(!text.contains('<'), "{text}");
        Some(serde_json::from_str(&text).expect("JSON"))
    }

    #[test]
    fn a_session_is_described_as_often_as_it_takes_place_and_says_what_is_cancelled() {
        let programme = programme();
        let document =
            described(&programme, Described::Session(&[OccurrenceId(0), OccurrenceId(1)])).expect("timed");
        let told = |place: usize| {
            let node = &document["@graph"][place];
            json!([node["name"], node["startDate"], node["eventStatus"], node["superEvent"]])
        };
        let week = json!({ "@id": "https://week.example/en/" });
        let status = |word| format!("https://schema.org/Event{word}");
        assert_eq!(
            told(0),
            json!(["Show </script>", "2021-06-21T10:00:00+08:00", status("Scheduled"), week])
        );
        assert_eq!(
            told(1),
            json!(["Show </script>", "2021-06-22T10:00:00+08:00", status("Cancelled"), week])
        );
    }

    #[test]
    fn what_has_no_time_is_not_described() {
        let programme = programme();
        let open = occurrence(&programme, "open");
        assert_eq!(described(&programme, Described::Session(&[open])), None);
    }

    #[test]
    fn a_house_has_a_name_an_address_and_an_identity() {
        let mut programme = programme();
        let id = venue(&programme, "park");
        programme.venues[id.0 as usize].address = Text::new("园区路1号", "1 Park Road");
        let document = described(&programme, Described::Venue(id)).expect("a house");
        let house = &document["@graph"][0];
        let told = json!([
            house["@type"],
            house["name"],
            house["address"]["streetAddress"],
            house["@id"] == house["url"]
        ]);
        assert_eq!(told, json!(["Place", "park", "1 Park Road", true]));
    }
}
