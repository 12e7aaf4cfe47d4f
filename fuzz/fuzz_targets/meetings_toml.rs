//! Any bytes as `meetings.toml`, and as a sheet of meetings: what is read can be posed or is refused, and what is posed is a day.
#![no_main]

use festoon_app::timetable::meetings::{pose_market, settle};
use festoon_exchange::meetings_file::{self, MeetingsFile};
use festoon_exchange::{NamedFile, Refusal};
use festoon_solver::Limits;
use festoon_solver::meetings::arrange;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let named = |name: &str, bytes: &[u8]| NamedFile { name: name.into(), bytes: bytes.to_vec() };
    arranged(meetings_file::read(&named("meetings.toml", bytes)));
    // A line says where the sheet of parties ends and another begins.
    let cut = bytes.windows(3).position(|line| line == b"\n#\n").unwrap_or(bytes.len());
    let sheets = [
        named("participants.csv", &bytes[..cut]),
        named("any.csv", bytes.get(cut + 3..).unwrap_or_default()),
        named("tables.csv", b"venue,tables\na,1\nb,2\n"),
        named("days.csv", b"date,hours\n2021-06-22,9:00-11:00\n"),
    ];
    let given: Vec<NamedFile> = sheets.into_iter().filter(|sheet| !sheet.bytes.is_empty()).collect();
    arranged(meetings_file::read_sheets(&given));
});

fn arranged(read: Result<MeetingsFile, Vec<Refusal>>) {
    let Ok(read) = read else { return };
    let Ok(posed) = pose_market(&read) else { return };
    let found = arrange(&posed.day, &Limits::steps(200)).expect("what was posed is a day");
    let outcome = settle(&read, &posed, &found.plan);
    assert_eq!(outcome.meetings.len() + outcome.without_place, posed.pairs.len());
}
