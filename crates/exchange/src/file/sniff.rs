//! What the bytes of a file look like.
//!
//! Looks at the beginning, and into the directory of an archive; never unpacks more than a few hundred bytes.
//! Only JSON is looked through as far as it takes to find the names that tell its formats apart.

mod json;

use super::{Format, NamedFile};
use crate::Reason;
use crate::sheet::grid::{Container, Package, looks_like_text};

pub(super) fn format(name: &str, bytes: &[u8]) -> Result<Format, Reason> {
    let size = bytes.len() as u64;
    if size > NamedFile::LARGEST_BYTES {
        return Err(Reason::TooLarge(size, NamedFile::LARGEST_BYTES));
    }
    let head = &bytes[..bytes.len().min(16 * 1024)];
    if head.len() == bytes.len() && head.iter().all(|byte| b" \t\r\n\xef\xbb\xbf".contains(byte)) {
        return Err(Reason::Empty);
    }
    if bytes.starts_with(b"PK") && matches!(bytes.get(2), Some(3 | 5 | 7)) {
        return archive(bytes);
    }
    if Container::is_one(bytes) {
        return old_office(bytes);
    }
    if let Some(known) = by_magic(bytes) {
        return Err(Reason::UnknownFormat(known.into()));
    }
    if !looks_like_text(bytes) {
        return Err(Reason::UnknownFormat(as_hex(bytes)));
    }
    text(name, head, bytes)
}

fn archive(bytes: &[u8]) -> Result<Format, Reason> {
    let mut package = Package::open(bytes)?;
    if package.has("word/document.xml") {
        return Ok(Format::Docx);
    }
    if package.has("xl/workbook.bin") {
        return Err(Reason::UnknownFormat("Excel .xlsb".into()));
    }
    if package.has("ppt/presentation.xml") {
        return Err(Reason::UnknownFormat("PowerPoint .pptx".into()));
    }
    let kind = package.beginning("mimetype");
    let kind = String::from_utf8_lossy(&kind).trim().to_owned();
    if kind.starts_with("application/vnd.oasis.opendocument.spreadsheet") {
        return Ok(Format::Ods);
    }
    if !kind.is_empty() {
        return Err(Reason::UnknownFormat(kind.chars().filter(|c| !c.is_control()).take(80).collect()));
    }
    // A workbook may keep its parts under other names, but it always has these two.
    if package.has("xl/workbook.xml") || (package.has("[Content_Types].xml") && package.has("_rels/.rels")) {
        return Ok(Format::Xlsx);
    }
    Err(Reason::UnknownFormat("ZIP".into()))
}

fn old_office(bytes: &[u8]) -> Result<Format, Reason> {
    let container = Container::open(bytes)?;
    if container.has("EncryptedPackage") {
        return Err(Reason::Encrypted);
    }
    if container.has("Workbook") || container.has("Book") {
        return Ok(Format::Xls);
    }
    let known = if container.has("WordDocument") {
        "Word .doc"
    } else if container.has("PowerPoint Document") {
        "PowerPoint .ppt"
    } else {
        "OLE"
    };
    Err(Reason::UnknownFormat(known.into()))
}

fn by_magic(bytes: &[u8]) -> Option<&'static str> {
    let known: [(&[u8], &str); 14] = [
        (b"%PDF", "PDF"),
        (b"{\\rtf", "RTF"),
        (b"\x89PNG", "PNG"),
        (b"\xff\xd8\xff", "JPEG"),
        (b"GIF8", "GIF"),
        (b"BM", "BMP"),
        (b"Rar!", "RAR"),
        (b"7z\xbc\xaf\x27\x1c", "7z"),
        (b"\x1f\x8b", "gzip"),
        (b"\x7fELF", "ELF"),
        (b"MZ", "EXE"),
        (b"SQLite format 3", "SQLite"),
        (b"\x09\x08\x08\x00", "Excel 5 or older, without container"),
        (b"\x09\x00\x04\x00", "Excel 2"),
    ];
    let found = known.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, name)| *name);
    // Two letters also begin words: a program and a picture have bytes that no text has.
    found.filter(|name| !matches!(*name, "BMP" | "EXE") || !looks_like_text(bytes))
}

fn text(name: &str, head: &[u8], bytes: &[u8]) -> Result<Format, Reason> {
    let plain: String = head.iter().filter(|byte| **byte != 0).map(|byte| char::from(*byte)).collect();
    let plain = plain.trim_start_matches(['\u{ef}', '\u{bb}', '\u{bf}', '\u{ff}', '\u{fe}']).trim_start();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    let is_separated = matches!(ending.as_str(), "csv" | "tsv" | "txt" | "tab");

    if plain.get(..15).is_some_and(|begin| begin.eq_ignore_ascii_case("BEGIN:VCALENDAR")) {
        return Ok(Format::Ics);
    }
    if let Some(root) = outermost(plain) {
        let lower = root.to_ascii_lowercase();
        let is_page = matches!(lower.as_str(), "html" | "table" | "head" | "body" | "meta" | "style");
        return match root {
            _ if is_page => Ok(Format::Html),
            "Workbook" => Err(Reason::UnknownFormat("Excel 2003 XML".into())),
            "document" if plain.contains("opendocument") => Err(Reason::UnknownFormat("ODF .fods".into())),
            _ if is_separated && !plain.starts_with("<?xml") => Ok(Format::Csv),
            _ => Ok(Format::ScheduleXml),
        };
    }
    // A declaration whose root lies further on, or nothing after it.
    if plain.starts_with("<?xml") || plain.starts_with("<!") {
        return Ok(Format::ScheduleXml);
    }
    if (plain.starts_with('{') || plain.starts_with("[{")) && !is_separated {
        return json::format(bytes).ok_or_else(|| Reason::UnknownFormat("JSON".into()));
    }
    Ok(Format::Csv)
}

/// The name of the first element, without prefix, past declarations and comments.
fn outermost(text: &str) -> Option<&str> {
    let mut rest = text;
    loop {
        rest = rest.trim_start().strip_prefix('<')?;
        if let Some(doctype) = rest.get(..12).filter(|start| start.eq_ignore_ascii_case("!doctype htm")) {
            return doctype.get(9..).map(|_| "html");
        }
        let end = match rest.as_bytes().first()? {
            b'?' => "?>",
            b'!' if rest.starts_with("!--") => "-->",
            b'!' => ">",
            _ => break,
        };
        rest = rest.split_once(end)?.1;
    }
    let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))?;
    let name = &rest[..end];
    let name = name.rsplit(':').next().unwrap_or(name);
    (!name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.')))
        .then_some(name)
}

fn as_hex(bytes: &[u8]) -> String {
    let shown: Vec<String> = bytes.iter().take(8).map(|byte| format!("{byte:02X}")).collect();
    shown.join(" ")
}
