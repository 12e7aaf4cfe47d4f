//! Days of meetings: small ones, broken ones, and the public ones.

use festoon_domain::text::Lang;

use super::*;

const SMALL: &str = "% three who meet\n\
    nBusiness = 3;\nnMeetings = 2;\nnTables = 1;\nnTotalSlots = 4;\nnMorningSlots = 2;\n\
    requested = [|1, 2, 1\n, |\n1, 3, 3 |];\n\
    meetingsxBusiness = [{1,2,3}, {1,2}, {1,3}];\nnMeetingsBusiness = [2,1,1];\n\
    forbidden = [{0}, {0,2,3}, {}];\nfixed = [0, 4];\nprecedences = [{}, {1}]; /* the first first */\n";

fn read_text(text: &str) -> Result<MeetingDay, (Spot, MeetingFault)> {
    let file = NamedFile { name: "day.dzn".into(), bytes: text.as_bytes().to_vec() };
    read(&file).map_err(|refusal| match refusal.reason {
        Reason::Meetings(fault) => (refusal.spot, *fault),
        reason => panic!("another reason: {reason:?}"),
    })
}

fn small() -> MeetingDay {
    let meeting = |other, when, fixed| Meeting { one: 0, other, when, fixed };
    MeetingDay {
        tables: 1,
        slots: 4,
        morning: 2,
        participants: vec![Participant::default(), Participant { away: vec![1, 2] }, Participant::default()],
        meetings: vec![meeting(1, When::Morning, None), meeting(2, When::Any, Some(3))],
        order: vec![(0, 1)],
    }
}

#[test]
fn a_day_is_read_from_one_and_kept_from_nought() {
    assert_eq!(read_text(SMALL), Ok(small()));
}

#[test]
fn an_array_with_its_size_is_the_same_table() {
    let text = SMALL.replace("[|1, 2, 1\n, |\n1, 3, 3 |]", "array2d(1..2, 1..3, [1,2,1,\n1,3,3])");
    assert_eq!(read_text(&text), Ok(small()));
}

#[test]
fn what_does_not_fit_is_told_with_its_line() {
    let cases: [(&str, &str, u32, MeetingFault); 11] = [
        ("nTables = 1;", "", 1, MeetingFault::Missing("nTables")),
        ("nTables = 1;", "nTables = 1;nTables = 2;", 4, MeetingFault::Twice("nTables".into())),
        (
            "nTables = 1;",
            "nTables = 0;",
            4,
            MeetingFault::Bounds { name: "nTables", number: 0, least: 1, most: 10_000 },
        ),
        (
            "nTables = 1;",
            "nTables = one;",
            4,
            MeetingFault::Expected { stood: "one;".into(), right: "a whole number" },
        ),
        (
            "nMorningSlots = 2",
            "nMorningSlots = 5",
            6,
            MeetingFault::Bounds { name: "nMorningSlots", number: 5, least: 0, most: 4 },
        ),
        ("1, 3, 3", "1, 4, 3", 9, MeetingFault::Bounds { name: "requested", number: 4, least: 1, most: 3 }),
        ("1, 3, 3", "1, 1, 3", 9, MeetingFault::Alone(1)),
        ("1, 3, 3", "1, 3", 9, MeetingFault::Count { name: "requested", parts: 2, right: 3 }),
        ("nMeetings = 2", "nMeetings = 3", 7, MeetingFault::Count { name: "requested", parts: 2, right: 3 }),
        ("[2,1,1]", "[2,2,1]", 11, MeetingFault::Disagrees("nMeetingsBusiness", 2)),
        ("{1,2}, {1,3}", "{1,2}, {1,2}", 10, MeetingFault::Disagrees("meetingsxBusiness", 3)),
    ];
    let number = MeetingFault::Expected { stood: String::new(), right: "a whole number" };
    assert_eq!(number.sentence(Lang::Zh), "这里什么也没有，应为整数。");
    let end = MeetingFault::Expected { stood: "one;".into(), right: "a comma or ]" };
    assert_eq!(end.sentence(Lang::Zh), "这里是「one;」，应为逗号或 ]。");
    for (right, wrong, line, fault) in cases {
        let text = SMALL.replace(right, wrong);
        assert_eq!(read_text(&text), Err((Spot::Line(line), fault)), "{wrong}");
    }
}

#[test]
fn a_range_that_is_too_long_is_refused_before_it_is_made() {
    let text = format!("forbidden = [1..{}];", i64::MAX);
    assert_eq!(read_text(&text), Err((Spot::Line(1), MeetingFault::TooMany(2_000_000))));
}

#[test]
fn every_public_day_is_read() {
    let stated = std::env::var("FESTOON_REAL_DATA").unwrap_or_else(|_| "../shared/data".into());
    let folder = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(stated);
    let Ok(files) = std::fs::read_dir(folder.join("timetable/b2b")) else {
        println!("skipped: timetable/b2b is not under FESTOON_REAL_DATA");
        return;
    };
    for path in files.flatten().map(|file| file.path()) {
        let bytes = std::fs::read(&path).expect("a file");
        let day = read(&NamedFile { name: path.display().to_string().into(), bytes }).expect("a day");
        assert!(day.meetings.len() > 100, "{}", path.display());
    }
}
