//! Notices beside a running server, and who runs it.

use std::time::{Duration, Instant};

use festoon_testkit::databases::TestDatabase;
use serde_json::json;

use super::office::{Office, sample};

const STORM: [&str; 4] =
    ["--zh", "台风预警：户外活动暂停。", "--en", "Typhoon warning: outdoor events are suspended."];

fn released(office: &Office) {
    office.does(&["import", &sample()]);
    office.does(&["release", "jiangning-2021", "--reason", "one"]);
}

fn post(office: &Office, more: &[&str]) -> serde_json::Value {
    office.does(&[&["notice", "post", "jiangning-2021"], &STORM[..], more].concat())
}

#[test]
fn a_notice_is_on_every_page_within_seconds_and_goes_as_soon_as_it_is_withdrawn() {
    let databases = [None, TestDatabase::postgres()];
    for database in databases.iter().flatten().map(Some).chain([None]) {
        let office = database.map_or_else(Office::new, |database| Office::on(database.address()));
        released(&office);
        let server = office.serves();
        assert!(!server.get("/zh").1.contains("台风预警"));

        let told = post(&office, &[]);
        assert_eq!(told["number"], 1);
        // To the second, as everything a program reads.
        let at = told["posted"].as_str().expect("a time");
        assert!(at.len() == "2021-06-21T10:00:00Z".len() && at.ends_with('Z'), "{at}");
        let posted = Instant::now();
        server.until("/zh/programme", "台风预警：户外活动暂停。");
        server.until("/w/jiangning-2021/en", "Typhoon warning: outdoor events are suspended.");
        server.until("/notices.json", "\"number\":1");
        assert!(posted.elapsed() < Duration::from_secs(3), "it took {:?}", posted.elapsed());

        // A release does not lose it.
        office.does(&["edit", "session/fnc-welcome", "title_en", "Hello there", "--reason", "a test"]);
        office.does(&["release", "jiangning-2021", "--reason", "two"]);
        server.until("/en/sessions/fnc-welcome", "Hello there");
        assert!(server.get("/en/sessions/fnc-welcome").1.contains("Typhoon warning"));

        office.does(&["notice", "withdraw", "jiangning-2021", "1"]);
        server.until("/notices.json", "\"notices\":[]");
        assert!(!server.get("/zh/programme").1.contains("台风预警"));
        let again = office.says(&["notice", "withdraw", "jiangning-2021", "1"]);
        assert_eq!(again.code, 1, "{again:?}");
        let listed = office.does(&["notice", "list"]);
        assert_eq!(
            (&listed["notices"][0]["state"], &listed["notices"][0]["by"]),
            (&json!("withdrawn"), &json!("lin"))
        );
    }
}

#[test]
fn a_notice_ends_by_itself_and_is_there_when_the_server_starts() {
    let office = Office::new();
    released(&office);
    let until = super::serving::jiff_now_and(Duration::from_secs(4));
    post(&office, &["--until", &until]);
    let server = office.serves();
    assert!(server.get("/en").1.contains("Typhoon warning"));
    server.until("/notices.json", "\"notices\":[]");
    assert!(!server.get("/en").1.contains("Typhoon warning"));
    assert_eq!(office.does(&["notice", "list", "jiangning-2021"])["notices"][0]["state"], "ended");
}

#[test]
fn a_backup_has_the_notices_and_a_restore_shows_them() {
    let office = Office::new();
    released(&office);
    post(&office, &[]);
    let file = office.path("backup.zip").display().to_string();
    office.does(&["backup", &file]);
    let other = Office::new();
    other.does(&["restore", &file]);
    assert_eq!(other.does(&["notice", "list"]), office.does(&["notice", "list"]));
}

#[test]
fn what_is_no_notice_is_refused_with_what_would_be_right() {
    let office = Office::new();
    released(&office);
    let refused = |words: &[&str], wanted: &str| {
        let told = office.says(words);
        assert!(told.code == 2 && told.err.contains(wanted), "{told:?}");
    };
    let post = ["notice", "post", "jiangning-2021"];
    refused(&[&post[..], &STORM[..2]].concat(), "--en");
    refused(&[&post[..], &STORM[2..]].concat(), "--zh");
    refused(&[&["notice", "post", "elsewhere"], &STORM[..]].concat(), "jiangning-2021");
    refused(&[&post[..], &STORM[..], &["--until", "2021-06-21 18:00"]].concat(), "has passed");
    refused(&[&post[..], &STORM[..], &["--until", "tonight"]].concat(), "2027-06-21 22:00");
    refused(&["notice", "withdraw", "jiangning-2021", "1"], "none was posted");
}

#[test]
fn who_runs_the_site_is_said_on_it_and_a_mistake_in_saying_so_is_told_by_its_line() {
    let office = Office::new();
    released(&office);
    let config = office.path("festoon.toml");
    let text = "[operator]\nname = { zh = \"示例区创新办\", en = \"Sample District Innovation Office\" }\n\
        record_number = \"示例ICP备00000000号\"\nrecord_address = \"https://example.org/record\"\ncontact = \"week@example.org\"\n";
    std::fs::write(&config, text).expect("a file");
    let server = office.serves_with(&["--config", &config.display().to_string()]);
    let page = server.get("/en/accessibility").1;
    for words in [
        "Sample District Innovation Office",
        "示例ICP备00000000号",
        "https://example.org/record",
        "mailto:week@example.org",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(server.get("/zh").1.contains("示例区创新办"));
    drop(server);

    std::fs::write(&config, text.replace("contact", "contcat")).expect("a file");
    let told = office.says(&["serve", "--listen", "127.0.0.1:0", "--config", &config.display().to_string()]);
    assert!(told.code == 2 && told.err.contains("festoon.toml") && told.err.contains("contcat"), "{told:?}");
    assert!(told.err.contains('5'), "{told:?}");
}
