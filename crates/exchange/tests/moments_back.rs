//! Properties: a date and time printed in any supported way reads back to the same instant, and no text in any cell
//! makes the reader panic or lose a title.

use festoon_exchange::sheet::grid::{Cell, Grid, GridPlace};
use festoon_exchange::sheet::{Asked, SheetReading, read_grids};
use jiff::civil::{Date, DateTime, date};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan};
use proptest::prelude::*;

fn zone() -> TimeZone {
    TimeZone::get("Asia/Shanghai").expect("the zone table is compiled in")
}

fn read(rows: Vec<Vec<Cell>>) -> Option<SheetReading> {
    let grid = Grid {
        place: GridPlace::Csv,
        rows,
        first_row: 1,
        merges: Vec::new(),
        is_1904: false,
        lines: Vec::new(),
    };
    read_grids(&"hosts.csv".into(), &[grid], &Asked { zone: &zone(), map: None, this_year: 2026 }).ok()
}

fn text(words: &str) -> Cell {
    if words.is_empty() { Cell::Empty } else { Cell::Text(words.into()) }
}

/// Every way to print a day that names its year.
const DAYS: [&str; 14] = [
    "%Y-%m-%d",
    "%Y/%-m/%-d",
    "%Y.%-m.%-d",
    "%Y年%-m月%-d日",
    "%Y年%m月%d号",
    "%Y%m%d",
    "%-d %B %Y",
    "%B %-d, %Y",
    "%d-%b-%y",
    "%a %-d %b %Y",
    "%A, %B %-d, %Y",
    "%Y-%m-%d（%a）",
    "%b. %-d, %Y",
    "%d.%m.%Y",
];

/// Every way to print a stretch within a day.
fn hours(way: usize, start: DateTime, end: DateTime) -> String {
    let (a, b) = (start.time(), end.time());
    let both = |format: &str, joint: &str| format!("{}{joint}{}", a.strftime(format), b.strftime(format));
    let part = |t: jiff::civil::Time| if t.hour() < 12 { "上午" } else { "下午" };
    match way {
        0 => both("%H:%M", "-"),
        1 => both("%H:%M", " — "),
        2 => both("%-H：%M", "~"),
        3 => both("%H.%M", "-"),
        4 => both("%Hh%M", "-"),
        5 => both("%H%M", "-"),
        6 => both("%-I:%M %p", " to "),
        7 => both("%-H点%M分", "至"),
        8 => format!("{}{}-{}{}", part(a), a.strftime("%-I:%M"), part(b), b.strftime("%-I:%M")),
        9 => both("%-I:%M%P", "–"),
        _ => both("%H:%M:%S", " - "),
    }
}

fn moments() -> impl Strategy<Value = (Date, DateTime, DateTime)> {
    (0_i64..3000, 60_i64..1380, 1_i64..700).prop_map(|(day, start, length)| {
        let day = date(2019, 1, 1).checked_add(day.days()).expect("in range");
        let start = day.at(0, 0, 0, 0).checked_add(start.minutes()).expect("in range");
        let last = day.at(23, 59, 0, 0);
        let end = start.checked_add(length.minutes()).expect("in range").min(last);
        (day, start, end)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_printed_moment_reads_back(((day, start, end), format, way, one_cell) in (moments(), 0..DAYS.len(), 0_usize..11, any::<bool>())) {
        // A dotted pair under a heading that may hold dates too is a date where it can be one.
        prop_assume!(!(one_cell && matches!(way, 3 | 5)));
        let printed = day.strftime(DAYS[format]).to_string();
        let hours = hours(way, start, end);
        let rows = if one_cell {
            vec![vec![text("题目"), text("时间")], vec![text("甲"), text(&format!("{printed} {hours}"))]]
        } else {
            vec![vec![text("题目"), text("日期"), text("时间")], vec![text("甲"), text(&printed), text(&hours)]]
        };
        let reading = read(rows).expect("a table");
        let span = reading.entries[0].when;
        let at = |wall: DateTime| wall.to_zoned(zone()).expect("a wall time").timestamp();
        prop_assert!(span.is_some(), "{printed} | {hours}: {:?}", reading.defects);
        let span = span.expect("just checked");
        prop_assert_eq!((span.start(), span.end()), (at(start), at(end)), "{} | {}", printed, hours);
    }

    #[test]
    fn a_serial_reads_back_to_the_minute((day, start, end) in moments()) {
        let serial = |wall: DateTime| {
            let days = f64::from((wall.date() - date(1899, 12, 30)).get_days());
            #[expect(clippy::cast_precision_loss, reason = "seconds of a day")]
            let seconds = wall.duration_since(wall.date().at(0, 0, 0, 0)).as_secs() as f64;
            days + seconds / 86_400.0
        };
        prop_assume!(end > start && end.duration_since(start) < SignedDuration::from_hours(24));
        let rows = vec![
            vec![text("Title"), text("Start"), text("End")],
            vec![text("A"), Cell::Serial(serial(start)), Cell::Serial(serial(end))],
        ];
        let reading = read(rows).expect("a table");
        let span = reading.entries[0].when.expect("an instant");
        let at = |wall: DateTime| wall.to_zoned(zone()).expect("a wall time").timestamp();
        prop_assert_eq!((span.start(), span.end()), (at(start), at(end)), "{}", day);
    }

    #[test]
    fn no_text_panics_and_no_title_is_lost(cells in proptest::collection::vec("[0-9a-z年月日时点分上下午周一二十:：.,/~\\-—+ ()（）、;至次pm\n]{0,24}|\\PC{0,16}", 12)) {
        let heading = ["题目", "日期", "时间", "结束时间", "时长", "主讲人", "单位", "地点", "预计人数", "语言", "同传", "开放时间"];
        let mut row: Vec<Cell> = cells.iter().map(|words| text(words)).collect();
        row[0] = text("甲论坛的题目");
        row[1] = if matches!(&row[1], Cell::Empty) { text("2021-06-21") } else { row[1].clone() };
        let reading = read(vec![heading.iter().map(|words| text(words)).collect(), row]).expect("a table");
        prop_assert!(!reading.entries.is_empty());
        prop_assert!(reading.entries.iter().all(|entry| !entry.title.is_empty()));
    }

    #[test]
    fn a_sheet_of_anything_does_not_panic(cells in proptest::collection::vec(proptest::collection::vec("题目|日期|时间|会场|主讲人|Room A|Room B|Time|9:00-10:00|6月21日|地址|容量|[0-9]{1,8}|\\PC{0,8}|", 0..6), 0..8)) {
        let rows = cells.iter().map(|row| row.iter().map(|words| text(words)).collect()).collect();
        let _ = read(rows);
    }
}
