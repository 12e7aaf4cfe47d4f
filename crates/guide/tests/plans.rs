//! The drawings of places by their geometry: every hall once and nothing overlapping, every lamp legible; and maps told the right datum.

use festoon_domain::text::{Lang, Text};
use festoon_domain::venue::{Datum, Hours, Position, Room, VenueId};
use festoon_domain::week::Records;
use festoon_guide::imprint::{Imprint, Origin};
use festoon_guide::pages::venues::{Block, Overview, SitePlan, links};
use festoon_guide::words::places::PlaceWords;
use festoon_guide::{Frozen, Guide};
use festoon_testkit::TestWeek;
use proptest::prelude::*;

fn hall(key: String, seats: Option<u32>) -> Room {
    Room {
        name: Text::new(&format!("{key}号厅"), &format!("Hall {key}")),
        key,
        guid: None,
        venue: VenueId(0),
        seats,
        hours: Hours::default(),
        equipment: Vec::new(),
        step_free: seats.map(|seats| seats % 2 == 0),
    }
}

fn overlap(a: &Block<'_>, b: &Block<'_>) -> bool {
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

proptest! {
    #[test]
    fn every_hall_is_drawn_once_and_no_two_overlap(
        seats in proptest::collection::vec(proptest::option::of(prop_oneof![0_u32..200, 0_u32..20_000, Just(u32::MAX)]), 1..40)
    ) {
        let halls: Vec<Room> = (0..).zip(&seats).map(|(at, seats)| hall(format!("{at}"), *seats)).collect();
        let plan = SitePlan::of(&halls, Lang::En).expect("there are halls");
        let mut keys: Vec<&str> = plan.blocks.iter().map(|block| block.hall.key.as_str()).collect();
        let mut expected: Vec<&str> = halls.iter().map(|hall| hall.key.as_str()).collect();
        keys.sort_unstable();
        expected.sort_unstable();
        prop_assert_eq!(keys, expected);
        for (at, block) in plan.blocks.iter().enumerate() {
            prop_assert!(block.width > 0 && block.height > 0, "{:?}", block);
            for other in &plan.blocks[..at] {
                prop_assert!(!overlap(block, other), "{:?} {:?}", block, other);
            }
        }
        let area: u64 = plan.blocks.iter().map(|block| block.width * block.height).sum();
        let right = plan.blocks.iter().map(|block| block.x + block.width).max().unwrap_or_default();
        let low = plan.blocks.iter().map(|block| block.y + block.height).max().unwrap_or_default();
        prop_assert_eq!(area, right * low, "the blocks fill the house");
    }

    #[test]
    fn lamps_on_the_overview_can_be_told_apart(
        places in proptest::collection::vec((118.70_f64..118.95, 31.70_f64..32.05), 2..25)
    ) {
        let keys: Vec<String> = (0..places.len()).map(|at| format!("house-{at}")).collect();
        let week = keys.iter().zip(&places).fold(TestWeek::new(), |week, (key, &(east, north))| {
            week.venue(key).position(east, north)
        });
        let guide = Guide::of(Frozen::of(Records::of(week.build())), Imprint::unreleased(Origin::default()));
        let dots = Overview::of(&guide, Lang::Zh).expect("at least two").dots;
        prop_assert_eq!(dots.len(), places.len());
        for (at, dot) in dots.iter().enumerate() {
            prop_assert!((0.0..=360.0).contains(&dot.x) && (0.0..=480.0).contains(&dot.y), "{:?}", dot);
            for other in &dots[..at] {
                let distance = (dot.x - other.x).hypot(dot.y - other.y);
                prop_assert!(distance > 18.0, "{} between {:?} and {:?}", distance, dot, other);
            }
        }
    }
}

#[test]
fn north_is_up_and_east_is_right() {
    let week = TestWeek::new().venue("south").position(118.8, 31.8).venue("north-east").position(118.9, 31.9);
    let guide = Guide::of(Frozen::of(Records::of(week.build())), Imprint::unreleased(Origin::default()));
    let dots = Overview::of(&guide, Lang::En).expect("two").dots;
    assert!(dots[1].x > dots[0].x && dots[1].y < dots[0].y, "{dots:?}");
}

/// The coordinates in a link, in the order in which they stand.
fn numbers(link: &str, after: &str) -> [f64; 2] {
    let (_, rest) = link.split_once(after).unwrap_or_else(|| panic!("no “{after}” in {link}"));
    let end = rest.find(|c: char| !matches!(c, '0'..='9' | '.' | ',' | '-')).unwrap_or(rest.len());
    let (first, second) = rest[..end].split_once(',').expect("two numbers");
    [first, second].map(|number| number.parse().expect("a number"))
}

fn assert_near(found: [f64; 2], expected: [f64; 2], link: &str) {
    // A ten-thousandth of a degree is ten metres; the two systems lie some hundred metres apart.
    let is_near = found.iter().zip(expected).all(|(found, expected)| (found - expected).abs() < 1e-5);
    assert!(is_near, "{found:?} instead of {expected:?} in {link}");
}

#[test]
fn each_map_is_told_the_point_in_its_own_system() {
    // By hand from the published transformation: 118.84 E, 31.95 N is shifted by 0.0052 E and 0.0021 S in Nanjing.
    let world = Position::new(118.84, 31.95, Datum::Wgs84).expect("on Earth");
    let china = world.to_gcj02();
    assert!(
        (china.longitude() - 118.8452).abs() < 5e-4 && (china.latitude() - 31.9479).abs() < 5e-4,
        "{china:?}"
    );
    let p = PlaceWords::of(Lang::Zh);
    let (east, north) = (china.longitude(), china.latitude());
    for position in [world, china] {
        let hrefs: Vec<String> = links(position, "甲", "", p).into_iter().map(|link| link.href).collect();
        let [amap, baidu, tencent, apple, osm, geo] = hrefs.try_into().expect("six maps");
        assert_near(numbers(&amap, "position="), [east, north], &amap);
        assert!(amap.contains("&coordinate=gaode"), "{amap}");
        assert_near(numbers(&baidu, "location="), [north, east], &baidu);
        assert!(baidu.contains("&coord_type=gcj02") && baidu.contains("&output=html"), "{baidu}");
        assert_near(numbers(&tencent, "coord:"), [north, east], &tencent);
        assert_near(numbers(&apple, "ll="), [31.95, 118.84], &apple);
        assert_near(numbers(&osm.replace("&mlon=", ","), "mlat="), [31.95, 118.84], &osm);
        assert_near(numbers(&geo, "geo:"), [31.95, 118.84], &geo);
    }
}

#[test]
fn a_name_cannot_add_anything_to_a_link() {
    let there = Position::new(118.84, 31.95, Datum::Wgs84).expect("on Earth");
    let links = links(there, "紫金&a=1;title:x#y \"z\"", "一路 9 号", PlaceWords::of(Lang::Zh));
    assert!(
        links[0].href.contains("&name=%E7%B4%AB%E9%87%91%26a%3D1%3Btitle%3Ax%23y%20%22z%22&src="),
        "{links:?}"
    );
    assert!(
        links[2].href.contains(";title:%E7%B4%AB%E9%87%91%26a%3D1%20title%20x%23y%20%22z%22;addr:"),
        "{links:?}"
    );
    for link in links {
        assert!(link.href.is_ascii() && !link.href.contains([' ', '"', '<']), "{}", link.href);
    }
}
