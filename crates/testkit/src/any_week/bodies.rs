//! The edition, its places and people, and what is shown and signed.

use std::num::NonZeroU32;

use festoon_domain::exhibition::{Checkpoint, Exhibit, ExhibitionPoint};
use festoon_domain::figures::Figure;
use festoon_domain::programme::{Equipment, Host, Person, Programme};
use festoon_domain::signing::Project;
use festoon_domain::venue::{Minutes, Position, Roads, Room, Venue, VenueId};
use festoon_domain::week::{Chain, Week};
use jiff::civil::Date;
use jiff::tz::{TimeZone, offset};
use uuid::Uuid;

use super::words::Draw;

pub(super) fn week(draw: &mut Draw) -> Week {
    let zones = ["Asia/Shanghai", "Europe/Berlin", "UTC"];
    let zone = match zones.get(draw.below(4) as usize) {
        Some(name) => TimeZone::get(name).expect("the zone table is compiled in"),
        None => TimeZone::fixed(offset(8)),
    };
    let chains = (0..draw.below(3)).map(|n| Chain {
        key: format!("chain-{n}"),
        name: draw.text(),
        glyph: draw.maybe(Draw::words).unwrap_or_default(),
        provenance: draw.choice(),
    });
    let chains = chains.collect();
    Week {
        slug: "any-week".into(),
        title: draw.text(),
        theme: draw.text(),
        threads: draw.few(Draw::thread),
        organiser: draw.text(),
        city: draw.text(),
        district: draw.text(),
        country: draw.maybe(|_| "CN".to_owned()),
        site: draw.maybe(Draw::address),
        zone,
        first_day: draw.maybe(Draw::day).unwrap_or(Date::MIN),
        last_day: draw.maybe(Draw::day).unwrap_or(Date::MAX),
        announced_on: draw.maybe(Draw::day),
        chains,
    }
}

pub(super) fn places(programme: &mut Programme, draw: &mut Draw) {
    for n in 0..draw.below(4) {
        programme.venues.push(venue(n, draw));
    }
    if draw.one_in(2) {
        programme.roads = Roads::estimated(30.5, 1.25);
    }
    let houses = u32::try_from(programme.venues.len()).expect("few");
    if houses == 0 {
        return;
    }
    for n in 0..draw.below(5) {
        programme.rooms.push(room(n, VenueId(draw.below(houses)), draw));
    }
    for _ in 0..draw.below(4) {
        let (from, to) = (VenueId(draw.below(houses)), VenueId(draw.below(houses)));
        programme.roads.state(from, to, Minutes(draw.below(90)));
    }
}

fn venue(n: u32, draw: &mut Draw) -> Venue {
    Venue {
        key: format!("venue-{n}"),
        name: draw.text(),
        kind: draw.maybe(Draw::words),
        address: draw.text(),
        position: draw.maybe(|draw| {
            let (east, north) =
                (f64::from(draw.below(3600)) / 10.0 - 180.0, f64::from(draw.below(1800)) / 10.0 - 90.0);
            Position::new(east, north, draw.choice()).expect("on Earth")
        }),
        capacity: draw.maybe(|draw| draw.below(5000)),
        hours: draw.hours(),
        provenance: draw.choice(),
        details: draw.choice(),
    }
}

fn room(n: u32, venue: VenueId, draw: &mut Draw) -> Room {
    Room {
        key: format!("room-{n}"),
        guid: draw.maybe(guid),
        venue,
        name: draw.text(),
        seats: draw.maybe(|draw| draw.below(900)),
        hours: draw.hours(),
        equipment: draw.few(|draw| Equipment(draw.words())),
        step_free: draw.maybe(|draw| draw.one_in(2)),
    }
}

pub(super) fn guid(draw: &mut Draw) -> Uuid {
    Uuid::from_u64_pair(draw.number(), draw.number())
}

pub(super) fn people(programme: &mut Programme, draw: &mut Draw) {
    for n in 0..draw.below(4) {
        let (name, kind, provenance) = (draw.text(), draw.maybe(Draw::words), draw.choice());
        programme.hosts.push(Host { key: format!("host-{n}"), name, kind, provenance });
    }
    for n in 0..draw.below(5) {
        programme.people.push(Person {
            key: format!("person-{n}"),
            guid: draw.maybe(guid),
            number: draw.maybe(|draw| NonZeroU32::MIN.saturating_add(draw.below(1000))),
            name: draw.text(),
            organisation: draw.text(),
            position: draw.text(),
            biography: draw.text(),
            picture: draw.maybe(Draw::address),
            provenance: draw.choice(),
        });
    }
}

pub(super) fn figures(draw: &mut Draw) -> Vec<Figure> {
    let count = draw.below(3);
    let figures = (0..count).map(|n| Figure {
        key: format!("figure-{n}"),
        name: draw.text(),
        definition: draw.text(),
        unit: draw.maybe(Draw::words).unwrap_or_default(),
        announced: i64::from(draw.below(100_000)) - 10,
        hedge: draw.choice(),
        as_of: draw.day(),
        measure: draw.choice(),
        provenance: draw.choice(),
    });
    figures.collect()
}

pub(super) fn chain(programme: &Programme, draw: &mut Draw) -> Option<String> {
    let chains = &programme.week.chains;
    draw.place(chains).map(|place| chains[place as usize].key.clone())
}

fn house(programme: &Programme, draw: &mut Draw) -> Option<String> {
    draw.place(&programme.venues).map(|place| programme.venues[place as usize].key.clone())
}

pub(super) fn projects(programme: &Programme, draw: &mut Draw) -> Vec<Project> {
    let count = draw.below(3);
    let projects = (0..count).map(|n| Project {
        key: format!("project-{n}"),
        name: draw.text(),
        stage: draw.choice(),
        amount_fen: i64::from(draw.below(1_000_000)) * 100,
        chain: chain(programme, draw),
        country: draw.maybe(|_| "FR".to_owned()),
        signed_on: draw.maybe(Draw::day),
        provenance: draw.choice(),
    });
    projects.collect()
}

pub(super) fn points(programme: &Programme, draw: &mut Draw) -> Vec<ExhibitionPoint> {
    let count = draw.below(3);
    let points = (0..count).map(|n| ExhibitionPoint {
        key: format!("point-{n}"),
        name: draw.text(),
        venue: house(programme, draw),
        hours: draw.maybe(Draw::words).unwrap_or_default(),
        provenance: draw.choice(),
    });
    points.collect()
}

pub(super) fn exhibits(programme: &Programme, points: &[ExhibitionPoint], draw: &mut Draw) -> Vec<Exhibit> {
    let count = draw.below(3);
    let exhibits = (0..count).map(|n| Exhibit {
        key: format!("exhibit-{n}"),
        name: draw.text(),
        chain: chain(programme, draw).unwrap_or_default(),
        point: draw.place(points).map(|place| points[place as usize].key.clone()).unwrap_or_default(),
        exhibitor: draw.text(),
        provenance: draw.choice(),
    });
    exhibits.collect()
}

pub(super) fn checkpoints(programme: &Programme, draw: &mut Draw) -> Vec<Checkpoint> {
    let count = draw.below(3);
    let checkpoints = (0..count).map(|n| Checkpoint {
        key: format!("checkpoint-{n}"),
        name: draw.text(),
        place: draw.text(),
        venue: house(programme, draw),
        hours: draw.maybe(Draw::words).unwrap_or_default(),
        provenance: draw.choice(),
    });
    checkpoints.collect()
}
