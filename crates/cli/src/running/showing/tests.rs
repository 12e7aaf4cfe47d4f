//! What is shown while something takes long, and what is recalled after the database was away.

use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use festoon_app::Actor;
use festoon_app::notices::{self, Asked};
use festoon_domain::programme::{Occurrence, Programme, SessionId};
use festoon_domain::record::take_apart;
use festoon_domain::text::Text;
use festoon_domain::week::Records;
use festoon_exchange::week_file;
use festoon_guide::Operator;
use festoon_guide::imprint::Origin;
use festoon_store::releases::ReleaseRow;
use festoon_store::{Address, Store, StoreError, Tx, releases, weeks};
use festoon_testkit::TestWeek;
use festoon_testkit::databases::TestDatabase;
use festoon_web::Site;
use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;

use super::recalling::{Recalled, Recalling};
use super::{Looked, Releases, begin};

/// A database, a server's site, and nothing shown.
fn office() -> (TestDatabase, Store, Arc<Site>) {
    let database = TestDatabase::sqlite();
    let address = database.address().parse::<Address>().expect("an address");
    Store::migrate(&address).expect("a schema");
    let store = Store::open(&address).expect("a database");
    (database, store, Arc::new(Site::new(|| Timestamp::UNIX_EPOCH)))
}

fn at(number: u32) -> Timestamp {
    Timestamp::from_second(1_624_000_000 + i64::from(number)).expect("an instant")
}

/// Publishes a programme as the next release of its week.
fn publish(store: &Store, number: u32, programme: &Programme) {
    let week = programme.week.slug.clone();
    let frozen = week_file::write(&json!({}), &take_apart(&Records::of(programme.clone())));
    let row = ReleaseRow {
        week: week.clone(),
        number,
        at: at(number),
        actor: "Lin".into(),
        reason: "a test".into(),
        revision: 1,
        rolled_back_to: None,
    };
    let put: Result<bool, StoreError> = store.write(move |tx| {
        weeks::create(tx, &week, at(1))?;
        releases::put(tx, &row, &frozen)
    });
    assert!(put.expect("it is kept"));
}

fn little() -> TestWeek {
    TestWeek::new().venue("east").room("hall").session("opening").at("2021-06-21 09:00", "10:00")
}

/// A week of 48,000 sessions.
fn large() -> Programme {
    let mut programme = little().build();
    programme.week.slug = "large-week".into();
    let (session, occurrence) = (programme.sessions[0].clone(), programme.occurrences[0].clone());
    for number in 1..48_000_u32 {
        let id = SessionId(number);
        let mut session = session.clone();
        session.key = format!("session-{number}");
        session.description = Text::new(&"灯".repeat(200), &"lamp ".repeat(60));
        programme.sessions.push(session);
        let guid = Uuid::from_u128(number.into());
        programme.occurrences.push(Occurrence { session: id, guid, ..occurrence.clone() });
    }
    programme
}

fn is_warned(site: &Site, week: &str) -> bool {
    site.shelf().edition(week).is_some_and(|edition| !edition.guide().notices().is_empty())
}

fn warn(store: &Store, week: &str) {
    let asked = Asked {
        week: week.into(),
        zh: "暴雨预警".into(),
        en: "Heavy rain".into(),
        until: None,
        actor: Actor::new("Lin").expect("a name"),
    };
    notices::post(store, at(90), &asked).expect("it is posted");
}

fn wait_until(most: Duration, mut there: impl FnMut() -> bool) -> bool {
    let began = Instant::now();
    while began.elapsed() < most {
        if there() {
            return true;
        }
        thread::park_timeout(Duration::from_millis(5));
    }
    false
}

#[test]
fn a_notice_waits_for_no_release_and_a_release_comes_under_the_notices_that_stand() {
    let (_database, store, site) = office();
    publish(&store, 1, &little().build());
    let showing = begin(&store, &site, &Origin::default(), &Arc::new(Operator::default()));
    publish(&store, 1, &large());
    // By now whoever takes releases in has begun with it.
    thread::park_timeout(Duration::from_millis(300));
    warn(&store, "test-week");
    warn(&store, "large-week");
    assert!(wait_until(Duration::from_secs(2), || is_warned(&site, "test-week")), "a notice waits");
    assert!(site.shelf().edition("large-week").is_none(), "a notice waited for a release");
    assert!(wait_until(Duration::from_mins(2), || site.shelf().edition("large-week").is_some()));
    assert!(is_warned(&site, "large-week"), "it is never shown without its notice");

    let stopping = Instant::now();
    drop(showing);
    assert!(stopping.elapsed() < Duration::from_mins(1));
}

#[test]
fn a_notice_over_a_week_that_is_first_released_later_is_over_it_from_its_first_page_on() {
    let (_database, store, site) = office();
    let made: Result<bool, StoreError> = store.write(|tx| weeks::create(tx, "test-week", at(1)));
    assert!(made.expect("a week"));
    warn(&store, "test-week");
    let _showing = begin(&store, &site, &Origin::default(), &Arc::new(Operator::default()));
    publish(&store, 1, &little().build());
    assert!(wait_until(Duration::from_secs(20), || site.shelf().edition("test-week").is_some()));
    assert!(is_warned(&site, "test-week"));
}

fn rename(store: &Store, sql: &'static str) {
    let renamed: Result<u64, StoreError> = store.write(move |tx: &mut Tx<'_>| tx.run(sql, &[]));
    renamed.expect("it is renamed");
}

#[test]
fn what_the_database_did_not_answer_is_recalled_when_it_does() {
    let (_database, store, site) = office();
    publish(&store, 1, &little().build());
    publish(&store, 2, &little().session("closing").at("2021-06-21 11:00", "12:00").build());
    let releases = Releases {
        store: store.clone(),
        site: Arc::clone(&site),
        origin: Origin::default(),
        operator: Arc::default(),
    };
    assert_eq!(releases.look(), Looked::Well);
    let mut recalling = Recalling::default();

    // First it is not known which releases there are, then not what is in them.
    rename(&store, "ALTER TABLE released RENAME TO away");
    assert_eq!(recalling.go_on(&store, &site, at(70)), Recalled::InVain);
    rename(&store, "ALTER TABLE away RENAME TO released");
    rename(&store, "ALTER TABLE released_body RENAME TO away");
    assert_eq!(recalling.go_on(&store, &site, at(71)), Recalled::InVain);
    assert_eq!(recalling.go_on(&store, &site, at(72)), Recalled::InVain);
    let told = || site.shelf().edition("test-week").expect("it is shown").guide().told();
    assert_eq!(told(), None);
    rename(&store, "ALTER TABLE away RENAME TO released_body");
    let mut steps = 0;
    while recalling.go_on(&store, &site, at(80)) != Recalled::All {
        steps += 1;
        assert!(steps < 10, "it never ends");
    }

    let shelf = site.shelf();
    let guide = shelf.edition("test-week").expect("it is shown").guide();
    let history: Vec<(u32, usize)> =
        guide.history().iter().map(|past| (past.release.number, past.topics.len())).collect();
    assert_eq!((history, guide.told()), (vec![(2, 1), (1, 0)], Some(at(80))));
}
