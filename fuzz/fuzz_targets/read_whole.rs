//! Any bytes as a file somebody dropped, up to the findings and their sentences.
#![no_main]

use festoon_domain::text::Lang;
use festoon_domain::timetable::{self, Rulebook, words};
use festoon_exchange::{NamedFile, Options, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let file = NamedFile { name: "fuzz".into(), bytes: bytes.to_vec() };
    let Ok(reading) = read(&[file], &Options::default()) else { return };
    for finding in timetable::check(&reading.programme, &Rulebook::default()) {
        for lang in Lang::BOTH {
            assert!(!words::sentence(&reading.programme, &finding, lang).is_empty());
        }
    }
});
