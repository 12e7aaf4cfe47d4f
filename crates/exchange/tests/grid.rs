//! Every kind of file from bytes to cells, as written by real writers, and everything hostile refused.

mod grid_files;

use std::path::PathBuf;
use std::sync::Arc;

use calamine::{Data, Reader};
use festoon_domain::programme::Spot;
use festoon_domain::text::Lang;
use festoon_exchange::sheet::grid::{Cell, Grid, GridPlace, GridTrouble, Merge, read};
use festoon_exchange::{Format, NamedFile, Reason};
use grid_files::{docx, ods, xlsx, xlsx_of, zip_of};

fn file(name: &str, bytes: impl Into<Vec<u8>>) -> NamedFile {
    NamedFile { name: name.into(), bytes: bytes.into() }
}

fn all(name: &str, bytes: impl Into<Vec<u8>>) -> (Vec<Grid>, Vec<(Spot, GridTrouble)>) {
    let file = file(name, bytes);
    let format = Format::of(&file).expect("a known format");
    let (grids, troubles) = read(&file, format).expect("readable");
    (grids, troubles.into_iter().map(|(citation, trouble)| (citation.spot, trouble)).collect())
}

fn refused(name: &str, bytes: impl Into<Vec<u8>>) -> Reason {
    let file = file(name, bytes);
    match Format::of(&file).and_then(|format| read(&file, format)) {
        Ok((grids, _)) => panic!("{} tables were read", grids.len()),
        Err(refusal) => refusal.reason,
    }
}

/// The cells as words, one row a line, so that a whole table is compared at once.
fn shown(grid: &Grid) -> String {
    let cell = |cell: &Cell| match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.replace('\n', "⏎"),
        Cell::Number(number) => format!("{number}"),
        Cell::Serial(serial) => format!("@{serial}"),
        Cell::Bool(is) => format!("{is}"),
        Cell::Fault(fault) => format!("!{fault}"),
    };
    let row = |row: &Vec<Cell>| row.iter().map(cell).collect::<Vec<_>>().join("|");
    grid.rows.iter().map(row).collect::<Vec<_>>().join("\n")
}

fn csv(bytes: impl Into<Vec<u8>>) -> String {
    shown(&all("week.csv", bytes).0[0])
}

#[test]
fn every_separator_is_found() {
    for (text, separator) in [
        ("title,start\nA,1\nB,2\n", ','),
        ("title;start\nA, with Ada;1\nB, with Wei;2\n", ';'),
        ("title\tstart\nA,b,c\t1\nB\t2\n", '\t'),
        ("title|start\nA|1\n", '|'),
        ("活动，时间\n开幕，九点\n", '，'),
    ] {
        let rows = csv(text);
        assert_eq!(rows.lines().next().expect("a row").matches('|').count(), 1, "{separator}: {rows}");
    }
}

#[test]
fn quotes_hold_separators_line_breaks_and_quotes() {
    assert_eq!(csv("a,b\r\n\"x, \"\"y\"\"\r\nz\",2\r\n"), "a|b\nx, \"y\"\r⏎z|2");
}

#[test]
fn blank_lines_and_ragged_rows_keep_their_places() {
    assert_eq!(csv("t\n\na,b,c\n,,\n1,,3\n\n\n"), "t\n\na|b|c\n\n1||3");
    assert_eq!(csv("a,b\r1,2\r"), "a|b\n1|2");
}

#[test]
fn the_order_sep_is_obeyed_and_is_no_row() {
    assert_eq!(csv("sep=;\r\na,b;c\r\n"), "a,b|c");
}

#[test]
fn an_unclosed_quote_loses_nothing_and_is_named() {
    let (grids, troubles) = all("week.csv", "a,b\n\"open,2\nc,3\n");
    assert_eq!(shown(&grids[0]), "a|b\n\"open|2\nc|3");
    assert_eq!(troubles, [(Spot::Row("".into(), 2), GridTrouble::OpenQuote)]);
}

#[test]
fn chinese_is_read_in_each_of_its_encodings() {
    let text = "活动名称,时间\n开幕式,14:30\n镕基㐀𠀀,2\n";
    let wanted = "活动名称|时间\n开幕式|14:30\n镕基㐀𠀀|2";
    let utf16 = |mark: [u8; 2], bytes: fn(u16) -> [u8; 2]| {
        mark.into_iter().chain(text.encode_utf16().flat_map(bytes)).collect::<Vec<u8>>()
    };
    for bytes in [
        text.as_bytes().to_vec(),
        [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        encoding_rs::GB18030.encode(text).0.into_owned(),
        utf16([0xff, 0xfe], u16::to_le_bytes),
        utf16([0xfe, 0xff], u16::to_be_bytes),
    ] {
        let (grids, troubles) = all("week.csv", bytes);
        assert_eq!((shown(&grids[0]).as_str(), troubles.as_slice()), (wanted, [].as_slice()));
    }
}

#[test]
fn bad_bytes_are_replaced_and_their_line_is_named() {
    let (grids, troubles) =
        all("week.csv", b"\xe6\xb4\xbb\xe5\x8a\xa8,b\n\xe5\xbc\x80\xff\xe5\xb9\x95,2\n".to_vec());
    assert_eq!(shown(&grids[0]), "活动|b\n开�幕|2");
    assert_eq!(troubles, [(Spot::Line(2), GridTrouble::BadBytes("UTF-8"))]);
}

#[test]
fn a_file_cut_inside_a_character_is_still_utf8() {
    let text = "活动名称,时间\n开幕式,十点半\n".as_bytes();
    for cut in 2..4 {
        let (grids, troubles) = all("week.csv", &text[..text.len() - cut]);
        assert_eq!(shown(&grids[0]), "活动名称|时间\n开幕式|十点�");
        assert_eq!(troubles, [(Spot::Line(2), GridTrouble::BadBytes("UTF-8"))]);
    }
}

#[test]
fn western_letters_are_not_taken_for_chinese() {
    assert_eq!(csv(b"Name;Raum\nM\xfcller;Gr\xfcn\n".to_vec()), "Name|Raum\nMüller|Grün");
}

#[test]
fn nul_characters_are_dropped_and_counted() {
    let (grids, troubles) = all("week.csv", "a\0,b\nccc,ddd\n");
    assert_eq!(shown(&grids[0]), "a|b\nccc|ddd");
    assert_eq!(troubles, [(Spot::Whole, GridTrouble::Nul(1))]);
}

#[test]
fn a_workbook_keeps_kinds_of_cells_merges_and_what_is_hidden() {
    let (grids, troubles) = all("week.xlsx", xlsx());
    let names: Vec<_> = grids.iter().map(|grid| grid.place.clone()).collect();
    assert_eq!(names, [GridPlace::Sheet("日程".into()), GridPlace::Sheet("Rooms".into())]);
    assert_eq!(grids[0].first_row, 2);
    assert_eq!(
        shown(&grids[0]),
        "创新周\n\n活动名称|日期|时间|人数\n开幕式 by Ada|@44368|@44368.75|300.5\nline 1⏎line 2|@1.5||true"
    );
    assert_eq!(grids[0].merges, [Merge { first_row: 2, first_column: 1, last_row: 3, last_column: 4 }]);
    assert_eq!(
        troubles,
        [
            (Spot::Row("日程".into(), 6), GridTrouble::HiddenRows(1)),
            (Spot::Row("Rooms".into(), 1), GridTrouble::HiddenSheet)
        ]
    );
}

#[test]
fn pinyin_stays_out_and_odd_cells_are_named() {
    let shared = "<sst><si><t>南京</t><rPh sb=\"0\" eb=\"2\"><t>Nánjīng</t></rPh></si><si><r><t>A_x000D_</t></r><r><t xml:space=\"preserve\"> &amp; B</t></r></si></sst>";
    let cells = "<row r=\"7\"><c r=\"B7\" t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>9</v></c>\
        <c t=\"e\"><v>#REF!</v></c><c><f>A1+1</f></c><c t=\"d\"><v>2021-06-21T12:00:00</v></c>\
        <c t=\"str\"><f>x</f><v>words</v></c><c t=\"inlineStr\"><is><t>in</t><rPh><t>no</t></rPh></is></c></row>";
    let (grids, troubles) = all("week.xlsx", xlsx_of(cells, shared));
    assert_eq!(shown(&grids[0]), "|南京|A\r & B||!#REF!||@42906.5|words|in");
    assert_eq!((grids[0].first_row, grids[0].is_1904), (7, true));
    let cell = |column| Spot::Cell("S".into(), 7, column);
    assert_eq!(
        troubles,
        [
            (cell(4), GridTrouble::NoSharedText),
            (cell(5), GridTrouble::Fault("#REF!".into())),
            (cell(6), GridTrouble::NoResult)
        ]
    );
}

#[test]
fn a_workbook_of_libreoffice_is_read() {
    let (grids, troubles) = all(
        "week.ods",
        ods(
            "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>\
         <table:table-row><table:table-cell office:value-type=\"string\" table:number-columns-spanned=\"2\"><text:p>a<text:s text:c=\"2\"/>b</text:p><text:p>c</text:p><office:annotation><text:p>note</text:p></office:annotation></table:table-cell><table:covered-table-cell/>\
         <table:table-cell office:value-type=\"date\" office:date-value=\"2021-06-21T12:00:00\"><text:p>x</text:p></table:table-cell>\
         <table:table-cell office:value-type=\"time\" office:time-value=\"PT18H00M00S\"/></table:table-row>\
         <table:table-row table:number-rows-repeated=\"2\" table:visibility=\"collapse\"><table:table-cell office:value-type=\"float\" office:value=\"3\" table:number-columns-repeated=\"2\"/><table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/><table:table-cell office:value-type=\"string\" calcext:value-type=\"error\"><text:p>#N/A</text:p></table:table-cell></table:table-row>\
         <table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>",
        ),
    );
    assert_eq!(shown(&grids[0]), "a  b⏎c||@44368.5|@0.75\n3|3|true|!#N/A\n3|3|true|!#N/A");
    assert_eq!(grids[0].first_row, 3);
    assert_eq!(grids[0].merges, [Merge { first_row: 3, first_column: 1, last_row: 3, last_column: 2 }]);
    let words: Vec<_> = troubles.iter().map(|(_, trouble)| trouble.word()).collect();
    assert_eq!(words, ["failed-formula", "failed-formula", "hidden-rows", "hidden-sheet"]);
}

#[test]
fn a_workbook_of_old_excel_is_read() {
    let (grids, troubles) = all("week.xls", include_bytes!("fixtures/week.xls").as_slice());
    assert_eq!(
        shown(&grids[0]),
        "创新周日程\n活动名称|日期|时间|人数\n开幕式|@44368|@0.75|300\nAda’s talk|@44369\ntrue|1.5|2|3.25"
    );
    assert_eq!(grids[0].merges, [Merge { first_row: 1, first_column: 1, last_row: 1, last_column: 4 }]);
    assert_eq!(shown(&grids[1]), "Mei");
    assert_eq!(
        troubles,
        [
            (Spot::Row("日程".into(), 5), GridTrouble::HiddenRows(1)),
            (Spot::Row("隐藏".into(), 1), GridTrouble::HiddenSheet)
        ]
    );
}

#[test]
fn the_tables_of_a_document_are_read_in_order() {
    let (grids, troubles) = all(
        "week.docx",
        docx(
            "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>Day</w:t></w:r></w:p></w:tc></w:tr>\
         <w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r></w:p><w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p></w:tc>\
         <w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>inner</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>outer</w:t></w:r></w:p></w:tc></w:tr>\
         <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>&lt;b&gt;</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
         <w:p><w:r><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent></w:r></w:p>\
         <w:tbl><w:tr><w:tc><w:p><w:r><w:t>last</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        ),
    );
    let tables: Vec<_> = grids.iter().map(|grid| (grid.place.clone(), shown(grid))).collect();
    assert_eq!(
        tables,
        [
            (GridPlace::Table(1), "Day\none⏎two⏎new|outer\n|<b>".to_owned()),
            (GridPlace::Table(2), "inner".to_owned()),
            (GridPlace::Table(3), "last".to_owned()),
        ]
    );
    assert_eq!(
        grids[0].merges,
        [
            Merge { first_row: 1, first_column: 1, last_row: 1, last_column: 2 },
            Merge { first_row: 2, first_column: 1, last_row: 3, last_column: 1 },
        ]
    );
    assert_eq!(
        troubles,
        [(Spot::TableCell(1, 2, 1), GridTrouble::Deleted), (Spot::Whole, GridTrouble::TextBox)]
    );
}

#[test]
fn a_page_under_the_name_of_a_workbook_is_read() {
    let page = "<html><head><meta charset=gb2312><style>td {}</style></head><body><table><tr><td colspan=2>活动 &amp;\n 时间</td></tr>\
        <tr><td rowspan='2'>A<br>B</td><td>1</td></tr><tr><td>2</table>";
    let (grids, _) = all("week.xls", encoding_rs::GBK.encode(page).0.into_owned());
    assert_eq!(shown(&grids[0]), "活动 & 时间\nA⏎B|1\n|2");
    assert_eq!(grids[0].merges.len(), 2);
}

#[test]
fn the_content_decides_and_not_the_ending() {
    let of = |name: &str, bytes: Vec<u8>| Format::of(&file(name, bytes)).map_err(|refusal| refusal.reason);
    assert_eq!(of("a.xlsx", b"a,b\n1,2\n".to_vec()), Ok(Format::Csv));
    assert_eq!(of("a.csv", xlsx()), Ok(Format::Xlsx));
    assert_eq!(of("a.xlsx", include_bytes!("fixtures/week.xls").to_vec()), Ok(Format::Xls));
    assert_eq!(of("a.xls", b"<!DOCTYPE html><p>".to_vec()), Ok(Format::Html));
    assert_eq!(of("a.csv", b"<?xml version='1.0'?><!-- x --><schedule>".to_vec()), Ok(Format::ScheduleXml));
    assert_eq!(of("a.zip", docx("")), Ok(Format::Docx));
    assert_eq!(of("a.zip", ods("")), Ok(Format::Ods));
    assert_eq!(of("a.csv", b"%PDF-1.7".to_vec()), Err(Reason::UnknownFormat("PDF".into())));
    assert_eq!(of("a.csv", zip_of(&[("x", b"y")])), Err(Reason::UnknownFormat("ZIP".into())));
    assert_eq!(of("a.csv", vec![1, 2, 3, 4]), Err(Reason::UnknownFormat("01 02 03 04".into())));
    assert_eq!(of("a.csv", Vec::new()), Err(Reason::Empty));
    assert_eq!(of("a.csv", b"\xef\xbb\xbf\r\n".to_vec()), Err(Reason::Empty));
}

#[test]
fn a_workbook_that_is_nothing_but_far_cells_costs_next_to_nothing() {
    let (grids, _) = all("far.xlsx", xlsx_of("<row><c r=\"XFD1048576\"><v>1</v></c></row>", "<sst/>"));
    assert_eq!((grids[0].first_row, grids[0].rows.len(), grids[0].rows[0].len()), (1_048_576, 1, 16_384));
}

#[test]
fn bombs_are_refused() {
    let huge = "<row r=\"1\"><c r=\"ZZZZ1\"><v>1</v></c></row>";
    assert!(matches!(refused("a.xlsx", xlsx_of(huge, "<sst/>")), Reason::Broken(_)));

    let repeats = "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\"16000\"/></table:table-row>";
    assert!(matches!(refused("a.ods", ods(repeats)), Reason::TooManyCells(_)));

    let deep = "<w:tbl>".repeat(200_000);
    assert_eq!(refused("a.docx", docx(&deep)), Reason::TooDeep(256));

    let rows = (1..=400).map(|row| format!("<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>"));
    let wide = rows.collect::<Vec<_>>().concat();
    assert!(matches!(refused("a.xlsx", xlsx_of(&wide, "<sst/>")), Reason::TooManyCells(_)));

    let shared = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(1_000_000));
    let cells = format!("<row>{}</row>", "<c t=\"s\"><v>0</v></c>".repeat(200));
    assert!(matches!(refused("a.xlsx", xlsx_of(&cells, &shared)), Reason::Bomb(_)));

    assert!(matches!(refused("a.csv", ",".repeat(20_000) + "x"), Reason::TooManyCells(_)));

    let zeros = vec![0; 64 << 20];
    let names = ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"];
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (*name, zeros.as_slice())).collect();
    assert!(matches!(refused("a.xlsx", zip_of(&parts)), Reason::Bomb(_)));
}

#[test]
fn a_protected_workbook_is_said_to_be_one() {
    let mut bytes = include_bytes!("fixtures/week.xls").to_vec();
    let utf16 = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let (old, new) = (utf16("Workbook"), utf16("EncryptedPackage"));
    let at = bytes.windows(old.len()).position(|window| window == old).expect("its entry");
    bytes[at..at + new.len()].copy_from_slice(&new);
    bytes[at + 64] = 34;
    assert_eq!(refused("a.xlsx", bytes), Reason::Encrypted);
}

#[test]
fn entities_are_refused() {
    let cells = "<row><c t=\"str\"><v>&lol;</v></c></row>";
    assert_eq!(refused("a.xlsx", xlsx_of(cells, "<sst/>")), Reason::Entities);
    assert_eq!(refused("a.xlsx", xlsx_of("", "<!DOCTYPE sst [<!ENTITY a \"b\">]><sst/>")), Reason::Entities);
}

#[test]
fn every_trouble_has_a_sentence_in_both_languages() {
    let citation_independent = [
        GridTrouble::BadBytes("GB18030"),
        GridTrouble::Nul(1),
        GridTrouble::OpenQuote,
        GridTrouble::NoResult,
        GridTrouble::AndMore("open-quote", 3),
    ];
    for trouble in citation_independent {
        let (zh, en) = (trouble.sentence(Lang::Zh), trouble.sentence(Lang::En));
        assert!(zh.ends_with('。') && en.ends_with('.') && zh != en, "{zh} {en}");
    }
}

#[test]
fn what_we_read_is_what_the_reference_reads() {
    agrees("a.xlsx", xlsx());
    agrees("a.xls", include_bytes!("fixtures/week.xls").to_vec());
}

#[test]
fn real_workbooks_read_as_the_reference_reads_them() {
    let root = std::env::var_os("FESTOON_REAL_DATA")
        .map_or_else(|| concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data").into(), PathBuf::from);
    let mut folders = vec![root];
    let mut books = 0;
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "xlsx" || ending == "xls") {
                let bytes = std::fs::read(&path).expect("a file");
                agrees(&path.display().to_string(), bytes);
                books += 1;
            }
        }
    }
    println!("{books} real workbooks read");
}

/// Every cell the reference sees is ours too.
fn agrees(name: &str, bytes: Vec<u8>) {
    let (grids, _) = all(name, bytes.clone());
    let mut reference =
        calamine::open_workbook_auto_from_rs(std::io::Cursor::new(bytes)).expect("a workbook");
    for sheet in reference.sheet_names() {
        let Ok(range) = reference.worksheet_range(&sheet) else { continue };
        let ours = grids.iter().find(|grid| grid.place == GridPlace::Sheet(sheet.as_str().into()));
        let start = range.start().unwrap_or_default();
        for (row, column, theirs) in range.used_cells() {
            let (row, column) = (row + start.0 as usize, column + start.1 as usize);
            let our = ours.and_then(|grid| grid.rows.get((row + 1).checked_sub(grid.first_row as usize)?));
            let our = our.and_then(|row| row.get(column)).unwrap_or(&Cell::Empty);
            assert!(same(theirs, our), "{name} {sheet} {row} {column}: {theirs:?} {our:?}");
        }
    }
}

fn same(theirs: &Data, ours: &Cell) -> bool {
    match (theirs, ours) {
        (Data::String(a), Cell::Text(b)) => a.as_str() == &**b,
        (Data::String(a), Cell::Empty) => a.is_empty(),
        (Data::Float(a), Cell::Number(b)) => a.to_bits() == b.to_bits(),
        (Data::Int(a), Cell::Number(b)) => format!("{a}") == format!("{b}"),
        (Data::DateTime(a), Cell::Serial(b)) => a.as_f64().to_bits() == b.to_bits(),
        (Data::Bool(a), Cell::Bool(b)) => a == b,
        (Data::Error(a), Cell::Fault(b)) => a.to_string() == **b,
        _ => false,
    }
}

/// Reads whatever it is; a panic fails the test that calls this.
fn survives(name: &str, bytes: Vec<u8>) {
    let file = file(name, bytes);
    if let Ok(format) = Format::of(&file) {
        let _refused_or_read = read(&file, format);
    }
    for format in [Format::Csv, Format::Html, Format::Xlsx, Format::Xls, Format::Ods, Format::Docx] {
        let _refused_or_read = read(&file, format);
    }
}

fn samples() -> Vec<(&'static str, Vec<u8>)> {
    let row = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>a</text:p></table:table-cell></table:table-row>";
    vec![
        ("a.csv", encoding_rs::GBK.encode("活动,\"时\n间\"\n开幕,1\n").0.into_owned()),
        ("a.html", b"<table><tr><td colspan=3>a&#65;&nbsp;<td>b</table>".to_vec()),
        ("a.xlsx", xlsx()),
        ("a.ods", ods(row)),
        ("a.docx", docx("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")),
        ("a.xls", include_bytes!("fixtures/week.xls").to_vec()),
    ]
}

#[test]
fn no_beginning_of_a_file_is_a_panic() {
    for (name, bytes) in samples() {
        let step = (bytes.len() / 150).max(1);
        for end in (0..bytes.len()).step_by(step) {
            survives(name, bytes[..end].to_vec());
        }
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(200))]

    #[test]
    fn no_changed_byte_is_a_panic(
        which in 0..6_usize,
        changes in proptest::collection::vec((proptest::prelude::any::<u32>(), proptest::prelude::any::<u8>()), 1..6),
    ) {
        let (name, mut bytes) = samples().swap_remove(which);
        for (at, byte) in changes {
            let at = at as usize % bytes.len();
            bytes[at] = byte;
        }
        survives(name, bytes);
    }

    #[test]
    fn no_random_bytes_are_a_panic(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..600)) {
        survives("a.csv", bytes.clone());
        survives("a.xls", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &bytes].concat());
    }
}

#[test]
fn places_cite_as_the_program_shows_them() {
    let name: Arc<str> = "w".into();
    assert_eq!(GridPlace::Table(2).row(&name, 3).spot, Spot::TableRow(2, 3));
    assert_eq!(GridPlace::Csv.cell(&name, 3, 1).spot, Spot::Cell("".into(), 3, 1));
}
