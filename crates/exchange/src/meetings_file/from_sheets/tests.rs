//! Sheets say what `meetings.toml` says, and what does not fit in them is told with its cell.

use festoon_domain::programme::Spot;
use festoon_domain::text::Lang;

use super::super::{MeetingsFile, Sheet, read, read_sheets, xlsx};
use crate::NamedFile;

type Rows<'a> = &'a [&'a [&'a str]];

fn workbook(sheets: &[(&'static str, Rows<'_>)]) -> NamedFile {
    let rows = |rows: Rows<'_>| -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
    };
    let sheets: Vec<Sheet> = sheets.iter().map(|(name, said)| Sheet { name, rows: rows(said) }).collect();
    NamedFile { name: "meetings.xlsx".into(), bytes: xlsx(&sheets) }
}

/// As hosts write it: a title above the headings, a telephone, notes, and a list in one cell.
fn sheets() -> Vec<(&'static str, Rows<'static>)> {
    vec![
        (
            "洽谈方",
            &[
                &["示例洽谈日报名表"],
                &["公司名称", "语种", "参会人员", "意向", "供应", "最多场次", "不在时间", "电话"],
                &["One", "中文", "P；Q", "Two", "robots, arms", "3", "", "000"],
                &["Two", "Chinese / EN", "", "", "", "", "2021/6/22 9:00～9:30", ""],
                &["Sample, Ltd.", "fr", "", "", "", "", "", ""],
            ],
        ),
        ("意向", &[&["一方", "对方", "顺序"], &["One", "Sample, Ltd.", "1"], &["Two", "One", "2"]]),
        ("译员", &[&["姓名", "语言"], &["示例译员", "zh、fr"]]),
        ("场地", &[&["场馆", "桌数"], &["A", "２"], &["B", "1"]]),
        ("日期", &[&["日期", "时间"], &["2021年6月22日", "9:00-11:00；14:00-15:00"]]),
        ("休息", &[&["名称", "时间"], &["茶歇", "10:00-11:00"]]),
        ("指定", &[&["一方", "另一方", "开始"], &["One", "Two", "2021-06-22 9:30"]]),
        ("路程", &[&["从", "到", "分钟"], &["A", "B", "15"]]),
        ("设置", &[&["每场分钟", "30"], &["最多连续场次", "4"]]),
        ("说明", &[&["请在周五前填好。"]]),
    ]
}

const SAME: &str = r#"minutes = 30
in_a_row = 4
[[day]]
date = 2021-06-22
hours = ["09:00-11:00", "14:00-15:00"]
[[party]]
name = "One"
people = ["P", "Q"]
languages = ["zh"]
wishes = ["Two", "Sample, Ltd."]
offers = ["robots", "arms"]
most = 3
[[party]]
name = "Two"
languages = ["zh", "en"]
wishes = ["One"]
away = ["2021-06-22 09:00-09:30"]
[[party]]
name = "Sample, Ltd."
languages = ["fr"]
[[interpreter]]
name = "示例译员"
languages = ["zh", "fr"]
[[venue]]
name = "A"
tables = 2
[[venue]]
name = "B"
tables = 1
[[break]]
name = "茶歇"
between = "10:00-11:00"
[[pin]]
one = "One"
other = "Two"
start = 2021-06-22T09:30:00
[[road]]
from = "A"
to = "B"
minutes = 15
"#;

/// Without where it was read and what was left aside.
fn bare(mut read: MeetingsFile) -> MeetingsFile {
    read.file = "".into();
    read.notes.clear();
    for pin in &mut read.pins {
        pin.at = Spot::Whole;
    }
    read
}

#[test]
fn a_workbook_and_csv_files_say_what_the_toml_says() {
    let toml = NamedFile { name: "meetings.toml".into(), bytes: SAME.into() };
    let toml = bare(read(&toml).expect("sound"));
    let book = read_sheets(&[workbook(&sheets())]).expect("sound");
    let notes: Vec<(Spot, String)> =
        book.notes.iter().map(|(at, words)| (at.spot.clone(), words.en.clone())).collect();
    assert_eq!(
        notes,
        [(Spot::Cell("洽谈方".into(), 2, 8), "the column “电话” is not known and was not read.".to_owned())]
    );
    assert_eq!(bare(book), toml);

    let file = |(name, rows): &(&str, Rows<'_>)| {
        let mut table = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        for row in *rows {
            table.write_record(*row).expect("memory");
        }
        let bytes = table.into_inner().expect("memory");
        NamedFile { name: format!("{name}.csv").as_str().into(), bytes }
    };
    let files: Vec<NamedFile> = sheets().iter().map(file).collect();
    assert_eq!(bare(read_sheets(&files).expect("sound")), toml);
}

#[test]
fn what_does_not_fit_is_told_with_its_cell_all_at_once_and_of_csv_with_its_file() {
    let mut wrong = sheets();
    wrong[1].1 = &[&["一方", "对方"], &["One", "Tow"]];
    wrong[3].1 = &[&["场馆", "桌数"], &["A", "many"], &["", "1"]];
    wrong[4].1 = &[&["日期", "时间"], &["22.06.", "9:00-11:00"], &["2021-06-22", "late"]];
    wrong[6].1 = &[&["谁", "电话"], &["One", "1"]];
    wrong.push(("Sheet9", &[&["a", "b"], &["c", "d"]]));
    let told = |lang| -> Vec<(String, String)> {
        let refusals = read_sheets(&[workbook(&wrong)]).expect_err("much is wrong");
        refusals.iter().map(|one| (one.spot.mark(), one.reason.sentence(lang))).collect()
    };
    let is_told = |lang, at: &str, words: &str| {
        let all = told(lang);
        let found = all.iter().any(|(spot, said)| spot == at && said.contains(words));
        assert!(found, "{at} {words}: {all:?}");
    };
    is_told(Lang::Zh, "cell:2:2:场地", "「桌数」的「many」不对，应为：1 … 10000");
    is_told(Lang::En, "cell:3:1:场地", "this row lacks its name");
    is_told(Lang::En, "cell:2:1:日期", "“22.06.” for “date” does not fit; right would be: 2021-06-22");
    is_told(Lang::Zh, "row:1:指定", "找不到表头（看到：谁、电话）。这张表要有：一方、另一方。");
    is_told(Lang::En, "row:1:Sheet9", "it is not clear what this sheet lists. Call it participants, wishes,");

    // What names nothing is known once everything is read.
    let mut wrong = sheets();
    wrong[1].1 = &[&["一方", "对方"], &["One", "Tow"]];
    let refusals = read_sheets(&[workbook(&wrong)]).expect_err("nobody is called so");
    assert_eq!(refusals.len(), 1);
    assert_eq!(refusals[0].spot, Spot::Cell("意向".into(), 2, 2));
    let csv = |name: &str, text: &str| NamedFile { name: name.into(), bytes: text.into() };
    let files = [
        csv("participants.csv", "name,languages\nOne,zh\n"),
        csv("tables.csv", "venue,tables\nA,0\n"),
        csv("days.csv", "date,hours\n2021-06-22,09:00-10:00\n"),
    ];
    let refusals = read_sheets(&files).expect_err("no tables");
    let at: Vec<(&str, String)> = refusals.iter().map(|one| (&*one.file, one.spot.mark())).collect();
    assert_eq!(at, [("tables.csv", "cell:2:2:".to_owned())]);
}

#[test]
fn what_is_no_workbook_is_refused_and_nothing_is_a_day() {
    let broken = NamedFile { name: "meetings.xlsx".into(), bytes: b"PK\x03\x04truncated".to_vec() };
    assert!(read_sheets(&[broken]).is_err());
    assert!(read_sheets(&[]).is_err());
    assert!(read_sheets(&[workbook(&[("洽谈方", &[&["名称", "语言"]])])]).is_err());
}
