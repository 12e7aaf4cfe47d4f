//! Plans that visitors publish for their calendars.

use festoon_app::Failure;
use festoon_app::plans::{
    Asked, Found, MOST_LIVE, PlanRefusal, Until, calendar, copy, delete, edition, publish, sweep,
};
use festoon_app::releases::{latest, release};
use festoon_domain::text::Lang;
use festoon_guide::{Guide, Imprint, Origin, Release};
use festoon_store::{Store, StoreError, copy as copying};
use jiff::{SignedDuration, Timestamp};

use super::hosts::{asked as import, at, brought_in, lin, morning, on_both, sheet};

const OPENING: &str = "2021-06-21,09:00,10:00,开幕式,Opening,紫金山科技城,秦淮厅,创新办,林悦";
const FORUM: &str = "2021-06-21,10:30,12:00,高峰论坛,Summit forum,紫金山科技城,秦淮厅,创新办,顾明棠";

/// The newest release as the shelf has it.
fn shown(store: &Store) -> Guide {
    let standing = latest(store, &[]).expect("a database").new.pop().expect("a release");
    let release = Release { number: standing.row.number, at: standing.row.at };
    let imprint = Imprint::of_release(Origin(Some("https://week.example.org".into())), "test-week", release);
    Guide::of(standing.frozen.expect("it can be read"), imprint)
}

fn released(store: &Store, rows: &[&str]) -> Guide {
    brought_in(store, &sheet("host.csv", rows), &import());
    release(store, morning(), &lin(), "test-week", "a test").expect("released");
    shown(store)
}

fn number(guide: &Guide, title: &str) -> u32 {
    let programme = guide.programme();
    let found =
        programme.each_occurrence().find(|(id, _)| programme.session_of(*id).title.read(Lang::En) == title);
    found.and_then(|(_, one)| one.number).expect("it has a number").into()
}

/// Chance that counts: 1, 2, 3.
fn counting() -> impl Fn(&mut [u8]) {
    let count = std::cell::Cell::new(0);
    move |bytes| {
        count.set(count.get() + 1);
        bytes.fill(count.get());
    }
}

fn asked(numbers: &[u32]) -> Asked {
    Asked { numbers: numbers.to_vec(), lang: Lang::En, until: Until::Days7 }
}

#[test]
fn a_published_plan_is_had_until_it_is_deleted_with_its_secret() {
    on_both(|store| {
        let guide = released(store, &[OPENING, FORUM]);
        let forum = number(&guide, "Summit forum");
        let published =
            publish(store, morning(), &counting(), &guide, &asked(&[forum, forum])).expect("published");
        assert_eq!(
            (published.key.as_str(), published.secret.as_str()),
            (&*"01".repeat(16), &*"02".repeat(16))
        );
        assert_eq!(published.numbers, [forum]);

        let Ok(Found::Copy(kept)) = copy(store, morning(), &published.key) else { panic!("it is there") };
        assert_ne!(kept.secret_hash, published.secret, "whoever reads the database can delete nothing");
        let text =
            String::from_utf8(calendar(&guide, kept.numbers.into(), kept.lang).expect("it has a time"));
        let text = text.expect("a text");
        assert!(text.contains(":Summit forum\r\n") && !text.contains(":Opening\r\n"), "{text}");
        assert!(text.contains("https://week.example.org/w/test-week/en/sessions/"), "{text}");

        assert_eq!(delete(store, &published.key, "ff"), Ok(false));
        assert_eq!(delete(store, &published.key, &published.secret), Ok(true));
        assert_eq!(delete(store, &published.key, &published.secret), Ok(false));
        assert_eq!(copy(store, morning(), &published.key), Ok(Found::Nothing));
    });
}

#[test]
fn a_published_plan_tells_what_the_newest_release_says() {
    on_both(|store| {
        let guide = released(store, &[OPENING]);
        let opening = number(&guide, "Opening");
        let before = calendar(&guide, [opening].into(), Lang::En).expect("it has a time");
        let after = released(store, &[&OPENING.replace("09:00,10:00", "14:00,15:00")]);
        let after = calendar(&after, [opening].into(), Lang::En).expect("it has a time");
        let says = |bytes: &[u8], words: &str| String::from_utf8_lossy(bytes).contains(words);
        assert!(says(&before, "T090000") && says(&after, "T140000") && !says(&after, "T090000"));
    });
}

#[test]
fn a_published_plan_is_called_a_plan_and_is_no_other_calendar() {
    on_both(|store| {
        let guide = released(store, &[OPENING, FORUM]);
        let line = |of: &str, lang: Lang, name: &str| {
            let text = calendar(&guide, [number(&guide, of)].into(), lang).expect("it can be written");
            let text = String::from_utf8(text).expect("a text");
            text.lines().find_map(|line| line.strip_prefix(name).map(str::to_owned)).expect("it is there")
        };
        assert!(line("Opening", Lang::Zh, "X-WR-CALNAME:").starts_with("我的日程 · "));
        assert!(line("Opening", Lang::En, "X-WR-CALNAME:").starts_with("My plan · "));
        assert_ne!(line("Opening", Lang::En, "UID:"), line("Summit forum", Lang::En, "UID:"));
    });
}

#[test]
fn whether_a_calendar_may_be_new_is_known_without_writing_it() {
    on_both(|store| {
        let guide = released(store, &[OPENING, FORUM]);
        let first = edition(&guide, &[1], Lang::En);
        assert_eq!(first, edition(&shown(store), &[1], Lang::En));
        assert_ne!(first, edition(&guide, &[2], Lang::En));
        assert_ne!(first, edition(&guide, &[1], Lang::Zh));
        let after = released(store, &[&OPENING.replace("09:00,10:00", "14:00,15:00"), FORUM]);
        assert_ne!(first, edition(&after, &[1], Lang::En));
    });
}

#[test]
fn a_week_has_room_for_so_many_copies_and_for_one_more_when_one_has_expired() {
    on_both(|store| {
        let guide = released(store, &[OPENING]);
        let (chance, opening) = (counting(), number(&guide, "Opening"));
        let try_to = |now: Timestamp| publish(store, now, &chance, &guide, &asked(&[opening]));
        let first = try_to(morning()).expect("published");
        let table = copying::tables().iter().find(|table| table.name == "plan_copy").expect("it is there");
        let (made, expires) = (morning().as_microsecond(), (first.expires + days(1)).as_microsecond());
        let row = |n: u64| {
            let words = [format!("{n:032x}"), "s".into(), "test-week".into(), "[1]".into(), "en".into()];
            let times = [made, expires].map(Into::into);
            words.into_iter().map(Into::into).chain(times).collect()
        };
        let rows: Vec<Vec<_>> = (1..MOST_LIVE).map(row).collect();
        let put: Result<u64, StoreError> = store.write(move |tx| copying::put(tx, table, &rows));
        assert_eq!(put, Ok(MOST_LIVE - 1));

        assert_eq!(try_to(morning()), Err(Failure::Refused(PlanRefusal::Full)));
        assert!(try_to(first.expires).is_ok());
    });
}

const fn days(days: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * days)
}

#[test]
fn it_is_to_be_had_for_as_long_as_was_asked_and_then_goes_for_good() {
    on_both(|store| {
        let guide = released(store, &[OPENING]);
        let opening = number(&guide, "Opening");
        let chance = counting();
        let expires = |now: Timestamp, until: Until| {
            let asked = Asked { until, ..asked(&[opening]) };
            publish(store, now, &chance, &guide, &asked).expect("published").expires
        };
        let over = at("2021-06-21T16:00:00Z");
        assert_eq!(expires(morning(), Until::AfterTheWeek), over + days(30));
        let later = at("2023-01-01T00:00:00Z");
        assert_eq!(
            expires(later, Until::AfterTheWeek),
            later + days(30),
            "a week that is over has no end to come"
        );
        let early = at("2019-01-01T00:00:00Z");
        assert_eq!(expires(early, Until::AfterTheWeek), early + days(400), "nothing is kept for longer");
        assert_eq!(expires(morning(), Until::Days30), morning() + days(30));

        let week = publish(store, morning(), &chance, &guide, &asked(&[opening])).expect("published");
        assert_eq!(week.expires, morning() + days(7));
        assert_eq!(copy(store, week.expires, &week.key), Ok(Found::Over));
        sweep(store, week.expires).expect("a database");
        assert_eq!(copy(store, week.expires, &week.key), Ok(Found::Nothing));
    });
}

#[test]
fn what_no_release_has_too_much_and_nothing_are_refused() {
    on_both(|store| {
        let guide = released(store, &[OPENING]);
        let chance = counting();
        let try_to = |numbers: &[u32]| match publish(store, morning(), &chance, &guide, &asked(numbers)) {
            Err(Failure::Refused(refusal)) => refusal,
            other => panic!("{other:?}"),
        };
        assert_eq!(try_to(&[]), PlanRefusal::Nothing);
        let many: Vec<u32> = (1..=501).collect();
        assert_eq!(try_to(&many), PlanRefusal::TooMany);
        assert_eq!(try_to(&[0, u32::MAX]), PlanRefusal::Unknown(vec![0, u32::MAX]));
        let opening = number(&guide, "Opening");
        let without = publish(store, morning(), &|_: &mut [u8]| {}, &guide, &asked(&[opening]));
        assert_eq!(without, Err(Failure::Refused(PlanRefusal::NoChance)));
    });
}
