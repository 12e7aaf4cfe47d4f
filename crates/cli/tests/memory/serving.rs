//! Commands beside a running server, on either database.

use std::time::Duration;

use festoon_testkit::databases::TestDatabase;

use super::office::{Office, sample};

const OPENING: &str = "2021-06-21,09:00,10:00,开幕式,Opening,紫金山科技城,秦淮厅,创新办,林悦";

fn offices() -> Vec<(Office, Option<TestDatabase>)> {
    let mut offices = vec![(Office::new(), None)];
    if let Some(database) = TestDatabase::postgres() {
        offices.push((Office::on(database.address()), Some(database)));
    }
    offices
}

#[test]
fn a_running_server_shows_a_release_without_being_asked() {
    for (office, _database) in offices() {
        let file = office.sheet("host.csv", &[OPENING]);
        office.does(&["import", &file, "--week", "nanjing-2027"]);
        let server = office.serves();
        assert_eq!(server.get("/zh").0, 503);
        assert_eq!(server.get("/healthz").0, 200);

        office.does(&["release", "nanjing-2027", "--reason", "one"]);
        server.until("/zh/activities", "第1版");

        office.sheet("host.csv", &[&OPENING.replace("开幕式", "盛大开幕")]);
        office.does(&["import", &file, "--week", "nanjing-2027"]);
        assert!(!server.get("/zh/programme/2021-06-21").1.contains("盛大开幕"), "a draft is not public");
        office.does(&["release", "nanjing-2027", "--reason", "two"]);
        server.until("/zh/programme/2021-06-21", "盛大开幕");
    }
}

#[test]
fn a_release_that_a_restore_took_away_is_shown_no_more() {
    // A database in a file lets nobody restore while a server runs.
    let Some(database) = TestDatabase::postgres() else { return };
    let office = Office::on(database.address());
    let file = office.sheet("host.csv", &[OPENING]);
    office.does(&["import", &file, "--week", "nanjing-2027"]);
    let backup = office.path("backup.zip").display().to_string();
    office.does(&["backup", &backup]);
    office.does(&["release", "nanjing-2027", "--reason", "one"]);
    let server = office.serves();
    server.until("/zh/activities", "第1版");

    office.does(&["restore", &backup, "--over"]);
    server.until("/zh/activities", " 503 ");
}

#[test]
fn many_weeks_lie_side_by_side_and_one_is_current() {
    for (office, _database) in offices() {
        office.does(&["import", &sample()]);
        office.does(&["release", "jiangning-2021", "--reason", "one"]);
        let file = office.sheet("host.csv", &[&OPENING.replace("2021-", "2027-")]);
        office.does(&["import", &file, "--week", "nanjing-2027"]);
        office.does(&["release", "nanjing-2027", "--reason", "one"]);
        let server = office.serves();

        let welcome = "/zh/sessions/fnc-welcome";
        assert_eq!(server.get(welcome).0, 200);
        assert_eq!(server.get("/w/jiangning-2021/zh/sessions/fnc-welcome").0, 200);
        assert!(server.get("/w/nanjing-2027/zh/programme/2027-06-21").1.contains("开幕式"));
        assert_eq!(server.get("/w/nanjing-2027/zh/sessions/fnc-welcome").0, 404);

        office.does(&["weeks", "--current", "nanjing-2027"]);
        server.until("/zh/programme/2027-06-21", "开幕式");
        assert_eq!(server.get(welcome).0, 404);
        assert_eq!(server.get("/w/jiangning-2021/zh/sessions/fnc-welcome").0, 200);
    }
}

#[test]
fn a_release_at_its_hour_is_made_by_the_server() {
    for (office, _database) in offices() {
        let file = office.sheet("host.csv", &[OPENING]);
        office.does(&["import", &file, "--week", "nanjing-2027"]);
        let server = office.serves();
        let soon = jiff_now_and(Duration::from_secs(2));
        office.does(&["release", "nanjing-2027", "--reason", "at its hour", "--at", &soon]);
        assert_eq!(office.does(&["releases", "nanjing-2027"])["releases"].as_array().map(Vec::len), Some(0));

        server.until("/zh/activities", "第1版");

        let releases = office.does(&["releases", "nanjing-2027"]);
        assert_eq!(releases["releases"][0]["reason"], "at its hour");
        let at = releases["releases"][0]["at"].as_str().expect("a time");
        let instant = |text: &str| text.parse::<jiff::Timestamp>().expect("an instant");
        assert!(instant(at) >= instant(&soon), "{releases}");
    }
}

#[expect(clippy::disallowed_methods, reason = "a server that runs beside this test has no other clock")]
pub(crate) fn jiff_now_and(more: Duration) -> String {
    let at = jiff::Timestamp::now() + more;
    at.round(jiff::Unit::Second).expect("a second is a unit").to_string()
}

#[test]
fn a_picture_is_public_with_the_release_that_shows_it_and_in_copies_only() {
    let office = Office::new();
    office.does(&["import", &sample()]);
    office.does(&["release", "jiangning-2021", "--reason", "one"]);
    let server = office.serves();
    let picture = office.path("ada.png");
    std::fs::write(&picture, PNG).expect("a file");
    let uploaded = office.does(&["upload", &picture.display().to_string(), "--for", "person/thiago-barrosa"]);
    let hash = uploaded["hash"].as_str().expect("a hash").to_owned();
    let address = format!("/uploads/{hash}-320");
    assert_eq!(server.get(&address).0, 404);

    office.does(&["release", "jiangning-2021", "--reason", "a picture"]);
    server.until("/zh/activities", "第2版");
    server.until(&address, "200 OK");

    assert_eq!(server.get(&format!("/uploads/{hash}")).0, 404, "the original stays with us");
    assert_eq!(server.get("/uploads/..%2F..%2Ffestoon.db").0, 404);
}

/// A picture of one red pixel.
const PNG: &[u8] = &[
    137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0, 144,
    119, 83, 222, 0, 0, 0, 12, 73, 68, 65, 84, 120, 156, 99, 248, 207, 192, 0, 0, 3, 1, 1, 0, 201, 254, 146,
    239, 0, 0, 0, 0, 73, 69, 78, 68, 174, 66, 96, 130,
];

#[test]
fn export_backup_and_doctor_as_an_office_uses_them() {
    for (office, _database) in offices() {
        office.does(&["import", &sample()]);
        office.does(&["release", "jiangning-2021", "--reason", "one"]);
        assert_eq!(office.does(&["doctor"])["well"], true);

        let out = office.path("out").display().to_string();
        office.does(&["export", "jiangning-2021", "--to", &out]);
        let other = Office::new();
        other.does(&["import", &out]);
        let again = office.path("again").display().to_string();
        other.does(&["export", "jiangning-2021", "--to", &again]);
        for entry in std::fs::read_dir(&out).expect("a folder") {
            let name = entry.expect("an entry").file_name();
            let name = name.to_string_lossy();
            if name.starts_with("journal") || name.starts_with("releases") {
                continue;
            }
            let read = |folder: &str| std::fs::read_to_string(format!("{folder}/{name}")).expect("a file");
            assert_eq!(read(&out), read(&again), "{name}");
        }

        let file = office.path("backup.zip").display().to_string();
        office.does(&["backup", &file]);
        let third = Office::new();
        third.does(&["restore", &file]);
        assert_eq!(third.does(&["weeks"]), office.does(&["weeks"]));
        assert_eq!(third.does(&["releases", "jiangning-2021"]), office.does(&["releases", "jiangning-2021"]));
    }
}
