//! Weeks too large for one file, and what every outlet says of a small one.

use festoon_domain::programme::Session;
use festoon_domain::venue::Venue;
use festoon_domain::week::Records;
use festoon_guide::{Frozen, Imprint, Origin, Release};
use festoon_testkit::TestWeek;
use serde_json::Value;

use super::*;

fn guide(programme: festoon_domain::programme::Programme) -> Guide {
    let release = Release { number: 1, at: Timestamp::UNIX_EPOCH };
    let origin = Origin(Some("https://week.example".into()));
    Guide::of(Frozen::of(Records::of(programme)), Imprint::of_release(origin, "test-week", release))
}

fn text(guide: &Guide, outlet: Outlet<'_>) -> Option<String> {
    render(guide, outlet).map(|bytes| String::from_utf8(bytes).expect("UTF-8"))
}

#[test]
fn a_map_of_too_many_pages_is_an_index_of_files_that_together_have_them_all() {
    let mut programme = TestWeek::new().build();
    let session = |number: u32| Session { key: format!("session-{number}"), ..Session::default() };
    programme.sessions = (0..25_000).map(session).collect();
    let guide = guide(programme);
    let index = text(&guide, Outlet::Sitemap(None)).expect("an index");
    let files: Vec<&str> = index.split("<loc>").skip(1).filter_map(|rest| rest.split('<').next()).collect();
    let file = |number| format!("https://week.example/w/test-week/sitemaps/{number}.xml");
    assert_eq!(files, [file(1), file(2)]);
    let counts = [1, 2]
        .map(|number| text(&guide, Outlet::Sitemap(Some(number))).expect("a file").matches("<url>").count());
    assert_eq!(counts[0], 40_000);
    assert!(counts[1] >= 10_000, "{counts:?}");
    assert_eq!([0, 3].map(|number| text(&guide, Outlet::Sitemap(Some(number)))), [None, None]);
}

#[test]
fn of_too_many_houses_the_busiest_have_minutes() {
    let mut programme =
        TestWeek::new().venue("quiet").venue("busy").session("one").at("2021-06-21 10:00", "11:00").build();
    let template = programme.occurrences[0].clone();
    programme.occurrences.clear();
    programme.venues =
        (0..400).map(|number| Venue { key: format!("house-{number}"), ..Venue::default() }).collect();
    for house in 0..350_u32 {
        // The first fifty have one occurrence, the others two.
        for _ in 0..=u32::from(house >= 50) {
            let place = Some(festoon_domain::programme::Place::Venue(festoon_domain::venue::VenueId(house)));
            programme.occurrences.push(festoon_domain::programme::Occurrence { place, ..template.clone() });
        }
    }
    let told: Value =
        serde_json::from_str(&text(&guide(programme), Outlet::Roads).expect("roads")).expect("JSON");
    let rows = told["minutes"].as_array().expect("rows");
    let filled: Vec<usize> = (0..)
        .zip(rows)
        .filter(|(_, row)| row != &&Value::Array(Vec::new()))
        .map(|(place, _)| place)
        .collect();
    assert_eq!((rows.len(), filled), (400, (50..350).collect()));
    assert_eq!((&rows[60][60], &rows[60][61], &rows[60][0]), (&Value::from(0), &Value::Null, &Value::Null));
    assert_eq!(rows[60].as_array().map(Vec::len), Some(350));
}

#[test]
fn pictures_and_what_a_device_asks_for_are_made_elsewhere() {
    let guide = guide(TestWeek::new().build());
    assert_eq!(render(&guide, Outlet::Notices), None);
    assert_eq!(render(&guide, Outlet::Manifest(Lang::En)), None);
}
