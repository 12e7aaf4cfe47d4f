//! Travel files: lists, matrices, and what is refused in them.

use super::*;
use festoon_domain::text::Text;
use festoon_domain::week::Week;
use jiff::tz::TimeZone;
use proptest::prelude::*;

use crate::entry::VenueEntry;

fn file(bytes: impl Into<Vec<u8>>) -> NamedFile {
    NamedFile { name: "travel.csv".into(), bytes: bytes.into() }
}

fn roads(bytes: impl Into<Vec<u8>>) -> Vec<(String, String, u32)> {
    let roads = read(&file(bytes)).expect("readable");
    roads.into_iter().map(|road| (road.from, road.to, road.minutes.0)).collect()
}

fn road(from: &str, to: &str, minutes: u32) -> (String, String, u32) {
    (from.into(), to.into(), minutes)
}

fn knowing(names: &[&str]) -> Assembly {
    let mut assembly = Assembly::new(Week::unnamed(TimeZone::UTC));
    for name in names {
        assembly.add_venue(VenueEntry {
            citation: Citation { file: "venues.csv".into(), spot: Spot::Whole },
            name: Text::single(name),
            address: Text::default(),
            position: None,
            capacity: None,
            hours: festoon_domain::venue::Hours::default(),
        });
    }
    assembly
}

#[test]
fn lists_are_read_with_english_and_chinese_headings() {
    assert_eq!(roads("from,to,mode,minutes\nA,B,car,35\n"), [road("A", "B", 35)]);
    assert_eq!(roads("\u{feff}起点;终点;方式;分钟\n南站;园区;地铁;３５分钟\n"), [road("南站", "园区", 35)]);
    let (gbk, _, _) = encoding_rs::GBK.encode("起点,终点,分钟\n南站,园区,1小时20分\n");
    assert_eq!(roads(gbk.into_owned()), [road("南站", "园区", 80)]);
}

#[test]
fn a_square_matrix_is_read() {
    assert_eq!(roads(",A,B\nA,0,10\nB,12,-\n"), [road("A", "B", 10), road("B", "A", 12)]);
}

#[test]
fn minutes_that_are_none_name_their_row_and_column() {
    for minutes in ["-5", "soon", "", "1441", "1e9"] {
        let refusal = read(&file(format!("from,to,mode,minutes\nA,B,car,{minutes}\n"))).expect_err("refused");
        assert_eq!(refusal.spot, Spot::Cell("".into(), 2, 4), "{minutes}");
    }
    assert!(matches!(read(&file("a,b\n1,2\n")).expect_err("refused").reason, Reason::Malformed(_)));
}

#[test]
fn venues_nobody_knows_are_refused_with_row_and_nearest_name() {
    let stated = read(&file("from,to,mode,minutes\n秦淮中心,未来科学成,car,30\n")).expect("readable");
    let refusal =
        state(&mut knowing(&["秦淮中心", "未来科学城"]), &"travel.csv".into(), &stated).expect_err("refused");
    assert_eq!(refusal.reason, Reason::UnknownVenues(vec!["未来科学成 (2; ≈ 未来科学城)".into()]));
}

#[test]
fn a_venue_nobody_knows_among_known_ones_is_said_and_its_roads_left_out() {
    let stated = read(&file("from,to,mode,minutes\nA,B,car,30\nA,秦淮中新,car,9\n")).expect("readable");
    let mut assembly = knowing(&["A", "B", "秦淮中心"]);
    let defects = state(&mut assembly, &"travel.csv".into(), &stated).expect("one road leads somewhere");
    assert_eq!(defects.len(), 1);
    assert_eq!(defects[0].stood, "秦淮中新");
    assert_eq!(
        defects[0].trouble,
        Trouble::Assembly(AssemblyTrouble::RoadOfUnknownVenue(Some("秦淮中心".into())))
    );
    let (programme, _) = assembly.finish();
    assert_eq!(programme.roads.stated_count(), 1);
}

#[test]
fn a_travel_file_is_known_by_its_headings() {
    assert!(is_travel(&file("\u{feff}from,to,mode,minutes\nA,B,car,30\n")));
    assert!(is_travel(&file("起点,终点,方式,分钟\n南站,园区,地铁,35\n")));
    assert!(!is_travel(&file("活动名称,日期,时间\n开幕式,6月21日,9:00-10:00\n")));
}

#[test]
fn a_known_road_is_in_the_programme_and_one_to_itself_is_said() {
    let stated = read(&file("from,to,mode,minutes\nA 1,B,car,30\nB,b,car,1\n")).expect("readable");
    let mut assembly = knowing(&["a1", "B"]);
    let defects = state(&mut assembly, &"travel.csv".into(), &stated).expect("known");
    assert_eq!(defects.iter().map(Defect::word).collect::<Vec<_>>(), ["road-to-itself"]);
    let (programme, _) = assembly.finish();
    assert_eq!((programme.roads.stated_count(), programme.venues.len()), (1, 2));
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _read = read(&file(bytes));
    }
}
