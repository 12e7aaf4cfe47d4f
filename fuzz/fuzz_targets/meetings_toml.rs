//! Any bytes as `meetings.toml`: what is read can be posed or is refused, and what is posed is a day.
#![no_main]

use festoon_app::timetable::meetings::{pose_market, settle};
use festoon_exchange::{NamedFile, meetings_file};
use festoon_solver::Limits;
use festoon_solver::meetings::arrange;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let file = NamedFile { name: "meetings.toml".into(), bytes: bytes.to_vec() };
    let Ok(read) = meetings_file::read(&file) else { return };
    let Ok(posed) = pose_market(&read) else { return };
    let found = arrange(&posed.day, &Limits::steps(200)).expect("what was posed is a day");
    let outcome = settle(&read, &posed, &found.plan);
    assert_eq!(outcome.meetings.len() + outcome.without_place, posed.pairs.len());
});
