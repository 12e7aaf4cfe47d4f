//! `map.toml` wins over the guess and is checked.

use festoon_exchange::NamedFile;
use festoon_exchange::sheet::grid::{Cell, Grid, GridPlace};
use festoon_exchange::sheet::{Asked, ColumnMap, SheetReading, read_grids};
use jiff::tz::TimeZone;

fn map(text: &str) -> Result<ColumnMap, festoon_exchange::Refusal> {
    let file = NamedFile { name: "map.toml".into(), bytes: text.as_bytes().to_vec() };
    ColumnMap::parse(&file).map_err(|refusals| refusals[0].clone())
}

fn read(rows: &[&[&str]], map: &ColumnMap) -> Result<SheetReading, festoon_exchange::Refusal> {
    let cell = |text: &&str| if text.is_empty() { Cell::Empty } else { Cell::Text((*text).into()) };
    let rows = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
    let place = GridPlace::Sheet("Sheet1".into());
    let grid = Grid { place, rows, first_row: 1, merges: Vec::new(), is_1904: false, lines: Vec::new() };
    let zone = TimeZone::get("Asia/Shanghai").expect("the zone table is compiled in");
    read_grids(&"hosts.xlsx".into(), &[grid], &Asked { zone: &zone, map: Some(map), this_year: 2026 })
}

const ODD: &[&[&str]] = &[&["Was", "Wann genau", "Wo"], &["Talk", "03/04 14:00-15:00", "Hall A"]];

#[test]
fn columns_the_guess_does_not_know_can_be_named_by_heading_or_letter() {
    let map = map(
        "[[table]]\nfile = \"hosts*.xlsx\"\nheading_row = 1\nyear = 2021\ndate_order = \"dmy\"\n[table.columns]\n\"Was\" = \"title\"\nB = \"time\"\n\"Wo\" = \"room\"\n",
    )
    .expect("a map");
    let reading = read(ODD, &map).expect("read");
    let span = reading.entries[0].when.expect("a time");
    assert_eq!(span.start().to_string(), "2021-04-03T06:00:00Z");
    assert_eq!(reading.mappings[0].columns[1], (2, "Wann genau".to_owned(), "time"));
    assert!(reading.defects.is_empty(), "{:?}", reading.defects);
}

#[test]
fn a_heading_that_is_not_there_is_refused_with_those_that_are() {
    let map = map("[[table]]\nheading_row = 1\n[table.columns]\n\"Nowhere\" = \"title\"\n").expect("a map");
    let refusal = read(ODD, &map).expect_err("refused").to_string();
    assert!(refusal.contains("Nowhere") && refusal.contains("Was | Wann genau | Wo"), "{refusal}");
}

#[test]
fn a_field_that_does_not_exist_is_refused_with_those_that_do() {
    let refusal = map("[[table]]\n[table.columns]\n\"Was\" = \"titel\"\n").expect_err("refused").to_string();
    assert!(refusal.contains("titel") && refusal.contains("title-en"), "{refusal}");
}

#[test]
fn a_sheet_can_be_skipped() {
    let map = map("[[table]]\nsheet = \"Sheet*\"\nskip = true\n").expect("a map");
    assert!(read(ODD, &map).expect("read").entries.is_empty());
}

#[test]
fn twenty_thousand_rows_are_read_row_by_row() {
    // Not a stopwatch: a quadratic walk would take minutes here, and the runner would stop it.
    let heading: &[&str] = &["活动名称", "日期", "时间", "地点", "主讲人"];
    let names: Vec<String> = (0..20_000).map(|n| format!("场次{n}")).collect();
    let mut rows = vec![heading.to_vec()];
    for name in &names {
        rows.push(vec![name, "2021-06-21", "14:00-15:30", "紫金厅", "林一、韦二"]);
    }
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let reading = read(&rows, &ColumnMap::default()).expect("read");
    assert_eq!((reading.entries.len(), reading.defects.len()), (20_000, 0));
}
