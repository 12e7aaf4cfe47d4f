//! Files as real programs write them, made in the test.

use std::io::{Cursor, Write};

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use zip::write::SimpleFileOptions;

/// An archive of parts.
pub(crate) fn zip_of(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(bytes).expect("in memory");
    }
    archive.finish().expect("in memory").into_inner()
}

/// A workbook as a library writes it: title in merged cells, dates, rich text, a hidden row and a hidden sheet.
pub(crate) fn xlsx() -> Vec<u8> {
    let mut book = Workbook::new();
    let (bold, plain) = (Format::new().set_bold(), Format::new());
    let date = Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"");
    let moment = Format::new().set_num_format("m/d h:mm");
    let duration = Format::new().set_num_format("[h]:mm");
    let opening = ExcelDateTime::from_ymd(2021, 6, 21).expect("a date");

    let sheet = book.add_worksheet().set_name("日程").expect("a name");
    sheet.merge_range(1, 0, 2, 3, "创新周", &bold).expect("cells");
    for (column, heading) in (0..).zip(["活动名称", "日期", "时间", "人数"]) {
        sheet.write(3, column, heading).expect("a cell");
    }
    sheet.write_rich_string(4, 0, &[(&bold, "开幕式"), (&plain, " by Ada")]).expect("a cell");
    sheet.write_with_format(4, 1, &opening, &date).expect("a cell");
    sheet.write_with_format(4, 2, opening.and_hms(18, 0, 0).expect("a time"), &moment).expect("a cell");
    sheet.write(4, 3, 300.5).expect("a cell");
    sheet.write(5, 0, "line 1\nline 2").expect("a cell");
    sheet.write_with_format(5, 1, 1.5, &duration).expect("a cell");
    sheet.write(5, 3, true).expect("a cell");
    sheet.set_row_hidden(5).expect("a row");

    book.add_worksheet().set_name("Blank").expect("a name");
    let rooms = book.add_worksheet().set_name("Rooms").expect("a name");
    rooms.write(0, 0, "Hall A").expect("a cell");
    rooms.set_hidden(true);
    book.save_to_buffer().expect("in memory")
}

/// A workbook with one sheet "S" of these rows, counting from 1904.
pub(crate) fn xlsx_of(rows: &str, shared: &str) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    zip_of(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", b"<Relationships/>"),
        ("xl/workbook.xml", b"<workbook><workbookPr date1904=\"1\"/><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", b"<Relationships><Relationship Id=\"r1\" Type=\"http://x/worksheet\" Target=\"/xl/worksheets/sheet1.xml\"/></Relationships>"),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/sharedStrings.xml", shared.as_bytes()),
    ])
}

/// A workbook of LibreOffice with one hidden sheet of these rows.
pub(crate) fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:automatic-styles><style:style style:name=\"ta1\"><style:table-properties table:display=\"false\"/></style:style></office:automatic-styles>\
         <office:body><office:spreadsheet><table:table table:name=\"S\" table:style-name=\"ta1\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    zip_of(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", content.as_bytes()),
    ])
}

/// A document with this body.
pub(crate) fn docx(body: &str) -> Vec<u8> {
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    zip_of(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", b"<Relationships/>"),
        ("word/document.xml", document.as_bytes()),
    ])
}
