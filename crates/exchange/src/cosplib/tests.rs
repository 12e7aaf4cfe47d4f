//! A small conference, and everything that can be wrong with it, one thing at a time.

use rust_xlsxwriter::Workbook;

use super::*;

/// Cells by sheet; what is a number is written as one.
type Sheets = Vec<(&'static str, Vec<Vec<&'static str>>)>;

/// Two sessions, two rooms, two tracks, three submissions.
fn small() -> Sheets {
    let parameters = vec![
        vec!["Sessions", "", "", "Weights", ""],
        vec!["Local time zone:", "GMT+8", "", "Tracks_Sessions|Penalty:", "1"],
        vec!["Suitable scheduling times", "", "", "Tracks_Rooms|Penalty:", "2"],
        vec!["From:", "09:30", "", "Sessions_Rooms|Penalty:", "3"],
        vec!["To:", "21:30", "", "Similar Tracks:", "4"],
        vec!["Less suitable scheduling times", "", "", "Number of Rooms per Track:", "5"],
        vec!["From:", "07:00", "", "Parallel Tracks:", "6"],
        vec!["To:", "23:00", "", "Consecutive Tracks:", "7"],
        vec!["Penalty:", "1", "", "Submissions_Timezones:", "8"],
        vec!["Unsuitable scheduling times", "", "", "Submissions Order:", "9"],
        vec!["Penalty:", "10", "", "Submissions_Sessions|Penalty:", "10"],
        vec!["", "", "", "Submissions_Rooms|Penalty:", "11"],
        vec!["", "", "", "Presenters Conflicts:", "12"],
        vec!["", "", "", "Attendees Conflicts:", "13"],
        vec!["", "", "", "Chairs Conflicts:", "14"],
        vec!["", "", "", "Presenters Conflicts Timeslot Level:", "15"],
        vec!["", "", "", "Attendees Conflicts Timeslot Level:", ""],
    ];
    let submissions = vec![
        vec![
            "Reference",
            "Track",
            "Required Timeslots",
            "Order",
            "Time Zone",
            "Presenters",
            "Attendees",
            "Mon",
            "Tue",
            "Hall",
            "Loft",
        ],
        vec!["S1", "Ants", "2", "1", "GMT+8", "Ada, Wei", "", "", "1", "", ""],
        vec!["S2", "Ants", "1", "0", "GMT-4", "Ada", "Wei", "", "", "2", ""],
        vec!["", "", "", "", "", "", "", "", "", "", ""],
        vec!["S3", "Bees ", "1", "0", "Europe/London", "", "Ada,Ada", "3", "", "", ""],
    ];
    vec![
        ("parameters", parameters),
        ("submissions", submissions),
        ("tracks", vec![vec!["Tracks", "Chairs"], vec!["Ants", "Lin"], vec!["Bees ", "Lin, Otto"]]),
        (
            "sessions",
            vec![
                vec!["Sessions", "Max Number of Timeslots", "Date", "Start Time", "End Time"],
                vec!["Mon", "2", "2021-07-28", "09:30", "10:30"],
                vec!["Tue", "3", "2021-07-29", "12:00:00", "22:00"],
            ],
        ),
        ("rooms", vec![vec!["Rooms"], vec!["Hall"], vec!["Loft"]]),
        (
            "tracks_sessions|penalty",
            vec![vec!["", "Tue", "Mon"], vec!["Bees", "7", ""], vec!["Ants", "", "8"]],
        ),
        ("tracks_rooms|penalty", vec![vec!["", "Hall", "Loft"], vec!["Ants", "1"], vec!["Bees"]]),
        ("similar tracks", vec![vec!["", "Bees", "Ants"], vec!["Bees", "5", "20"], vec!["Ants"]]),
        ("sessions_rooms|penalty", vec![vec!["", "Hall", "Loft"], vec!["Mon", "", "6"], vec!["Tue"]]),
    ]
}

fn workbook(sheets: &Sheets) -> NamedFile {
    let mut workbook = Workbook::new();
    for (name, rows) in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(*name).expect("a name");
        for (row, cells) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(cells) {
                match cell.parse::<f64>() {
                    Ok(number) => sheet.write_number(row, column, number).expect("a cell"),
                    Err(_) => sheet.write_string(row, column, *cell).expect("a cell"),
                };
            }
        }
    }
    NamedFile { name: "c.xlsx".into(), bytes: workbook.save_to_buffer().expect("a workbook") }
}

/// The small conference with another value in one cell, as the program counts rows and columns.
fn with(sheet: &str, row: usize, column: usize, value: &'static str) -> Sheets {
    let mut sheets = small();
    let (_, rows) = sheets.iter_mut().find(|(name, _)| *name == sheet).expect("a sheet");
    if rows.len() < row {
        rows.resize(row, Vec::new());
    }
    let cells = &mut rows[row - 1];
    if cells.len() < column {
        cells.resize(column, "");
    }
    cells[column - 1] = value;
    sheets
}

fn refused(sheets: &Sheets) -> (Spot, ConferenceFault) {
    let refusal = read(&workbook(sheets)).expect_err("refused");
    match refusal.reason {
        Reason::Conference(fault) => (refusal.spot, *fault),
        reason => panic!("another reason: {reason:?}"),
    }
}

fn names(all: &[&str]) -> Vec<Box<str>> {
    all.iter().map(|name| (*name).into()).collect()
}

#[test]
fn a_conference_is_read_by_its_headings() {
    let file = workbook(&small());
    assert!(is_conference(&file));
    let conference = read(&file).expect("a conference");

    assert_eq!(conference.rooms, names(&["Hall", "Loft"]));
    assert_eq!(
        conference.sessions,
        [
            Session { name: "Mon".into(), slots: 2, rooms: vec![0, 6] },
            Session { name: "Tue".into(), slots: 3, rooms: vec![0, 0] },
        ]
    );
    assert_eq!(
        conference.tracks,
        [
            Track { name: "Ants".into(), chairs: names(&["Lin"]), sessions: vec![8, 0], rooms: vec![1, 0] },
            Track {
                name: "Bees ".into(),
                chairs: names(&["Lin", "Otto"]),
                sessions: vec![0, 7],
                rooms: vec![0, 0]
            },
        ]
    );
    assert_eq!(conference.similar, [(0, 1, 20)]);
    assert_eq!(
        Weighed::ALL.map(|weighed| conference.weights.of(weighed)),
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0]
    );
    let third = &conference.submissions[2];
    assert_eq!((third.track, &third.attendees, &third.sessions), (1, &names(&["Ada"]), &vec![3, 0]));
}

#[test]
fn hours_are_those_where_the_presenter_is() {
    let conference = read(&workbook(&small())).expect("a conference");
    let hours: Vec<&[i64]> = conference.submissions.iter().map(|submission| &*submission.hours).collect();
    // At home Monday suits and Tuesday ends late. Twelve hours behind, 21:30 to 22:30 is late and 00:00 is night. In London it is
    // summer, so Monday is 02:30 and Tuesday 05:00.
    assert_eq!(hours, [[0, 1], [1, 10], [10, 10]]);
}

#[test]
fn what_does_not_fit_is_told_with_its_place() {
    let cell = |sheet: &str, row, column| Spot::Cell(sheet.into(), row, column);
    let row = |sheet: &str, row| Spot::Row(sheet.into(), row);
    let number = |stood: &str, least, most| ConferenceFault::NotANumber { stood: stood.into(), least, most };
    let most = 1_000_000_000;
    let cases: Vec<(Sheets, Spot, ConferenceFault)> = vec![
        (
            with("submissions", 2, 2, "Wasps"),
            cell("submissions", 2, 2),
            ConferenceFault::Unknown(Things::Tracks, "Wasps".into()),
        ),
        (
            with("submissions", 1, 8, "Wed"),
            cell("submissions", 1, 8),
            ConferenceFault::UnknownHeading("Wed".into(), Things::Sessions),
        ),
        (
            with("submissions", 1, 8, ""),
            row("submissions", 1),
            ConferenceFault::Unmentioned(Things::Sessions, "Mon".into()),
        ),
        (with("submissions", 1, 8, "Tue"), cell("submissions", 1, 9), ConferenceFault::Twice("Tue".into())),
        (with("submissions", 3, 1, "S1"), cell("submissions", 3, 1), ConferenceFault::Twice("S1".into())),
        (with("submissions", 3, 1, ""), row("submissions", 3), ConferenceFault::NoName),
        (with("submissions", 2, 3, "0"), cell("submissions", 2, 3), number("0", 1, 1_000)),
        (with("submissions", 2, 3, "half"), cell("submissions", 2, 3), number("half", 1, 1_000)),
        (with("submissions", 2, 3, "1.5"), cell("submissions", 2, 3), number("1.5", 1, 1_000)),
        (
            with("submissions", 2, 3, "4"),
            cell("submissions", 2, 3),
            ConferenceFault::TooLong { slots: 4, longest: 3 },
        ),
        (
            with("submissions", 2, 5, "GMT+99"),
            cell("submissions", 2, 5),
            ConferenceFault::UnknownZone("GMT+99".into()),
        ),
        (with("submissions", 2, 8, "-1"), cell("submissions", 2, 8), number("-1", 0, most)),
        (with("parameters", 3, 5, "-1"), cell("parameters", 3, 5), number("-1", 0, most)),
        (
            with("parameters", 3, 4, "Beauty:"),
            cell("parameters", 3, 4),
            ConferenceFault::UnknownWeight("Beauty".into()),
        ),
        (
            with("parameters", 3, 4, ""),
            row("parameters", 1),
            ConferenceFault::NoHeading("Tracks_Rooms|Penalty".into()),
        ),
        (
            with("parameters", 4, 2, "dawn"),
            cell("parameters", 4, 2),
            ConferenceFault::NotATime("dawn".into()),
        ),
        (with("sessions", 2, 5, "09:00"), cell("sessions", 2, 5), ConferenceFault::EndsFirst),
        (with("sessions", 2, 2, "0"), cell("sessions", 2, 2), number("0", 1, 1_000)),
        (with("rooms", 3, 1, "Hall"), cell("rooms", 3, 1), ConferenceFault::Twice("Hall".into())),
        (
            with("similar tracks", 3, 2, "19"),
            cell("similar tracks", 3, 2),
            ConferenceFault::TwoPenalties(20, 19),
        ),
        (
            with("tracks_rooms|penalty", 2, 1, "Wasps"),
            cell("tracks_rooms|penalty", 2, 1),
            ConferenceFault::UnknownHeading("Wasps".into(), Things::Tracks),
        ),
    ];
    for (sheets, spot, fault) in cases {
        assert_eq!(refused(&sheets), (spot, fault));
    }
}

#[test]
fn a_sheet_that_is_missing_or_lists_nothing_is_told() {
    let without =
        |name: &str| -> Sheets { small().into_iter().filter(|(sheet, _)| *sheet != name).collect() };
    assert_eq!(
        refused(&without("rooms")),
        (Spot::Row("rooms".into(), 1), ConferenceFault::NoSheet("rooms".into()))
    );

    let mut nothing = without("rooms");
    nothing.push(("rooms", vec![vec!["Rooms"]]));
    assert_eq!(refused(&nothing), (Spot::Row("rooms".into(), 1), ConferenceFault::None(Things::Rooms)));
}

#[test]
fn more_slots_than_there_are_is_told() {
    let mut sheets = small();
    for (_, rows) in sheets.iter_mut().filter(|(name, _)| *name == "submissions") {
        for reference in ["S4", "S5", "S6", "S7"] {
            rows.push(vec![reference, "Ants", "2", "0", "GMT+8"]);
        }
    }
    assert_eq!(refused(&sheets), (Spot::Whole, ConferenceFault::NoRoom { needed: 12, there: 10 }));
}

/// The tables of a solution that is one.
fn solved() -> Vec<Vec<&'static str>> {
    vec![
        vec!["", "Hall", "Loft"],
        vec!["Mon", "Ants", "Bees"],
        vec!["Tue", "Ants", ""],
        vec![],
        vec!["Mon", "S1", ""],
        vec!["Mon", "S1", "S3"],
        vec!["Tue", "", ""],
        vec!["Tue", "S2", ""],
        vec!["Tue", "", ""],
    ]
}

fn read_rows(rows: Vec<Vec<&'static str>>) -> Result<Solution, (Spot, ConferenceFault)> {
    let conference = read(&workbook(&small())).expect("a conference");
    read_solution(&workbook(&vec![("sol", rows)]), &conference).map_err(|refusal| match refusal.reason {
        Reason::Conference(fault) => (refusal.spot, *fault),
        reason => panic!("another reason: {reason:?}"),
    })
}

#[test]
fn a_solution_is_read_and_written() {
    let place = |session, room, slot| Some(Place { session, room, slot });
    let solution = Solution(vec![place(0, 0, 0), place(1, 0, 1), place(0, 1, 1)]);
    assert_eq!(read_rows(solved()), Ok(solution.clone()));

    let conference = read(&workbook(&small())).expect("a conference");
    let accounts = [Account { heading: "Evaluate Similar Tracks", lines: vec![("Ants - Bees".into(), 80)] }];
    let bytes = write_solution(&conference, &solution, 80, &accounts);
    assert_eq!(bytes, write_solution(&conference, &solution, 80, &accounts));
    let file = NamedFile { name: "s.xlsx".into(), bytes };
    assert_eq!(read_solution(&file, &conference).expect("a solution"), solution);
}

#[test]
fn what_is_no_solution_is_told_with_its_place() {
    let with = |row: usize, column: usize, value: &'static str| {
        let mut rows = solved();
        rows[row - 1][column - 1] = value;
        rows
    };
    let cell = |row, column| Spot::Cell("sol".into(), row, column);
    let row = |row| Spot::Row("sol".into(), row);
    let torn = |slots, reference: &str| Broken::Torn { reference: reference.into(), slots };
    let short = solved()[..8].to_vec();
    let rows = |rows| Broken::Rows { session: "Tue".into(), rows, slots: 3 };
    let long: Vec<_> = solved().into_iter().chain([vec!["Tue"]]).collect();
    let cases = [
        (with(8, 2, ""), row(1), Broken::Missing("S2".into())),
        (with(8, 2, "S1"), cell(8, 2), torn(2, "S1")),
        (with(6, 2, ""), row(1), torn(2, "S1")),
        (with(9, 2, "S2"), cell(9, 2), torn(1, "S2")),
        (with(2, 3, ""), cell(6, 3), Broken::NoTrack { reference: "S3".into(), track: "Bees ".into() }),
        (
            with(2, 3, "Ants"),
            cell(6, 3),
            Broken::OtherTrack { reference: "S3".into(), track: "Bees ".into(), stood: "Ants".into() },
        ),
        (with(3, 3, "Bees"), cell(3, 3), Broken::Idle("Bees ".into())),
        (short, row(4), rows(2)),
        (long, row(10), rows(4)),
    ];
    for (sheet, spot, broken) in cases {
        assert_eq!(read_rows(sheet), Err((spot, ConferenceFault::Solution(broken))));
    }
    assert_eq!(
        read_rows(with(8, 2, "S9")),
        Err((cell(8, 2), ConferenceFault::Unknown(Things::Submissions, "S9".into())))
    );
}
