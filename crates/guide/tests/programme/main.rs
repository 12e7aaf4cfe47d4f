//! The programme's pages as their readers use them: counts beside links hold, a long day loses nothing, and neither does its grid.

mod filters;
mod grids;
mod stretches;

use festoon_domain::programme::{
    Access, Activity, ActivityId, ActivityKind, Interpretation, Programme, SessionKind, State,
};
use festoon_domain::text::Text;
use festoon_domain::week::{Chain, Provenance, Records};
use festoon_guide::{Frozen, Guide, Imprint, Origin};
use festoon_testkit::{TestWeek, any_week};

/// A guide of a week of which only the programme is known.
fn guide_of(programme: Programme) -> Guide {
    Guide::of(Frozen::of(Records::of(programme)), Imprint::unreleased(Origin::default()))
}

/// Guides of weeks of any content, and of one with a long day.
fn any_guides() -> Vec<Guide> {
    let any =
        (0..40).map(|seed| Guide::of(Frozen::of(any_week(seed)), Imprint::unreleased(Origin::default())));
    any.chain([guide_of(long_day())]).collect()
}

/// How many sessions begin at 09:00 of the long day.
const AT_NINE: usize = 400;

/// A day of 960 sessions in five houses: 400 begin at nine, the others every ten minutes from ten on, one hall is used by 500, some
/// have no hall and some no place, and every facet is answered in several ways.
fn long_day() -> Programme {
    let mut week = TestWeek::new();
    let keys: Vec<String> = (0..960).map(|at| format!("s{at}")).collect();
    for (at, key) in keys.iter().enumerate() {
        let house = ["north", "south", "east", "west", "middle"][at % 5];
        let hall = if at < 500 { "foyer".to_owned() } else { format!("hall-{}", at % 70) };
        let minutes = if at < AT_NINE { 0 } else { 60 + (at - AT_NINE) / 8 * 10 };
        let clock = |minutes: usize| format!("2021-06-22 {:02}:{:02}", 9 + minutes / 60, minutes % 60);
        week = week.venue(if at < 500 { "north" } else { house }).room(&hall).session(key);
        let until = clock(minutes + 5 + at % 40);
        week = week.at(&clock(minutes), &until["2021-06-22 ".len()..]).shared();
        week = if at % 11 == 0 { week.hosted_by("park") } else { week.hosted_by("office") };
    }
    let mut programme = week.build();
    programme.week.chains = vec![Chain {
        key: "grid".into(),
        name: Text::new("智能电网", "Smart grid"),
        glyph: "电".into(),
        provenance: Provenance::Stated,
    }];
    programme.activities = vec![Activity {
        key: "forum".into(),
        title: Text::new("论坛", "Forum"),
        kind: Some(ActivityKind::Forum),
        chain: Some("grid".into()),
        partners: vec!["FR".into(), "DE".into(), "FR".into()],
        ..Activity::default()
    }];
    let kinds = [Some(SessionKind::Talk), Some(SessionKind::Panel), None];
    for (at, session) in programme.sessions.iter_mut().enumerate() {
        session.kind = kinds[at % 3];
        session.activity = (at % 4 == 0).then_some(ActivityId(0));
        session.languages =
            if at % 2 == 0 { vec!["zh".into()] } else { vec!["zh".into(), "en".into(), "en".into()] };
        session.interpretation =
            (at % 7 == 0).then(|| Interpretation { languages: "zh-en".into(), needed: 2 });
        session.access = if at % 13 == 0 { vec![Access::Captions] } else { Vec::new() };
    }
    for (at, room) in programme.rooms.iter_mut().enumerate() {
        room.step_free = [Some(true), Some(false), None][at % 3];
    }
    for (at, occurrence) in programme.occurrences.iter_mut().enumerate() {
        if at % 17 == 0 {
            occurrence.state = State::Cancelled;
        }
        let house = occurrence.room().map(|room| programme.rooms[room.0 as usize].venue);
        match at % 19 {
            0 => occurrence.place = None,
            1 => occurrence.place = house.map(festoon_domain::programme::Place::Venue),
            _ => {}
        }
    }
    programme
}

/// What stands in an attribute, everywhere on a page, with its escapes undone.
fn attribute(html: &str, name: &str) -> Vec<String> {
    let opening = format!(" {name}=\"");
    let found = html.split(&opening).skip(1).map(|rest| rest.split('"').next().expect("split gives one"));
    found.map(|value| value.replace("&#38;", "&").replace("&amp;", "&")).collect()
}
