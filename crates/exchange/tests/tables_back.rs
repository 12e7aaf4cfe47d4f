//! Properties: whatever a programme holds, the table written of it reads back equal in everything a table holds, and
//! nobody whom its readers may not know of stands anywhere in it.

#[path = "tables_back/arbitrary.rs"]
mod arbitrary;
#[path = "tables_back/shown.rs"]
mod shown;

use std::io::Read;

use arbitrary::programmes;
use festoon_domain::programme::{Occurrence, OccurrenceId, Programme, Session, SessionId, Span, Visibility};
use festoon_domain::text::{Lang, Text};
use festoon_exchange::outlet::{Asked, Issue, Loss, Outlet, Unwritable, Written, write};
use festoon_exchange::{NamedFile, Options, Reading, read};
use jiff::Timestamp;
use proptest::prelude::*;
use shown::{places, rows};
use uuid::Uuid;

fn asked(lang: Lang, audience: Visibility) -> Asked {
    Asked { lang, audience, ..Asked::of(Issue { number: 1, at: Timestamp::UNIX_EPOCH }) }
}

fn written(programme: &Programme, outlet: Outlet, lang: Lang, audience: Visibility) -> Written {
    write(programme, outlet, &asked(lang, audience)).expect("it fits")
}

fn back(bytes: Vec<u8>, outlet: Outlet) -> Reading {
    let file = NamedFile { name: format!("week.{}", outlet.word()).into(), bytes };
    read(&[file], &Options::default()).unwrap_or_else(|refusals| panic!("{refusals:?}"))
}

/// Everything in a file that a person or a program could find: a workbook unpacked.
fn all_bytes(outlet: Outlet, bytes: Vec<u8>) -> String {
    if outlet == Outlet::Csv {
        return String::from_utf8(bytes).expect("UTF-8");
    }
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    let mut all = String::new();
    for at in 0..package.len() {
        package.by_index(at).expect("a part").read_to_string(&mut all).expect("UTF-8");
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_programme_comes_back_from_its_table(programme in programmes()) {
        for (outlet, lang) in [(Outlet::Csv, Lang::Zh), (Outlet::Csv, Lang::En), (Outlet::Xlsx, Lang::Zh), (Outlet::Xlsx, Lang::En)] {
            let reading = back(written(&programme, outlet, lang, Visibility::Protocol).bytes, outlet);
            prop_assert_eq!(rows(&reading.programme), rows(&programme));
            let zone = |programme: &Programme| programme.week.zone.iana_name().map(str::to_owned);
            prop_assert_eq!(zone(&reading.programme), zone(&programme));
            if outlet == Outlet::Xlsx {
                prop_assert_eq!(places(&reading.programme), places(&programme));
            }
            prop_assert!(reading.defects.is_empty(), "{:?}", reading.defects);
        }
    }

    #[test]
    fn nobody_who_is_not_public_stands_in_a_public_table(programme in programmes()) {
        for outlet in [Outlet::Csv, Outlet::Xlsx] {
            let written = written(&programme, outlet, Lang::En, Visibility::Public);
            let said: String = written.losses.each().map(|(_, _, example)| example.to_owned()).collect();
            let all = all_bytes(outlet, written.bytes) + &said;
            prop_assert!(!all.contains(arbitrary::CANARY), "{}", all);
        }
    }

    #[test]
    fn no_cell_would_run(programme in programmes()) {
        let bytes = written(&programme, Outlet::Csv, Lang::En, Visibility::Protocol).bytes;
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").expect("a byte order mark");
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
        // Records of different lengths are errors.
        for record in reader.records() {
            for cell in &record.expect("RFC 4180") {
                prop_assert!(!cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']), "{cell}");
            }
        }
    }
}

#[test]
fn a_text_longer_than_a_cell_is_cut_and_said() {
    let mut programme = arbitrary::one_session();
    let long = "长".repeat(40_000);
    programme.sessions[0].summary = Text::new(&long, "");
    let written = written(&programme, Outlet::Xlsx, Lang::Zh, Visibility::Public);
    assert_eq!(written.losses.count(Loss::CellsCut), 1);
    let summary = back(written.bytes, Outlet::Xlsx).programme.sessions[0].summary.clone();
    assert_eq!(summary.wording(Lang::Zh), format!("{}…", "长".repeat(32_766)));
}

#[test]
fn more_rows_than_a_sheet_has_are_refused() {
    let mut programme = arbitrary::one_session();
    let one = programme.occurrences[0].clone();
    programme.occurrences = vec![one; 1_048_576];
    let refused = write(&programme, Outlet::Xlsx, &asked(Lang::En, Visibility::Public)).map(|_| ());
    assert_eq!(refused, Err(Unwritable::TooManyRows(1_048_575)));
}

#[test]
fn what_runs_as_a_formula_is_guarded_and_said() {
    let mut programme = arbitrary::one_session();
    programme.sessions[0].title = Text::new("＝HYPERLINK(…)", "'=1+1");
    let written = written(&programme, Outlet::Csv, Lang::Zh, Visibility::Public);
    let text = String::from_utf8(written.bytes).expect("UTF-8");
    assert!(text.contains(",'＝HYPERLINK(…),''=1+1,"), "{text}");
    assert_eq!(written.losses.count(Loss::Formulas), 2);
}

#[test]
fn a_row_added_by_hand_is_read_as_any_hosts() {
    let programme = arbitrary::one_session();
    let bytes = written(&programme, Outlet::Csv, Lang::Zh, Visibility::Public).bytes;
    let mut text = String::from_utf8(bytes).expect("UTF-8");
    let heading: Vec<&str> =
        text.trim_start_matches('\u{feff}').lines().next().expect("headings").split(',').collect();
    let cell = |heading: &&str| match *heading {
        "日期" => "6月22日",
        "开始时间" => "下午2点",
        "结束时间" => "15:30",
        "标题（中文）" => "圆桌会议",
        _ => "",
    };
    text.push_str(&heading.iter().map(cell).collect::<Vec<_>>().join(","));
    let reading = back(text.into_bytes(), Outlet::Csv);
    let added = &reading.programme.occurrences[1];
    assert_eq!(reading.programme.session_of(OccurrenceId(1)).title.wording(Lang::Zh), "圆桌会议");
    assert_eq!(added.when.expect("a time").start().to_string(), "2021-06-22T06:00:00Z");
}

#[test]
fn two_sessions_that_say_the_same_stay_two() {
    let mut programme = arbitrary::one_session();
    let twin = Session { key: "encore".into(), ..programme.sessions[0].clone() };
    programme.sessions.push(twin);
    let again =
        Occurrence { session: SessionId(1), guid: Uuid::from_u128(7), ..programme.occurrences[0].clone() };
    programme.occurrences.push(again);
    let read =
        back(written(&programme, Outlet::Csv, Lang::En, Visibility::Public).bytes, Outlet::Csv).programme;
    assert_eq!((read.sessions.len(), rows(&read)), (2, rows(&programme)));
}

#[test]
fn times_that_another_program_shows_in_its_own_way_are_the_same_times() {
    let mut programme = arbitrary::one_session();
    let at = |instant: &str| instant.parse().expect("an instant");
    programme.occurrences[0].when = Span::new(at("2021-06-21T15:30:00Z"), at("2021-06-21T16:45:00Z"));
    let bytes = written(&programme, Outlet::Csv, Lang::En, Visibility::Public).bytes;
    let text = String::from_utf8(bytes).expect("UTF-8");
    let shown =
        text.replace("2021-06-21,23:30,2021-06-22,00:45", "6/21/2021,11:30:00 PM,6/22/2021,12:45:00 AM");
    assert_ne!(shown, text);
    assert_eq!(rows(&back(shown.into_bytes(), Outlet::Csv).programme), rows(&programme));
}

#[test]
fn every_word_of_fixed_meaning_comes_back() {
    let mut programme = arbitrary::one_session();
    arbitrary::add_every_kind(&mut programme);
    for (outlet, lang) in [(Outlet::Csv, Lang::Zh), (Outlet::Csv, Lang::En)] {
        let reading = back(written(&programme, outlet, lang, Visibility::Protocol).bytes, outlet);
        assert_eq!(rows(&reading.programme), rows(&programme));
    }
}
