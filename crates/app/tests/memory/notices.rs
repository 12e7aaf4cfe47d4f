//! Notices as the office posts, withdraws and lists them.

use festoon_app::Failure;
use festoon_app::notices::{Asked, NoticeRefusal, Until, all, post, standing, withdraw};
use festoon_domain::text::Lang;
use festoon_store::Store;
use festoon_store::notices::NoticeRow;
use jiff::Timestamp;

use super::hosts::{asked as import, at, brought_in, lin, morning, on_both, sheet};

const OPENING: &str = "2021-06-21,09:00,10:00,开幕式,Opening,紫金山科技城,秦淮厅,创新办,林悦";

fn storm() -> Asked {
    Asked {
        week: "test-week".into(),
        zh: " 台风预警：\n户外活动暂停。 ".into(),
        en: "Typhoon warning:\toutdoor events are suspended.".into(),
        until: None,
        actor: lin(),
    }
}

fn posted(store: &Store, asked: &Asked) -> NoticeRow {
    post(store, morning(), asked).unwrap_or_else(|failure| panic!("{failure:?}"))
}

fn refused<T: std::fmt::Debug>(outcome: Result<T, Failure<NoticeRefusal>>) -> NoticeRefusal {
    match outcome {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

/// The numbers of what is to be read, and since when.
fn over(store: &Store, now: Timestamp) -> Option<(Vec<u32>, Timestamp)> {
    let over = standing(store, now).expect("a database").remove("test-week")?;
    Some((over.notices.iter().map(|notice| notice.number).collect(), over.changed))
}

#[test]
fn a_notice_stands_from_when_it_is_posted_until_it_ends_or_is_withdrawn() {
    on_both(|store| {
        brought_in(store, &sheet("host.csv", &[OPENING]), &import());
        assert_eq!(over(store, morning()), None);

        let lasting = posted(store, &storm());
        let six: jiff::civil::DateTime = "2021-06-10 18:00".parse().expect("a time");
        let ending = posted(store, &Asked { until: Some(Until::Local(six)), ..storm() });

        let wordings = Lang::BOTH.map(|lang| lasting.notice.text.wording(lang).to_owned());
        assert_eq!(wordings, ["台风预警： 户外活动暂停。", "Typhoon warning: outdoor events are suspended."]);
        let end = at("2021-06-10T10:00:00Z");
        assert_eq!(ending.notice.ends, Some(end), "six o'clock is said on the week's clocks");
        assert_eq!(over(store, morning()), Some((vec![2, 1], morning())));
        assert_eq!(over(store, end), Some((vec![1], end)));

        let later = at("2021-06-10T11:00:00Z");
        let withdrawn = withdraw(store, later, &lin(), "test-week", 1).expect("it stood");
        assert_eq!(withdrawn.withdrawn, Some((later, "Lin".into())));
        assert_eq!(over(store, later), Some((vec![], later)));
        let listed = all(store, None).expect("there is a current week");
        assert_eq!((listed.week.as_str(), listed.notices), ("test-week", vec![ending, withdrawn]));
    });
}

#[test]
fn what_cannot_be_a_notice_is_refused_with_what_would_be_right_and_leaves_nothing() {
    on_both(|store| {
        brought_in(store, &sheet("host.csv", &[OPENING]), &import());
        let try_to = |asked: Asked| refused(post(store, morning(), &asked));

        let nowhere = try_to(Asked { week: "elsewhere".into(), ..storm() });
        assert_eq!(nowhere, NoticeRefusal::NoSuchWeek("elsewhere".into(), vec!["test-week".into()]));
        assert_eq!(try_to(Asked { zh: " \n".into(), ..storm() }), NoticeRefusal::Missing(Lang::Zh));
        assert_eq!(try_to(Asked { en: String::new(), ..storm() }), NoticeRefusal::Missing(Lang::En));
        let long = Asked { zh: "风".repeat(501), ..storm() };
        assert_eq!(try_to(long), NoticeRefusal::TooLong(Lang::Zh, 501));
        let past = Asked { until: Some(Until::Instant(morning())), ..storm() };
        assert_eq!(try_to(past), NoticeRefusal::Past(morning()));
        let none = refused(withdraw(store, morning(), &lin(), "test-week", 1));
        assert_eq!(none, NoticeRefusal::NoSuchNotice(1, None));
        assert!(all(store, None).expect("a week").notices.is_empty());

        posted(store, &Asked { zh: "风".repeat(500), ..storm() });
        withdraw(store, morning(), &lin(), "test-week", 1).expect("it stood");
        let again = refused(withdraw(store, morning(), &lin(), "test-week", 1));
        assert_eq!(again, NoticeRefusal::WithdrawnAlready(1, morning(), "Lin".into()));
        let other = refused(withdraw(store, morning(), &lin(), "test-week", 2));
        assert_eq!(other, NoticeRefusal::NoSuchNotice(2, Some(1)));
        assert_eq!(posted(store, &storm()).notice.number, 2, "a number is never given again");
    });
}

#[test]
fn every_refusal_has_a_sentence_in_each_language() {
    let refusals = [
        NoticeRefusal::NoSuchWeek("a".into(), Vec::new()),
        NoticeRefusal::NoSuchWeek("a".into(), vec!["b".into()]),
        NoticeRefusal::Missing(Lang::Zh),
        NoticeRefusal::TooLong(Lang::En, 501),
        NoticeRefusal::Past(morning()),
        NoticeRefusal::NoTime,
        NoticeRefusal::NoSuchNotice(3, Some(2)),
        NoticeRefusal::WithdrawnAlready(3, morning(), "Lin".into()),
    ];
    for refusal in refusals {
        assert!(refusal.sentence(Lang::Zh).ends_with('。'), "{}", refusal.sentence(Lang::Zh));
        assert!(refusal.sentence(Lang::En).ends_with('.'), "{}", refusal.sentence(Lang::En));
    }
}
