//! PostgreSQL goes away and comes back: readers notice nothing, writers are told, and everything goes on by itself.

use std::time::{Duration, Instant};

use festoon_testkit::databases::{Cluster, Durability, TestDatabase};

use super::office::{Office, sample};

/// How long it is away: longer than any pause between attempts; thirty seconds in the long test.
fn away() -> Duration {
    let said = std::env::var("FESTOON_AWAY_SECONDS").ok().and_then(|said| said.parse().ok());
    Duration::from_secs(said.unwrap_or(4))
}

#[test]
fn while_postgresql_is_away_readers_are_served_and_writers_told_and_then_all_goes_on() {
    let Some(cluster) = Cluster::start(Durability::Forgetful) else { return };
    let cluster = std::sync::Arc::new(cluster);
    let database = TestDatabase::on_cluster(&cluster);
    let office = Office::on(database.address());
    office.does(&["import", &sample()]);
    office.does(&["release", "jiangning-2021", "--reason", "one"]);
    let storm = ["--zh", "暴雨预警", "--en", "Heavy rain"];
    office.does(&[&["notice", "post", "jiangning-2021"], &storm[..]].concat());
    let server = office.serves();
    assert_eq!(server.get("/readyz").0, 200);

    cluster.stop();
    let began = Instant::now();
    assert_eq!(server.get("/readyz").0, 503);
    let writing = Instant::now();
    let edit = ["edit", "session/fnc-welcome", "title_en", "Hello", "--reason", "a test"];
    let told = office.says(&edit);
    assert_eq!(told.code, 2, "{told:?}");
    assert!(writing.elapsed() < Duration::from_secs(20), "nobody waits for {:?}", writing.elapsed());
    while began.elapsed() < away() {
        assert_eq!(server.get("/zh/sessions/fnc-welcome").0, 200);
        assert!(server.get("/en/programme").1.contains("Heavy rain"), "a notice that stands stays");
        assert_eq!(server.get("/healthz").0, 200);
    }

    cluster.start_again();
    server.until("/readyz", "200 OK");
    office.does(&edit);
    office.does(&["release", "jiangning-2021", "--reason", "two"]);
    server.until("/en/sessions/fnc-welcome", "Hello");
}
