//! What hosts hand in, in a few words, and a database to hand it in to.

use festoon_app::draft::{Asked, Brought, OnConflict, OnMissing, Plan, Separate, bring, import};
use festoon_app::{Actor, Failure, draft};
use festoon_domain::record::{Kind, Record};
use festoon_exchange::{NamedFile, Options};
use festoon_store::{Address, Store};
use festoon_testkit::databases::TestDatabase;
use std::sync::Arc;

use jiff::Timestamp;

/// The hour at which a story begins.
pub(crate) fn at(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

/// Ten in the morning, some days before the week.
pub(crate) fn morning() -> Timestamp {
    at("2021-06-10T02:00:00Z")
}

/// Tells a story on every database there is.
pub(crate) fn on_both(story: impl Fn(&Store)) {
    for database in std::iter::once(TestDatabase::sqlite()).chain(TestDatabase::postgres()) {
        let address: Address = database.address().parse().expect("an address");
        Store::migrate(&address).expect("a schema");
        story(&Store::open(&address).expect("a database"));
    }
}

pub(crate) fn lin() -> Actor {
    Actor::new("Lin").expect("a name")
}

/// A host's spreadsheet of these rows.
pub(crate) fn sheet(name: &str, rows: &[&str]) -> Brought {
    let head = "日期,开始,结束,标题,英文标题,场馆,会场,主办单位,嘉宾";
    let text = std::iter::once(head).chain(rows.iter().copied()).collect::<Vec<_>>().join("\n");
    let file = NamedFile { name: name.into(), bytes: text.into_bytes() };
    let options = Options { this_year: Some(2021), ..Options::default() };
    bring(&[file], &options).unwrap_or_else(|refusals| panic!("{refusals:?}"))
}

/// An import into the test week without anything said beside the files.
pub(crate) fn asked() -> Asked {
    Asked {
        week: Some("test-week".into()),
        on_conflict: OnConflict::KeepDraft,
        on_missing: OnMissing::Leave,
        replaces: None,
        separate: Separate::Unsaid,
        actor: lin(),
        why: "import".into(),
    }
}

pub(crate) fn brought_in(store: &Store, brought: &Brought, asked: &Asked) -> Arc<Plan> {
    match import(store, morning(), brought, asked) {
        Ok(plan) => plan,
        Err(Failure::Refused(refusal)) => panic!("{}", refusal.sentence(festoon_domain::text::Lang::En)),
        Err(Failure::Store(error)) => panic!("{error}"),
    }
}

pub(crate) fn records(store: &Store) -> Vec<Record> {
    draft::load(store, Some("test-week")).expect("the week is there").records
}

/// The one session with a title.
pub(crate) fn session(store: &Store, title: &str) -> Record {
    let found: Vec<Record> = records(store)
        .into_iter()
        .filter(|record| record.kind == Kind::Session && record.words("title_zh") == title)
        .collect();
    let [session] = &found[..] else { panic!("{} sessions are called {title}", found.len()) };
    session.clone()
}

/// The occurrences of a session.
pub(crate) fn occurrences(store: &Store, session: &Record) -> Vec<Record> {
    let of_session =
        |record: &Record| record.kind == Kind::Occurrence && record.words("session") == &*session.key;
    records(store).into_iter().filter(of_session).collect()
}
