//! A large draft goes in, comes back, is journalled and remembered: 2,000 sessions, or as many as `FESTOON_SESSIONS` says, with the
//! times printed (`--no-capture`).

use std::time::Instant;

use festoon_domain::programme::{Citation, Spot};
use festoon_domain::record::{Change, Kind, Record, Value, What};
use festoon_store::journal::{self, Deed};
use festoon_store::{Store, draft, imported, weeks};
use jiff::Timestamp;

use crate::records::{saying, words};
use crate::{at, both, read, write};

/// Sessions as hosts hand them in: a dozen fields said, an abstract of some length.
fn session(number: i64) -> Record {
    let said = [
        ("activity", words(&format!("activity-{}", number % 300))),
        ("kind", words("talk")),
        ("title_zh", words(&format!("第 {number} 场：智能制造与城市未来"))),
        ("title_en", words(&format!("Session {number}: making things, and the city to come"))),
        ("abstract_zh", words(&"从工厂到街区，谈谈怎样把事情做好。".repeat(8))),
        ("abstract_en", words(&"From the works to the street: how things are made well. ".repeat(8))),
        ("expected", Value::Number(number % 500)),
        ("languages", Value::List(vec!["zh".into(), "en".into()])),
        ("speakers", Value::List(vec![format!("person-{}", number % 9_000).into(), "lin".into()])),
        ("origin", words("stated")),
    ];
    let mut session = saying(Kind::Session, &format!("session-{number}"), &said);
    let row = u32::try_from(number).expect("a row of a file");
    session.source = Some(Citation { file: "主办方.xlsx".into(), spot: Spot::Row("日程".into(), row) });
    session
}

fn occurrence(number: i64) -> Record {
    let start = at(number % 10_000);
    let said = [
        ("session", words(&format!("session-{number}"))),
        ("number", Value::Number(number)),
        ("slug", words(&format!("slug-{number}"))),
        ("start", Value::Instant(start)),
        ("end", Value::Instant(Timestamp::from_second(start.as_second() + 3_600).expect("an hour later"))),
        ("room", words(&format!("room-{}", number % 200))),
    ];
    saying(Kind::Occurrence, &format!("8d7f3a52-0000-5000-8000-{number:012}"), &said)
}

fn timed<T>(store: &str, what: &str, work: impl FnOnce() -> T) -> T {
    let began = Instant::now();
    let done = work();
    println!("{store}: {what}: {:.2} s", began.elapsed().as_secs_f64());
    done
}

fn tell(name: &str, store: &Store, records: &[Record]) {
    let given = records.to_vec();
    write(store, |tx| weeks::create(tx, "2021", at(0)));
    timed(name, "put into an empty draft", || write(store, move |tx| draft::put(tx, "2021", &given)));
    let loaded = timed(name, "loaded", || read(store, |read| draft::load(read, "2021")));
    assert!(loaded == records, "what came back is not what was put");
    let given = records.to_vec();
    timed(name, "put again", || write(store, move |tx| draft::put(tx, "2021", &given)));
    assert!(read(store, |read| draft::load(read, "2021")) == records, "what was put again moved");

    let changes: Vec<Change> = records
        .iter()
        .map(|record| Change {
            kind: record.kind,
            key: record.key.clone(),
            what: What::Added(record.values.clone()),
        })
        .collect();
    let deed =
        Deed { week: "2021".into(), revision: 1, at: at(0), actor: "Lin".into(), why: "import".into() };
    timed(name, "journalled", || write(store, move |tx| journal::write(tx, &deed, &changes)));

    let said: imported::Said =
        records.iter().map(|record| ((record.kind, record.key.clone()), record.values.clone())).collect();
    let given = said.clone();
    timed(name, "remembered as said", || {
        write(store, move |tx| imported::replace(tx, "2021", "a.xlsx", at(0), &given));
    });
    let loaded =
        timed(name, "what was said loaded", || read(store, |read| imported::load(read, "2021", "a.xlsx")));
    assert!(loaded == said, "what came back is not what was said");

    let keys: Vec<(Kind, Box<str>)> =
        records.iter().map(|record| (record.kind, record.key.clone())).collect();
    let removed = timed(name, "taken out", || {
        write(store, move |tx| {
            let which: Vec<(Kind, &str)> = keys.iter().map(|(kind, key)| (*kind, &**key)).collect();
            draft::remove(tx, "2021", &which)
        })
    });
    assert_eq!(removed, records.len() as u64);
}

#[test]
fn a_large_draft_goes_in_and_comes_back() {
    let said = std::env::var("FESTOON_SESSIONS").ok();
    let sessions = said.map_or(2_000, |sessions| sessions.parse().expect("a number of sessions"));
    let records: Vec<Record> = (1..=sessions).map(session).chain((1..=sessions).map(occurrence)).collect();
    for told in both::stores() {
        tell(&format!("{:?}", told.which), &told.store, &records);
    }
}
