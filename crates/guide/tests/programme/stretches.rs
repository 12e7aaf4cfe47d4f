//! A day that is too long for one page.

use festoon_domain::programme::{Activity, ActivityId, Occurrence, SessionId, Span};
use festoon_domain::text::Lang;
use festoon_guide::filter::Filter;
use festoon_guide::guide::MOST_LINES;
use festoon_guide::pages;
use festoon_guide::url::Page;
use festoon_testkit::TestWeek;
use jiff::SignedDuration;
use jiff::civil::date;

use crate::{AT_NINE, any_guides, attribute, guide_of, long_day};

#[test]
fn every_session_of_a_day_is_on_exactly_one_of_its_pages() {
    for guide in any_guides() {
        for day in guide.days() {
            let mut links = Vec::new();
            for at in 0..day.stretches.len().max(1) {
                let html = pages::render(&guide, Lang::Zh, day.page_of_stretch(at)).expect("its own page");
                let listed = html.split("<ol class=\"timetable\">").nth(1).unwrap_or_default();
                let listed = listed.split("</ol>").next().expect("split gives one");
                let of_page: Vec<String> = listed
                    .split("<p class=\"line-title\">")
                    .skip(1)
                    .map(|line| attribute(line, "href")[0].clone())
                    .collect();
                assert!(of_page.len() <= MOST_LINES);
                links.extend(of_page);
            }
            let expected: Vec<String> = (day.occurrences.iter())
                .map(|&id| guide.address(Page::Session(&guide.programme().session_of(id).key), Lang::Zh))
                .collect();
            assert_eq!(links, expected, "{}", day.date);
        }
    }
}

#[test]
fn a_long_day_is_cut_where_nothing_begins_and_only_one_instant_is_cut_by_number() {
    let guide = guide_of(long_day());
    let day = guide.day(date(2021, 6, 22)).expect("the long day");
    let words: Vec<&str> = day.stretches.iter().map(|stretch| stretch.word.as_str()).collect();
    assert_eq!(words, ["0900", "0900-2", "0900-3", "1100", "1400", "1700", "2000"]);
    let lengths: Vec<usize> = day.stretches.iter().map(|stretch| stretch.lines.len()).collect();
    assert_eq!(lengths.iter().sum::<usize>(), 960);
    assert_eq!(lengths[0] + lengths[1], 300);
    assert!(lengths[2] > AT_NINE - 300, "what is left of nine o'clock shares its page: {lengths:?}");
}

#[test]
fn any_clock_leads_to_the_page_it_falls_into() {
    let guide = guide_of(long_day());
    let long = date(2021, 6, 22);
    let at = |word| guide.stretch_at(long, word);
    assert_eq!(at("0900"), Some(Page::Day(long)));
    assert_eq!(at("0700"), Some(Page::Day(long)));
    assert_eq!(at("1100"), Some(Page::Stretch(long, "1100")));
    assert_eq!(at("1359"), Some(Page::Stretch(long, "1100")));
    assert_eq!(at("2359"), Some(Page::Stretch(long, "2000")));
    assert_eq!(at("0900-9"), Some(Page::Stretch(long, "0900-3")));
    assert_eq!(at("2460"), None);
    assert_eq!(at("grid"), None);
    let short = guide_of(TestWeek::new().session("a").at("2021-06-22 09:00", "10:00").build());
    assert_eq!(short.stretch_at(long, "0930"), Some(Page::Day(long)));
    assert_eq!(short.stretch_at(date(2020, 1, 1), "0930"), None);
}

#[test]
fn a_clock_that_strikes_twice_names_two_stretches() {
    // In Berlin the hour from two to three came twice on this day: 200 sessions begin in each.
    let mut programme = TestWeek::in_zone("Europe/Berlin").build();
    programme.week.first_day = date(2021, 10, 31);
    programme.week.last_day = date(2021, 10, 31);
    let mut week = TestWeek::new();
    let keys: Vec<String> = (0..400).map(|at| format!("s{at}")).collect();
    for (at, key) in keys.iter().enumerate() {
        week = week.session(key);
        // 08:30 and 09:30 in Shanghai.
        week = if at < 200 {
            week.at("2021-10-31 08:30", "08:40")
        } else {
            week.at("2021-10-31 09:30", "09:40")
        };
    }
    let week = week.build();
    let guide = guide_of(festoon_domain::programme::Programme { week: programme.week, ..week });
    let day = guide.day(date(2021, 10, 31)).expect("the day of two clocks");
    let words: Vec<&str> = day.stretches.iter().map(|stretch| stretch.word.as_str()).collect();
    assert_eq!(words, ["0230", "0230-2", "0230-3", "0230-4"]);
    for at in 1..4 {
        assert!(pages::render(&guide, Lang::En, day.page_of_stretch(at)).is_some());
    }
}

#[test]
fn pages_stay_small_however_large_the_week() {
    let mut programme = long_day();
    let one_day = (programme.sessions.clone(), programme.occurrences.clone());
    let activity = programme.activities[0].clone();
    (programme.sessions, programme.occurrences) = (Vec::new(), Vec::new());
    for copy in 0..50_u32 {
        let first = copy * 960;
        for (session, occurrence) in one_day.0.iter().zip(&one_day.1) {
            let mut session = session.clone();
            session.key = format!("{}-{copy}", session.key);
            session.activity = Some(ActivityId(first / 16 + occurrence.session.0 % 60));
            programme.sessions.push(session);
            let later = SignedDuration::from_hours(24 * i64::from(copy % 6));
            let when = occurrence.when.and_then(|span| Span::new(span.start() + later, span.end() + later));
            let session = SessionId(first + occurrence.session.0);
            programme.occurrences.push(Occurrence {
                session,
                when,
                number: None,
                slug: None,
                ..occurrence.clone()
            });
        }
    }
    let activities = (0..3000).map(|at| Activity { key: format!("forum-{at}"), ..activity.clone() });
    programme.activities = activities.collect();
    let guide = guide_of(programme);
    let day = guide.day(date(2021, 6, 23)).expect("a day of eight thousand");
    assert_eq!(day.occurrences.len(), 8640);

    let panels = Filter::parse("kind=panel&language=en", &guide).expect("the guide has both");
    let filtered = pages::filtered_day(&guide, Lang::Zh, day.date, &panels).expect("it has the day");
    let overview = pages::filtered_programme(&guide, Lang::Zh, &panels);
    let whole = [Page::Programme, Page::Day(day.date), day.page_of_stretch(30), Page::Grid(day.date)];
    let whole = whole.map(|page| pages::render(&guide, Lang::Zh, page).expect("it has it"));
    let sizes: Vec<usize> = whole.iter().chain([&filtered, &overview]).map(String::len).collect();
    assert!(sizes.iter().all(|size| *size < 350_000), "{sizes:?}");
}
