//! The week file: what is in it comes back, and any other bytes are told what is wrong with them.

use std::io::Write;

use crate::any_records::{any_records, in_order};
use crate::sample_folder::Folder;
use festoon_domain::record::{Kind, Record, Value};
use festoon_domain::text::Lang;
use festoon_exchange::week_file::{WeekFileFault, read, write};
use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Head {
    number: u32,
    reason: String,
}

fn head() -> Head {
    Head { number: 7, reason: "第七版".into() }
}

fn records() -> Vec<Record> {
    in_order(&Folder::sample().read().expect("the sample week"))
}

#[test]
fn the_sample_week_comes_back_with_its_head_in_a_small_part_of_its_size() {
    let records = records();
    let bytes = write(&head(), &records);
    assert_eq!(read(&bytes), Ok((head(), records.clone())));
    assert_eq!(write(&head(), &records), bytes);
    assert!(bytes.starts_with(b"festoon week 1\n"));
    assert!(bytes.len() < 100_000, "{}", bytes.len());
}

proptest! {
    #[test]
    fn any_week_comes_back_equal(week in any_records()) {
        let records = in_order(&week);
        prop_assert_eq!(read(&write(&head(), &records)), Ok((head(), records)));
    }

    #[test]
    fn records_come_back_in_any_order(week in any_records()) {
        let mut records = in_order(&week);
        records.sort_by(|a, b| a.key.cmp(&b.key));
        prop_assert_eq!(read(&write(&(), &records)), Ok(((), records)));
    }

    #[test]
    fn any_damage_is_told(week in any_records(), place: prop::sample::Index, bit in 0_u8..8) {
        let mut bytes = write(&head(), &in_order(&week));
        let whole = read::<Head>(&bytes);
        let place = place.index(bytes.len());
        bytes[place] ^= 1 << bit;
        // Some bits of a gzip header say nothing about its content.
        prop_assert!(read::<Head>(&bytes).is_err() || read::<Head>(&bytes) == whole);
        prop_assert!(read::<Head>(&bytes[..place]).is_err());
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), lines in "[\\[\\]{}\",:a-z0-9\\n-]{0,100}") {
        let _ = read::<serde_json::Value>(&bytes);
        let _ = read::<serde_json::Value>(&[b"festoon week 1\n", &bytes[..]].concat());
        let _ = read::<serde_json::Value>(&packed(&format!("{{}}\n{{\"kind\":\"host\",\"fields\":[\"kind\"]}}\n{lines}\n")));
    }
}

#[test]
fn a_field_that_an_old_file_does_not_name_is_nothing() {
    let bytes = packed(
        "{}\n{\"kind\":\"host\",\"fields\":[\"kind\",\"name_en\"]}\n[\"lab\",\"park\",\"Lab\"]\n[\"hub\"]\n",
    );
    let words = |words: &str| Value::Words(words.into());
    let host = |key: &str, name, kind| Record {
        kind: Kind::Host,
        key: key.into(),
        values: vec![Value::Nothing, name, Value::Nothing, kind, Value::Nothing],
        source: None,
    };
    let expected =
        vec![host("lab", words("Lab"), words("park")), host("hub", Value::Nothing, Value::Nothing)];
    assert_eq!(read(&bytes), Ok((serde_json::json!({}), expected)));
}

#[test]
fn what_is_wrong_is_said() {
    let sentence = |bytes: &[u8]| read::<Head>(bytes).expect_err("wrong bytes").sentence(Lang::En);
    let head = "{\"number\":7,\"reason\":\"\"}\n";
    let whole = packed(head);
    let cases: [(Vec<u8>, &str); 13] = [
        (Vec::new(), "this is not a week file of Festoon. Check that it is the right one."),
        (b"PK\x03\x04".to_vec(), "this is not a week file of Festoon. Check that it is the right one."),
        (
            b"festoon week one\n".to_vec(),
            "this is not a week file of Festoon. Check that it is the right one.",
        ),
        (
            b"festoon week 12\n".to_vec(),
            "the week file is of format “12”, written by a newer Festoon. Update this one first.",
        ),
        (
            packed(&format!("{head}{{\"kind\":\"stamp\",\"fields\":[]}}\n")),
            "the week file has records of a kind unknown here, “stamp”. Update this program first.",
        ),
        (
            packed(&format!("{head}{{\"kind\":\"host\",\"fields\":[\"name_fr\"]}}\n")),
            "the week file has “name_fr” in a host, unknown here. Update this program first.",
        ),
        (
            packed("{\"number\":\"seven\"}\n"),
            "the head of the week file is not what it should be (invalid type: string \"seven\", expected u32 at line 1 column 17).",
        ),
        (
            packed(&format!("{head}[\"lab\"]\n")),
            "the week file is truncated or damaged (a record of no kind). Use another copy.",
        ),
        (
            packed(&format!("{head}{{\"kind\":\"host\",\"fields\":[\"kind\"]}}\n[\"lab\",\"a\",\"b\"]\n")),
            "the week file is truncated or damaged (line 3: trailing characters at line 1 column 12). Use another copy.",
        ),
        (
            packed(&format!("{head}{{\"kind\":\"host\",\"fields\":[\"kind\",\"kind\"]}}\n")),
            "the week file is truncated or damaged (“kind” twice). Use another copy.",
        ),
        (
            packed(&format!("{head}{{\"kind\"")),
            "the week file is truncated or damaged (line 2: it ends within a line). Use another copy.",
        ),
        (
            [&whole[..], b"more"].concat(),
            "the week file is truncated or damaged (line 2: more behind its end). Use another copy.",
        ),
        (packed(""), "the week file is truncated or damaged (no head). Use another copy."),
    ];
    for (bytes, expected) in cases {
        assert_eq!(sentence(&bytes), expected);
    }
}

#[test]
fn a_bomb_is_refused_before_it_goes_off() {
    let mut body = GzEncoder::new(b"festoon week 1\n".to_vec(), Compression::fast());
    body.write_all(b"{}\n{\"kind\":\"host\",\"fields\":[]}\n").expect("memory");
    let piece = "[\"a\"]\n".repeat(1 << 16);
    for _ in 0..200 {
        body.write_all(piece.as_bytes()).expect("memory");
    }
    let bytes = body.finish().expect("memory");
    assert!(bytes.len() < 1 << 20);
    assert_eq!(read::<serde_json::Value>(&bytes), Err(WeekFileFault::TooLarge));
}

fn packed(lines: &str) -> Vec<u8> {
    let mut body = GzEncoder::new(b"festoon week 1\n".to_vec(), Compression::default());
    body.write_all(lines.as_bytes()).expect("memory");
    body.finish().expect("memory")
}
