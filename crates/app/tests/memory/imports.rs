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

fn take_file() -> festoon_app::draft::Asked {
    festoon_app::draft::Asked { on_conflict: OnConflict::TakeFile, ..asked() }
}

fn withdrawing() -> festoon_app::draft::Asked {
    festoon_app::draft::Asked { on_missing: OnMissing::Withdraw, ..asked() }
}

#[test]
fn a_conflict_stays_open_until_somebody_decides_and_a_decision_touches_nothing_else() {
    on_both(|store| {
        brought_in(store, &sheet("host.csv", &[OPENING, FORUM]), &asked());
        let (opening, forum) = (session(store, "开幕式"), session(store, "高峰论坛"));
        put_right(store, Kind::Session, &opening.key, "title_en", "Opening ceremony");
        put_right(store, Kind::Session, &forum.key, "title_en", "The summit");

        let other = sheet("host.csv", &[&OPENING.replace("Opening", "Grand opening"), FORUM]);
        for _ in 0..3 {
            assert_eq!(brought_in(store, &other, &asked()).conflicts.len(), 1);
        }
        assert_eq!(brought_in(store, &other, &take_file()).conflicts.len(), 1);

        assert_eq!(session(store, "开幕式").words("title_en"), "Grand opening");
        // The file never said anything new about the forum.
        assert_eq!(session(store, "高峰论坛").words("title_en"), "The summit");
        assert_eq!(brought_in(store, &other, &asked()).conflicts.len(), 0);
    });
}

#[test]
fn another_hosts_file_of_the_same_name_is_asked_about() {
    on_both(|store| {
        let closing = "2021-06-22,09:00,10:00,闭幕式,Closing,紫金山科技城,秦淮厅,创新办,林悦";
        brought_in(store, &sheet("日程.csv", &[OPENING, FORUM, closing]), &asked());
        let before = records(store);
        let others: Vec<String> = ["晚会", "市集", "夜跑"]
            .map(|title| OPENING.replace("开幕式", title).replace("Opening", title))
            .into();
        let others: Vec<&str> = others.iter().map(String::as_str).collect();

        let refused = import(store, morning(), &sheet("日程.csv", &others), &asked());

        let Err(Failure::Refused(DraftRefusal::AnotherOfThatName(name, 0))) = refused else {
            panic!("{refused:?}")
        };
        assert_eq!(name, "日程.csv");
        assert_eq!(records(store), before);
    });
}

#[test]
fn what_was_withdrawn_leaves_its_hour_to_others_and_comes_back_when_it_is_said_again() {
    on_both(|store| {
        brought_in(store, &sheet("host.csv", &[OPENING, FORUM]), &asked());
        let forum = session(store, "高峰论坛");
        brought_in(store, &sheet("host.csv", &[OPENING]), &withdrawing());
        // Once more, as it happens, and with something else at that hour.
        let other = FORUM.replace("高峰论坛,Summit forum", "生物医药,Biomedicine");
        brought_in(store, &sheet("host.csv", &[OPENING]), &asked());
        brought_in(store, &sheet("host.csv", &[OPENING, &other]), &asked());

        assert_ne!(session(store, "生物医药").key, forum.key);
        assert_eq!(occurrences(store, &forum)[0].words("state"), "cancelled");

        let back = brought_in(store, &sheet("host.csv", &[OPENING, &other, FORUM]), &asked());
        assert_eq!(back.conflicts.len(), 0);
        assert_eq!(occurrences(store, &session(store, "高峰论坛"))[0].words("state"), "");
    });
}

#[test]
fn sessions_of_one_title_keep_to_their_hosts_and_hours() {
    on_both(|store| {
        let tea = |host: &str, hall: &str, time: &str| {
            format!("2021-06-21,{time},茶歇,Tea,紫金山科技城,{hall},{host},")
        };
        let rows = [tea("创新办", "秦淮厅", "10:00,10:20"), tea("商会", "方山厅", "10:05,10:25")];
        brought_in(store, &sheet("host.csv", &[&rows[0], &rows[1]]), &asked());
        let identities = |store: &festoon_store::Store| -> Vec<Box<str>> {
            let mut all: Vec<Box<str>> = records(store)
                .into_iter()
                .filter(|record| matches!(record.kind, Kind::Session | Kind::Occurrence))
                .map(|record| record.key)
                .collect();
            all.sort();
            all
        };
        let before = identities(store);

        let later = [tea("商会", "方山厅", "10:15,10:35"), tea("创新办", "秦淮厅", "10:10,10:30")];
        let plan = brought_in(store, &sheet("host.csv", &[&later[0], &later[1]]), &asked());

        assert_eq!(identities(store), before);
        assert_eq!((plan.changes.len(), plan.missing.len()), (2, 0));
    });
}

#[test]
fn a_file_that_takes_anothers_place_twice_is_compared_with_what_it_said_itself() {
    on_both(|store| {
        let third = "2021-06-22,09:00,10:00,闭幕式,Closing,紫金山科技城,秦淮厅,创新办,林悦";
        brought_in(store, &sheet("旧.csv", &[OPENING, FORUM, third]), &asked());
        let replacing = festoon_app::draft::Asked { replaces: Some("旧.csv".into()), ..asked() };
        let second = OPENING.replace("Opening", "Second");
        brought_in(store, &sheet("新.csv", &[&second, FORUM, third]), &replacing);

        let again = import(store, morning(), &sheet("新.csv", &[&second, FORUM, third]), &replacing);
        assert!(matches!(again, Err(Failure::Refused(DraftRefusal::NeverCame(..)))), "{again:?}");
        let plan = brought_in(
            store,
            &sheet("新.csv", &[&OPENING.replace("Opening", "Third"), FORUM, third]),
            &asked(),
        );

        assert_eq!(plan.conflicts.len(), 0);
        assert_eq!(session(store, "开幕式").words("title_en"), "Third");
    });
}

#[test]
fn what_another_file_still_says_is_not_withdrawn() {
    on_both(|store| {
        let shared = |file: &str| {
            let text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//\r\nBEGIN:VEVENT\r\n\
                UID:22222222-2222-4222-8222-222222222222\r\nDTSTAMP:20210601T000000Z\r\nDTSTART:20210621T010000Z\r\n\
                DTEND:20210621T020000Z\r\nSUMMARY:Tour\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:OTHER\r\n\
                DTSTAMP:20210601T000000Z\r\nDTSTART:20210622T010000Z\r\nDTEND:20210622T020000Z\r\nSUMMARY:Walk\r\n\
                END:VEVENT\r\nEND:VCALENDAR\r\n";
            (file.to_owned(), text.to_owned())
        };
        let bring = |(name, text): (String, String)| {
            let file = festoon_exchange::NamedFile { name: name.as_str().into(), bytes: text.into_bytes() };
            festoon_app::draft::bring(&[file], &festoon_exchange::Options::default()).expect("it can be read")
        };
        let separate = festoon_app::draft::Asked { separate: Separate::Said, ..asked() };
        brought_in(store, &bring(shared("t.ics")), &separate);
        brought_in(store, &bring(shared("u.ics")), &separate);
        let (name, text) = shared("u.ics");
        let without = text.split_once("BEGIN:VEVENT").map(|(head, rest)| {
            let (_, other) = rest.split_once("END:VEVENT\r\n").expect("an end");
            format!("{head}{other}")
        });
        brought_in(store, &bring((name, without.expect("an event"))), &withdrawing());

        let tour =
            records(store).into_iter().find(|record| record.words("title_en") == "Tour").expect("kept");
        assert_eq!(occurrences(store, &tour)[0].words("state"), "");
    });
}

#[test]
fn one_programme_in_two_languages_becomes_one_in_both() {
    on_both(|store| {
        let xml = |title: &str, track: &str, person: &str, room: &str| {
            format!(
                "<schedule><conference><title>x</title><acronym>x</acronym><start>2021-06-21</start><end>2021-06-21</end>\
                 <days>1</days><time_zone_name>Asia/Shanghai</time_zone_name></conference><day index='1' date='2021-06-21'>\
                 <room name='{room}'><event id='1' guid='22222222-2222-4222-8222-222222222222'><date>2021-06-21T09:00:00+08:00</date>\
                 <start>09:00</start><duration>01:00</duration><title>{title}</title><track>{track}</track><persons>\
                 <person id='7'>{person}</person></persons></event></room></day></schedule>"
            )
        };
        let bring = |name: &str, text: String| {
            let file = festoon_exchange::NamedFile { name: name.into(), bytes: text.into_bytes() };
            festoon_app::draft::bring(&[file], &festoon_exchange::Options::default()).expect("it can be read")
        };
        brought_in(store, &bring("zh.xml", xml("开幕式", "主论坛", "林悦", "秦淮厅")), &asked());
        let plan = brought_in(
            store,
            &bring("en.xml", xml("Opening", "Main forum", "Lin Yue", "Qinhuai Hall")),
            &asked(),
        );

        assert_eq!(plan.conflicts.len(), 0, "{:?}", plan.conflicts);
        let named: Vec<(Kind, String, String)> = records(store)
            .iter()
            .filter(|record| matches!(record.kind, Kind::Person | Kind::Room | Kind::Session))
            .map(|record| {
                let name = |lang: &str| {
                    [record.words(&format!("name_{lang}")), record.words(&format!("title_{lang}"))].concat()
                };
                (record.kind, name("zh"), name("en"))
            })
            .collect();
        let expected = [
            (Kind::Room, "秦淮厅", "Qinhuai Hall"),
            (Kind::Person, "林悦", "Lin Yue"),
            (Kind::Session, "开幕式", "Opening"),
        ];
        assert_eq!(named, expected.map(|(kind, zh, en)| (kind, zh.to_owned(), en.to_owned())));
    });
}

#[test]
fn papers_that_are_handed_in_at_once_are_all_kept() {
    use festoon_app::draft::{Attachment, attach};
    use festoon_app::uploads::{Hash, Kept, MediaType};

    on_both(|store| {
        brought_in(store, &sheet("host.csv", &[OPENING]), &asked());
        let opening = session(store, "开幕式");
        std::thread::scope(|scope| {
            for paper in 0..6_u8 {
                let owner = (Kind::Session, opening.key.to_string());
                scope.spawn(move || {
                    let kept =
                        Kept { hash: Hash::of(&[paper]), media_type: MediaType::Pdf, bytes: 1, pixels: None };
                    let attachment = Attachment {
                        week: Some("test-week".into()),
                        owner,
                        kept,
                        name: format!("{paper}.pdf"),
                        title: format!("背景；资料; {paper}"),
                        actor: lin(),
                    };
                    attach(store, morning(), &attachment).expect("attached");
                });
            }
        });
        let Value::List(papers) = session(store, "开幕式").value("references").clone() else {
            panic!("no papers")
        };
        assert_eq!(papers.len(), 6, "{papers:?}");
        let rows = store.read(|read| festoon_store::uploads::of_week(read, "test-week"));
        assert_eq!(rows.map_err(|error: StoreError| error).expect("uploads").len(), 6);
    });
}
