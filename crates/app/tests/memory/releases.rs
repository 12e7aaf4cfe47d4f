//! Freezing, going back, and what stays for ever.

use festoon_app::Failure;
use festoon_app::draft::OnMissing;
use festoon_app::releases::{
    ReleaseRefusal, difference, latest, past, recent, release, release_planned, roll_back,
};
use festoon_app::tasks::ReleaseAt;
use festoon_domain::programme::State;
use festoon_domain::record::What;
use festoon_store::Store;

use super::hosts::{asked, at, brought_in, lin, morning, on_both, sheet};

const OPENING: &str = "2021-06-21,09:00,10:00,开幕式,Opening,紫金山科技城,秦淮厅,创新办,林悦";
const FORUM: &str = "2021-06-21,10:30,12:00,高峰论坛,Summit forum,紫金山科技城,秦淮厅,创新办,顾明棠";

fn released(store: &Store) -> festoon_guide::frozen::Frozen {
    let standing = latest(store, &[]).expect("a database").new.pop().expect("a release");
    standing.frozen.expect("it can be read")
}

/// Title, start and state of everything public.
fn public(store: &Store) -> Vec<(String, String, State)> {
    let frozen = released(store);
    let programme = &frozen.records.programme;
    let mut all: Vec<_> = programme
        .each_occurrence()
        .map(|(id, occurrence)| {
            let title = programme.session_of(id).title.read(festoon_domain::text::Lang::Zh).to_owned();
            (title, occurrence.when.expect("a time").start().to_string(), occurrence.state)
        })
        .collect();
    all.sort_by(|a, b| a.1.cmp(&b.1));
    all
}

#[test]
fn a_release_is_numbered_dated_and_says_what_changed() {
    on_both(|store| {
        brought_in(store, &sheet("host.csv", &[OPENING, FORUM]), &asked());
        let first = release(store, morning(), &lin(), "test-week", "首次公布").expect("released");
        assert_eq!((first.row.number, first.row.at, first.row.rolled_back_to), (1, morning(), None));

        let again = release(store, morning(), &lin(), "test-week", "again");
        assert!(matches!(again, Err(Failure::Refused(ReleaseRefusal::NothingChanged(1)))), "{again:?}");

        let moved = OPENING.replace("09:00,10:00", "14:00,15:00");
        brought_in(store, &sheet("host.csv", &[&moved, FORUM]), &asked());
        let later = at("2021-06-11T02:00:00Z");
        let second = release(store, later, &lin(), "test-week", "开幕式改时间").expect("released");
        assert_eq!(second.row.number, 2);
        assert_eq!(second.changes.len(), 1);
        let (told, _) = difference(store, "test-week", 2, None).expect("a difference");
        assert_eq!(told, second.changes);
    });
}

#[test]
fn the_history_tells_everybody_what_changed_and_nobody_why() {
    use festoon_domain::record::Topic;
    use festoon_guide::imprint::About;

    on_both(|store| {
        brought_in(store, &sheet("host.csv", &[OPENING, FORUM]), &asked());
        release(store, morning(), &lin(), "test-week", "首次公布").expect("released");
        let moved = OPENING.replace("09:00,10:00", "14:00,15:00");
        brought_in(store, &sheet("host.csv", &[&moved, FORUM]), &asked());
        release(store, at("2021-06-11T02:00:00Z"), &lin(), "test-week", "领导要求").expect("released");

        let releases = recent(store, "test-week", 20).expect("a database");
        assert_eq!(releases.iter().map(|release| release.number).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(recent(store, "test-week", 1).expect("a database"), releases[..1]);
        let told: Vec<_> = releases.iter().map(|one| past(store, "test-week", *one).expect("told")).collect();
        let key = &released(store).records.programme.sessions[0].key;
        let [topic] = told[0].topics.as_slice() else { panic!("one kind of change: {told:?}") };
        assert_eq!((topic.topic, topic.count), (Topic::Moved, 1));
        assert_eq!(topic.lines[0].about, Some(About::Session(key.as_str().into())));
        assert!(topic.lines[0].text.read(festoon_domain::text::Lang::Zh).contains("开幕式"), "{topic:?}");
        assert!(told[1].topics.is_empty(), "before the first there was nothing to change");
        assert!(!format!("{told:?}").contains("领导要求"));
    });
}

#[test]
fn going_back_makes_a_new_number_and_leaves_the_draft_alone() {
    on_both(|store| {
        brought_in(store, &sheet("host.csv", &[OPENING]), &asked());
        release(store, morning(), &lin(), "test-week", "one").expect("released");
        let first = public(store);
        let moved = OPENING.replace("09:00,10:00", "14:00,15:00");
        brought_in(store, &sheet("host.csv", &[&moved, FORUM]), &asked());
        release(store, morning(), &lin(), "test-week", "two").expect("released");
        let draft = super::hosts::records(store);

        let back =
            roll_back(store, morning(), &lin(), "test-week", 1, "two was too early").expect("released");

        assert_eq!((back.row.number, back.row.rolled_back_to), (3, Some(1)));
        // What was published in between stays, as cancelled.
        let mut expected = first;
        expected.push(("高峰论坛".into(), "2021-06-21T02:30:00Z".into(), State::Cancelled));
        assert_eq!(public(store), expected);
        assert_eq!(super::hosts::records(store), draft);

        let nowhere = roll_back(store, morning(), &lin(), "test-week", 9, "a slip");
        assert!(matches!(nowhere, Err(Failure::Refused(ReleaseRefusal::NoSuchRelease(9, Some(3))))));
    });
}

#[test]
fn numbers_and_guids_stay_when_sessions_come_go_and_move() {
    on_both(|store| {
        brought_in(store, &sheet("host.csv", &[OPENING, FORUM]), &asked());
        release(store, morning(), &lin(), "test-week", "one").expect("released");
        let identities = |store: &Store| -> Vec<_> {
            let frozen = released(store);
            let programme = &frozen.records.programme;
            let mut all: Vec<_> = programme
                .each_occurrence()
                .map(|(id, one)| (programme.session_of(id).key.clone(), one.guid, one.number))
                .collect();
            all.sort();
            all
        };
        let before = identities(store);
        assert!(before.iter().all(|(_, _, number)| number.is_some()));

        let closing = "2021-06-25,16:00,17:00,闭幕式,Closing,紫金山科技城,秦淮厅,创新办,林悦";
        let moved = OPENING.replace("2021-06-21", "2021-06-22");
        let rows = sheet("host.csv", &[closing, &moved]);
        brought_in(store, &rows, &festoon_app::draft::Asked { on_missing: OnMissing::Withdraw, ..asked() });
        release(store, morning(), &lin(), "test-week", "two").expect("released");

        let after = identities(store);
        assert_eq!(after.len(), 3);
        assert!(before.iter().all(|one| after.contains(one)), "{before:?} {after:?}");
        assert!(
            public(store).iter().any(|(title, _, state)| title == "高峰论坛" && *state == State::Cancelled)
        );
    });
}

/// Asked for at ten, with blanks that nobody meant.
fn hour() -> ReleaseAt {
    let (reason, actor) = (" the opening ".into(), "Lin".into());
    ReleaseAt { week: "test-week".into(), at: morning(), reason, actor }
}

#[test]
fn a_planned_release_is_made_once_whatever_the_draft_has_become() {
    on_both(|store| {
        brought_in(store, &sheet("host.csv", &[OPENING]), &asked());
        let made = release_planned(store, morning(), &lin(), &hour()).expect("released");
        assert_eq!((made.row.number, made.row.reason.as_str()), (1, "the opening"));
        brought_in(store, &sheet("host.csv", &[OPENING, FORUM]), &asked());

        let again = release_planned(store, morning(), &lin(), &hour());

        assert!(matches!(again, Err(Failure::Refused(ReleaseRefusal::MadeAlready))), "{again:?}");
        release(store, morning(), &lin(), "test-week", "two").expect("the draft is there still");
    });
}

#[test]
fn several_who_make_a_planned_release_make_one() {
    on_both(|store| {
        brought_in(store, &sheet("host.csv", &[OPENING]), &asked());
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| match release_planned(store, morning(), &lin(), &hour()) {
                    Ok(_)
                    | Err(Failure::Refused(
                        ReleaseRefusal::MadeAlready | ReleaseRefusal::NothingChanged(1),
                    )) => {}
                    other => panic!("{other:?}"),
                });
            }
        });
        let rows = store.read(|read| festoon_store::releases::of_week(read, "test-week"));
        assert_eq!(rows.map_err(|error: festoon_store::StoreError| error).expect("releases").len(), 1);
    });
}

#[test]
fn a_clock_set_back_does_not_put_releases_out_of_order() {
    on_both(|store| {
        brought_in(store, &sheet("host.csv", &[OPENING]), &asked());
        let first = release(store, morning(), &lin(), "test-week", "one").expect("released");
        brought_in(store, &sheet("host.csv", &[OPENING, FORUM]), &asked());
        let earlier = at("2021-06-09T02:00:00Z");

        let second = release(store, earlier, &lin(), "test-week", "two").expect("released");

        assert!(second.row.at > first.row.at);
        assert_eq!(second.clock_behind.expect("it is told").as_hours(), 24);
    });
}

#[test]
fn many_who_release_at_once_get_numbers_without_gaps() {
    on_both(|store| {
        brought_in(store, &sheet("host.csv", &[OPENING]), &asked());
        release(store, morning(), &lin(), "test-week", "one").expect("released");
        for round in 0..5 {
            let rows: Vec<String> = (0..=round)
                .map(|day| {
                    OPENING
                        .replace("2021-06-21", &format!("2021-06-{}", 22 + day))
                        .replace("开幕式", &format!("第{day}场"))
                })
                .collect();
            let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
            brought_in(store, &sheet("more.csv", &rows), &asked());
            std::thread::scope(|scope| {
                for _ in 0..3 {
                    scope.spawn(|| release(store, morning(), &lin(), "test-week", "a race"));
                }
            });
        }
        let rows = store.read(|read| festoon_store::releases::of_week(read, "test-week"));
        let rows = rows.map_err(|error: festoon_store::StoreError| error).expect("releases");
        let numbers: Vec<u32> = rows.iter().rev().map(|row| row.number).collect();
        // Each round made one release: the losers found that nothing was left to release.
        assert_eq!(numbers, (1..=6).collect::<Vec<u32>>());
        let last = difference(store, "test-week", 6, None).expect("a difference").0;
        assert!(last.iter().any(|change| matches!(change.what, What::Added(_))));
    });
}
