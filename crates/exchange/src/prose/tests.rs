//! Texts out of every kind of file, and where their words stand in it.

use std::io::{Cursor, Write as _};

use festoon_domain::text::Lang;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

fn file(name: &str, bytes: &[u8]) -> NamedFile {
    NamedFile { name: name.into(), bytes: bytes.to_vec() }
}

/// The text, and where the word `500` stands in the file.
fn read(name: &str, bytes: &[u8]) -> (String, (u32, u32)) {
    let (prose, defects) = Prose::read(&file(name, bytes)).expect(name);
    assert_eq!(defects, Vec::new(), "{name}");
    let place = prose.place(prose.text.find("500").expect("the word stands there"));
    (prose.text, (place.line, place.column))
}

fn docx(body: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default()).expect("in memory");
    let xml = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    zip.write_all(xml.as_bytes()).expect("in memory");
    zip.finish().expect("in memory").into_inner()
}

#[test]
fn a_text_is_the_same_in_every_encoding() {
    let text = "拟签约项目\n投资近500亿元。";
    let utf16 = |to: fn(u16) -> [u8; 2]| {
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(to).collect::<Vec<u8>>()
    };
    let unmarked = |to: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to).collect::<Vec<u8>>();
    let gbk = encoding_rs::GB18030.encode(text).0.into_owned();
    for bytes in [
        text.as_bytes().to_vec(),
        format!("\u{feff}{text}").into_bytes(),
        gbk,
        utf16(u16::to_le_bytes),
        utf16(u16::to_be_bytes),
        unmarked(u16::to_le_bytes),
        unmarked(u16::to_be_bytes),
        text.replace('\n', "\r\n").into_bytes(),
    ] {
        assert_eq!(read("a.txt", &bytes), (text.to_owned(), (2, 4)));
    }
}

#[test]
fn emphasis_does_not_stand_inside_a_number_of_markdown() {
    let said = read("a.md", "# 投资\n\n近**500**亿元".as_bytes());
    assert_eq!(said, ("# 投资\n\n近500亿元".to_owned(), (3, 4)));
}

#[test]
fn of_a_page_the_words_are_taken_and_their_places_are_those_of_its_source() {
    let page = "<!doctype html>\n<title>周</title><style>p { width: 900px }</style>\n<p>近<b>5</b>&#48;0&nbsp;亿元<!-- 800 -->\n  投资<br>a &lt; 3<del>70</del>\n<table><tr><td>1<td>500</table>";
    let (prose, _) = Prose::read(&file("a.html", page.as_bytes())).expect("a page");
    assert_eq!(prose.text, "周\n\n近500 亿元 投资\na < 3\n\n1\t500");
    let places: Vec<_> = prose.text.match_indices("500").map(|(at, _)| prose.place(at)).collect();
    assert_eq!(places, [Place { line: 3, column: 8 }, Place { line: 5, column: 21 }]);
}

#[test]
fn of_a_document_what_word_shows_is_taken_by_paragraphs() {
    let body = "<w:p><w:r><w:t>概况</w:t></w:r></w:p><w:p/>\
        <w:p><w:del><w:r><w:delText>900</w:delText></w:r></w:del><w:r><w:t>近5</w:t></w:r><w:r><w:t>00亿元</w:t></w:r></w:p>\
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>48</w:t><w:tab/><w:t>项</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let (prose, _) = Prose::read(&file("a.docx", &docx(body))).expect("a document");
    assert_eq!(prose.text, "概况\n\n\n\n近500亿元\n\n48\t项");
    let at = |words: &str| prose.place(prose.text.find(words).expect("there"));
    assert_eq!((at("500"), at("48")), (Place { line: 3, column: 2 }, Place { line: 4, column: 1 }));
    assert_eq!(prose.counted(), Counted::Paragraphs);
}

#[test]
fn what_is_no_text_is_refused_with_what_would_be_right() {
    let refused = |name: &str, bytes: &[u8]| {
        let refusal = Prose::read(&file(name, bytes)).expect_err(name);
        Lang::BOTH.map(|lang| refusal.reason.sentence(lang))
    };
    assert!(refused("a.pdf", b"%PDF-1.7")[1].contains("(PDF). .txt, .md, .docx and .html can"));
    assert!(refused("a.rtf", b"{\\rtf1")[0].contains("请另存为其中一种"));
    assert!(refused("a.png", b"\x89PNG\x1a\x01\x02\x03\x04\x05\x06")[1].contains("binary"));
    assert!(refused("a.txt", b" \n")[1].contains("the file is empty"));
    assert!(refused("a.docx", b"PK\x03\x04")[1].contains("truncated or damaged"));
    assert!(refused("a.docx", &docx("<w:p/>"))[1].contains("the file is empty"));
    let large = vec![b'1'; usize::try_from(LARGEST_TEXT).expect("fits") + 1];
    assert!(refused("a.txt", &large)[1].contains("at most 50 MiB"));
}

#[test]
fn the_place_behind_a_figure_is_before_the_signs_of_its_emphasis() {
    let file = NamedFile { name: "a.md".into(), bytes: "总投资**近50亿元**。".into() };
    let (prose, _) = Prose::read(&file).expect("a text");
    let end = prose.text.find('。').expect("it ends");
    assert_eq!(prose.place_behind(end), Place { line: 1, column: 11 });
    assert_eq!(prose.place_behind(0), Place { line: 1, column: 1 });
}

#[test]
fn places_on_one_line_of_fifty_megabytes_are_found_without_walking_it() {
    let line = "近500亿元 ".repeat(3_000_000);
    let prose = Prose::pasted("a", &line);
    let columns: Vec<u32> =
        prose.text.match_indices("500").step_by(1000).map(|(at, _)| prose.place(at).column).collect();
    assert_eq!((columns.len(), columns[2999]), (3000, 7 * 2_999_000 + 2));
}

#[test]
fn what_is_struck_out_of_markdown_is_no_longer_said() {
    let said = read("a.md", "活动~~200~~48项，近500亿元，~ 3 和 ~~~".as_bytes());
    assert_eq!(said, ("活动48项，近500亿元，~ 3 和 ~~~".to_owned(), (1, 15)));
}

#[test]
fn of_a_page_what_is_hidden_is_not_read() {
    let page = "<p>近500亿元<span hidden>300<span>4</span></span><b style=\"color: red; display : none\">900</b>，<s>70</s>\
        <div class=\"hidden\">48</div><input type=hidden value=5><p hidden>7<p>8";
    let (prose, _) = Prose::read(&file("a.html", page.as_bytes())).expect("a page");
    assert_eq!(prose.text, "近500亿元，\n\n48\n\n8");
}

#[test]
fn the_cells_of_a_row_stand_beside_each_other() {
    let cell = |words: &str| format!("<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>");
    let row = |one: &str, other: &str| format!("<w:tr>{}{}</w:tr>", cell(one), cell(other));
    let body = format!("<w:p/><w:tbl>{}{}</w:tbl>", row("拟签约项目", "157个"), row("活动", "48项"));
    let (prose, _) = Prose::read(&file("a.docx", &docx(&body))).expect("a document");
    assert_eq!(prose.text, "拟签约项目\t157个\n\n活动\t48项");
    assert_eq!(prose.place(prose.text.find("48").expect("there")), Place { line: 5, column: 1 });
}
