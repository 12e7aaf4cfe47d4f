//! Files come again and again.

use festoon_app::Failure;
use festoon_app::draft::{DraftRefusal, Edit, OnConflict, OnMissing, Separate, edit, import, rehearse};
use festoon_domain::record::{Kind, Value};
use festoon_domain::text::Lang;
use festoon_store::{StoreError, journal};

use super::hosts::{asked, brought_in, lin, morning, occurrences, on_both, records, session, sheet};

const OPENING: &str = "2021-06-21,09:00,10:00,开幕式,Opening,紫金山科技城,秦淮厅,创新办,林悦";
const FORUM: &str = "2021-06-21,10:30,12:00,高峰论坛,Summit forum,紫金山科技城,秦淮厅,创新办,顾明棠";

fn put_right(store: &festoon_store::Store, kind: Kind, key: &str, field: &str, value: &str) {
    let change = Edit {
        week: Some("test-week".into()),
        kind,
        key: key.into(),
        field: field.into(),
        value: value.into(),
        actor: lin(),
        why: "电话里说的".into(),
    };
    edit(store, morning(), &change).expect("it can be changed");
}

#[test]
fn the_same_file_again_changes_nothing() {
    on_both(|store| {
        let file = sheet("host.csv", &[OPENING, FORUM]);
        let first = brought_in(store, &file, &asked());
        assert!(first.is_new && !first.changes.is_empty());
        let before = records(store);

        let again = brought_in(store, &file, &asked());

        assert_eq!((again.changes.len(), again.conflicts.len(), again.missing.len()), (0, 0, 0));
        assert_eq!(records(store), before);
    });
}

#[test]
fn a_rehearsal_says_what_would_change_and_writes_nothing() {
    on_both(|store| {
        brought_in(store, &sheet("host.csv", &[OPENING]), &asked());
        let before = records(store);
        let moved = OPENING.replace("09:00,10:00", "14:00,15:00");

        let plan = rehearse(store, &sheet("host.csv", &[&moved]), &asked()).expect("a plan");

        let sentences: Vec<String> =
            plan.changes.iter().flat_map(|change| plan.names.sentences(change, Lang::Zh)).collect();
        assert_eq!(sentences.len(), 1, "{sentences:?}");
        assert!(sentences[0].contains("开幕式") && sentences[0].contains("14:00"), "{sentences:?}");
        assert_eq!(records(store), before);
    });
}

#[test]
fn a_session_that_its_host_moves_or_renames_keeps_its_identity() {
    on_both(|store| {
        brought_in(store, &sheet("host.csv", &[OPENING, FORUM]), &asked());
        let opening = session(store, "开幕式");
        let before = occurrences(store, &opening);

        let moved = OPENING.replace("2021-06-21,09:00,10:00", "2021-06-22,14:00,15:00");
        let renamed = FORUM.replace("高峰论坛,Summit forum", "院士论坛,Academicians' forum");
        let forum = session(store, "高峰论坛");
        brought_in(store, &sheet("host.csv", &[&moved, &renamed]), &asked());

        let after = occurrences(store, &session(store, "开幕式"));
        assert_eq!(after.len(), 1);
        assert_eq!(after[0].key, before[0].key);
        assert_ne!(after[0].value("start"), before[0].value("start"));
        assert_eq!(session(store, "院士论坛").key, forum.key);
        assert_eq!(records(store).iter().filter(|record| record.kind == Kind::Session).count(), 2);
    });
}

#[test]
fn what_was_edited_since_is_kept_and_what_both_changed_is_asked() {
    on_both(|store| {
        brought_in(store, &sheet("host.csv", &[OPENING]), &asked());
        let opening = session(store, "开幕式");
        put_right(store, Kind::Session, &opening.key, "title_en", "Opening ceremony");

        // The file says what it said: the edit stays.
        let again = brought_in(store, &sheet("host.csv", &[OPENING]), &asked());
        assert_eq!((again.changes.len(), again.conflicts.len()), (0, 0));
        assert_eq!(session(store, "开幕式").words("title_en"), "Opening ceremony");

        // The file says something else: somebody is asked, nothing is overwritten.
        let other = sheet("host.csv", &[&OPENING.replace("Opening", "Grand opening")]);
        let asking = brought_in(store, &other, &asked());
        assert_eq!(asking.conflicts.len(), 1);
        assert_eq!(session(store, "开幕式").words("title_en"), "Opening ceremony");

        // Somebody decided for the file.
        let decided = festoon_app::draft::Asked { on_conflict: OnConflict::TakeFile, ..asked() };
        brought_in(store, &other, &decided);
        assert_eq!(session(store, "开幕式").words("title_en"), "Grand opening");
    });
}

#[test]
fn what_a_file_no_longer_says_is_told_each_time_and_cancelled_only_when_asked() {
    on_both(|store| {
        brought_in(store, &sheet("host.csv", &[OPENING, FORUM]), &asked());
        let forum = session(store, "高峰论坛");
        let shorter = sheet("host.csv", &[OPENING]);

        for _ in 0..2 {
            let plan = brought_in(store, &shorter, &asked());
            assert!(plan.changes.is_empty(), "{:?}", plan.changes);
            assert!(plan.missing.iter().any(|(kind, key)| *kind == Kind::Session && **key == *forum.key));
            assert_eq!(occurrences(store, &forum)[0].words("state"), "");
        }

        let withdraw = festoon_app::draft::Asked { on_missing: OnMissing::Withdraw, ..asked() };
        brought_in(store, &shorter, &withdraw);
        assert_eq!(occurrences(store, &forum)[0].words("state"), "cancelled");

        // The host thought again.
        brought_in(store, &sheet("host.csv", &[OPENING, FORUM]), &asked());
        let back = occurrences(store, &forum);
        assert_eq!(back.len(), 1);
        assert_eq!(back[0].value("state"), &Value::Nothing);
    });
}

#[test]
fn hosts_share_houses_halls_and_people() {
    on_both(|store| {
        brought_in(store, &sheet("one.csv", &[OPENING]), &asked());
        let other = "2021-06-22,09:00,10:00,芯片论坛,Chip forum,紫金山科技城,秦淮厅,商会,林悦";
        brought_in(store, &sheet("two.csv", &[other]), &asked());

        let count = |kind| records(store).iter().filter(|record| record.kind == kind).count();
        assert_eq!((count(Kind::Venue), count(Kind::Room), count(Kind::Person)), (1, 1, 1));
        assert_eq!((count(Kind::Session), count(Kind::Host)), (2, 2));
    });
}

#[test]
fn two_hosts_may_call_their_sessions_the_same() {
    on_both(|store| {
        brought_in(store, &sheet("one.csv", &[OPENING]), &asked());
        let other = OPENING.replace("创新办", "商会").replace("秦淮厅", "方山厅");
        brought_in(store, &sheet("two.csv", &[&other]), &asked());

        let keys: Vec<String> = records(store)
            .iter()
            .filter(|record| record.kind == Kind::Session)
            .map(|record| record.key.to_string())
            .collect();
        assert_eq!(keys.len(), 2, "{keys:?}");
    });
}

#[test]
fn the_same_programme_under_a_new_name_is_asked_about() {
    on_both(|store| {
        let third = "2021-06-22,09:00,10:00,闭幕式,Closing,紫金山科技城,秦淮厅,创新办,林悦";
        let rows = [OPENING, FORUM, third];
        brought_in(store, &sheet("日程.csv", &rows), &asked());
        let opening = session(store, "开幕式");

        let newer = sheet("日程-最终版.csv", &rows);
        let refused = import(store, morning(), &newer, &asked());
        let Err(Failure::Refused(DraftRefusal::LooksLike(new, old, 3))) = refused else {
            panic!("{refused:?}")
        };
        assert_eq!((&*new, &*old), ("日程-最终版.csv", "日程.csv"));

        let replacing = festoon_app::draft::Asked { replaces: Some("日程.csv".into()), ..asked() };
        let plan = brought_in(store, &newer, &replacing);
        assert!(plan.changes.is_empty(), "{:?}", plan.changes);
        assert_eq!(session(store, "开幕式").key, opening.key);
        // From now on it is known by its new name.
        let again = brought_in(store, &newer, &asked());
        assert_eq!((again.changes.len(), again.missing.len()), (0, 0));

        let separate = festoon_app::draft::Asked { separate: Separate::Said, ..asked() };
        brought_in(store, &sheet("另一份.csv", &rows), &separate);
        assert_eq!(records(store).iter().filter(|record| record.kind == Kind::Session).count(), 6);
    });
}

#[test]
fn every_change_is_in_the_journal_with_who_when_and_why() {
    on_both(|store| {
        brought_in(store, &sheet("host.csv", &[OPENING]), &asked());
        let opening = session(store, "开幕式");
        put_right(store, Kind::Session, &opening.key, "title_en", "Opening ceremony");

        let key = opening.key.to_string();
        let lines =
            store.read(move |read| journal::of_week(read, "test-week", Some((Kind::Session, &key)), 100));
        let lines = lines.map_err(|error: StoreError| error).expect("a journal");

        let newest = &lines[0];
        assert_eq!((newest.deed.actor.as_str(), newest.deed.why.as_str()), ("Lin", "电话里说的"));
        assert_eq!(newest.deed.at, morning());
        assert_eq!(newest.field.as_deref(), Some("title_en"));
        assert_eq!(newest.from, Value::Words("Opening".into()));
        assert_eq!(newest.to, Value::Words("Opening ceremony".into()));
        assert_eq!(lines.last().expect("it was imported").deed.why, "import");
    });
}

#[test]
fn a_draft_that_would_not_fit_together_is_refused() {
    on_both(|store| {
        brought_in(store, &sheet("host.csv", &[OPENING]), &asked());
        let opening = session(store, "开幕式");
        let before = records(store);
        let nonsense = Edit {
            week: Some("test-week".into()),
            kind: Kind::Session,
            key: opening.key.to_string(),
            field: "speakers".into(),
            value: "nobody-of-this-key".into(),
            actor: lin(),
            why: "a mistake".into(),
        };
        let refused = edit(store, morning(), &nonsense);
        assert!(matches!(refused, Err(Failure::Refused(DraftRefusal::Unfit(_)))), "{refused:?}");
        assert_eq!(records(store), before);
    });
}

#[test]
fn two_editors_at_once_lose_nothing() {
    on_both(|store| {
        brought_in(store, &sheet("host.csv", &[OPENING, FORUM]), &asked());
        let keys = [session(store, "开幕式").key, session(store, "高峰论坛").key];
        std::thread::scope(|scope| {
            for key in &keys {
                scope.spawn(move || {
                    for round in 0..10 {
                        let change = Edit {
                            week: Some("test-week".into()),
                            kind: Kind::Session,
                            key: key.to_string(),
                            field: "title_en".into(),
                            value: format!("{key} {round}"),
                            actor: lin(),
                            why: "a race".into(),
                        };
                        while matches!(
                            edit(store, morning(), &change),
                            Err(Failure::Refused(DraftRefusal::Overtaken))
                        ) {}
                    }
                });
            }
        });
        for (title, key) in ["开幕式", "高峰论坛"].iter().zip(&keys) {
            assert_eq!(session(store, title).words("title_en"), format!("{key} 9"));
        }
        let lines = store.read(|read| journal::of_week(read, "test-week", None, u32::MAX));
        let lines: Vec<_> = lines.map_err(|error: StoreError| error).expect("a journal");
        assert_eq!(lines.iter().filter(|line| line.deed.why == "a race").count(), 20);
    });
}
