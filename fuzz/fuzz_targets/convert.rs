//! Any bytes as a file that can be read, and what came of it in every format: nothing read may break a writer.
#![no_main]

use festoon_exchange::outlet::{self, Asked, Issue, Outlet};
use festoon_exchange::{NamedFile, Options, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let file = NamedFile { name: "fuzz".into(), bytes: bytes.to_vec() };
    let Ok(reading) = read(&[file], &Options::default()) else { return };
    let asked = Asked::of(Issue { number: 1, at: jiff::Timestamp::UNIX_EPOCH });
    for format in Outlet::ALL {
        let Ok(written) = outlet::write(&reading.programme, format, &asked) else { continue };
        if matches!(format, Outlet::ScheduleXml | Outlet::ScheduleJson | Outlet::Opass | Outlet::Ics) {
            let again = NamedFile { name: "again".into(), bytes: written.bytes };
            assert!(read(&[again], &Options::default()).is_ok(), "{} cannot be read again", format.word());
        }
    }
});
