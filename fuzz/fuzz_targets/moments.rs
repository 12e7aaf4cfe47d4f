//! Any text as the date and time cells of a programme, through the whole reader.
#![no_main]

use festoon_exchange::{NamedFile, Options, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let cell = text.replace([',', '"', '\n', '\r'], " ");
    let headings = "活动名称,日期,时间,场馆";
    let rows = format!("{headings}\n开幕式,2021-06-21,{cell},会展中心\n闭幕式,{cell},9:00,会展中心\n");
    let file = NamedFile { name: "fuzz.csv".into(), bytes: rows.into_bytes() };
    let _ = read(&[file], &Options::default());
});
