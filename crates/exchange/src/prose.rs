//! A text that somebody wrote, out of whatever file it came in: plain text, Markdown, a document, a web page.
//!
//! What a reader would see is taken and nothing else: no markup, no scripts, no deleted words. Paragraphs are parted by blank lines, and every
//! character knows where it stands in its file, by line and column, in documents by paragraph and character. Of the file's layout nothing is kept.
//! Costs one copy of the text and, for a place, a walk over at most four thousand bytes.

mod docx;
mod html;
mod markdown;
mod places;

use std::path::Path;
use std::sync::Arc;

use festoon_domain::programme::Spot;

pub use places::{Counted, Place};

use crate::defect::Trouble;
use crate::sheet::SheetTrouble;
use crate::sheet::grid::{Container, decoded, looks_like_text};
use crate::{Defect, NamedFile, Reason, Refusal, Right};
use places::{Places, Steps};

/// The most bytes of a text: a thousand times what a week prints.
pub const LARGEST_TEXT: u64 = 50 * 1024 * 1024;

/// A text with the places of its characters.
#[derive(Debug, Clone)]
pub struct Prose {
    /// The file it came in.
    pub name: Arc<str>,
    /// What a reader would see.
    pub text: String,
    places: Places,
}

/// What a file turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Plain,
    Markdown,
    Html,
    Docx,
}

impl Prose {
    /// A text that came without a file, as out of a form.
    #[must_use]
    pub fn pasted(name: &str, text: &str) -> Self {
        let text = text.replace("\r\n", "\n");
        let places = Places::of_lines(&text, Steps::default(), None);
        Self { name: name.into(), text, places }
    }

    /// Reads a text with its markup, as a template has to keep it.
    ///
    /// # Errors
    /// A file that is empty, larger than [`LARGEST_TEXT`], or no plain text.
    pub fn verbatim(file: &NamedFile) -> Result<Self, Refusal> {
        let refusal = |reason| Refusal { file: Arc::clone(&file.name), spot: Spot::Whole, reason };
        let size = file.bytes.len() as u64;
        if size > LARGEST_TEXT {
            return Err(refusal(Reason::TooLarge(size, LARGEST_TEXT)));
        }
        if format(file).map_err(refusal)? == Format::Docx {
            let right = Right::new(
                "模板应为纯文本，如 .txt、.md 或 .html。",
                "a template is plain text, such as .txt, .md or .html.",
            );
            return Err(refusal(Reason::Malformed(right)));
        }
        let (text, _) = decoded(file).map_err(refusal)?;
        let places = Places::of_lines(&text, Steps::default(), None);
        Ok(Self { name: Arc::clone(&file.name), text, places })
    }

    /// Reads a text, and says what could not be taken as it stood.
    ///
    /// # Errors
    /// A file that is empty, larger than [`LARGEST_TEXT`], broken, or no text.
    pub fn read(file: &NamedFile) -> Result<(Self, Vec<Defect>), Refusal> {
        let refusal = |reason| Refusal { file: Arc::clone(&file.name), spot: Spot::Whole, reason };
        let size = file.bytes.len() as u64;
        if size > LARGEST_TEXT {
            return Err(refusal(Reason::TooLarge(size, LARGEST_TEXT)));
        }
        let format = format(file).map_err(refusal)?;
        if format == Format::Docx {
            let (text, starts) = docx::read(&file.bytes).map_err(refusal)?;
            let places = Places::of_paragraphs(&text, starts);
            return Ok((Self { name: Arc::clone(&file.name), text, places }, Vec::new()));
        }
        let (source, troubles) = decoded(file).map_err(refusal)?;
        let defects = troubles.into_iter().map(|(citation, trouble)| {
            Defect::new(citation, "", Trouble::Sheet(SheetTrouble::Grid(trouble)))
        });
        let (text, places) = match format {
            Format::Html => {
                let (text, steps) = html::read(&source);
                let places = Places::of_lines(&text, steps, Some(source));
                (text, places)
            }
            Format::Markdown => {
                let (text, steps) = markdown::read(&source);
                let places = Places::of_lines(&text, steps, Some(source));
                (text, places)
            }
            Format::Plain | Format::Docx => {
                let text = if source.contains('\r') { unix(&source) } else { source };
                let places = Places::of_lines(&text, Steps::default(), None);
                (text, places)
            }
        };
        Ok((Self { name: Arc::clone(&file.name), text, places }, defects.collect()))
    }

    /// Where in its file a byte of the text stands.
    #[must_use]
    pub fn place(&self, byte: usize) -> Place {
        self.places.of(&self.text, byte)
    }

    /// The place behind the character that ends at a byte, with none of the markup that may follow it.
    #[must_use]
    pub fn place_behind(&self, byte: usize) -> Place {
        let last =
            self.text.get(..byte).and_then(|before| before.chars().next_back()).map_or(0, char::len_utf8);
        let Place { line, column } = self.place(byte - last);
        Place { line, column: column + u32::from(last > 0) }
    }

    /// What places are counted in.
    #[must_use]
    pub fn counted(&self) -> Counted {
        self.places.counted
    }
}

/// Line ends of other systems, so that a blank line is one everywhere; lines and columns stay as they were.
fn unix(source: &str) -> String {
    source.replace("\r\n", "\n").replace('\r', "\n")
}

fn format(file: &NamedFile) -> Result<Format, Reason> {
    let bytes = &file.bytes[..];
    let blank = |byte: &u8| byte.is_ascii_whitespace() || b"\xef\xbb\xbf".contains(byte);
    if bytes.iter().all(blank) {
        return Err(Reason::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(Format::Docx);
    }
    let no_text = |looks: &str| {
        Reason::Malformed(Right::new(
            format!(
                "这不是能读取的文字（{looks}）。可以读取 .txt、.md、.docx、.html；其他格式请另存为其中一种。"
            ),
            format!(
                "this file cannot be read as text ({looks}). .txt, .md, .docx and .html can; save others as one of them."
            ),
        ))
    };
    if bytes.starts_with(b"%PDF") {
        return Err(no_text("PDF"));
    }
    if bytes.starts_with(b"{\\rtf") {
        return Err(no_text("RTF"));
    }
    if Container::is_one(bytes) {
        return Err(no_text("Word 97—2003 .doc"));
    }
    if !looks_like_text(bytes) {
        return Err(no_text("binary"));
    }
    let ending = Path::new(&*file.name).extension().unwrap_or_default().to_ascii_lowercase();
    let head: Vec<u8> = bytes
        .iter()
        .copied()
        .filter(|byte| *byte != 0)
        .skip_while(|byte| blank(byte) || *byte >= 0xfe)
        .take(15)
        .collect();
    let head = head.to_ascii_lowercase();
    if head.starts_with(b"<!doctype html")
        || head.starts_with(b"<html")
        || ending == "html"
        || ending == "htm"
    {
        return Ok(Format::Html);
    }
    if ending == "md" || ending == "markdown" {
        return Ok(Format::Markdown);
    }
    Ok(Format::Plain)
}

#[cfg(test)]
mod tests;
