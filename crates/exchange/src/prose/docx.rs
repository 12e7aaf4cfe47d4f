//! The words of a Word document, paragraph by paragraph, those of its tables, text boxes and footnotes among them.
//!
//! What Word would not show is left out: text deleted in tracked changes, phonetic guides, what older programs are given instead.

use crate::Reason;
use crate::sheet::grid::{Package, Piece};

use super::LARGEST_TEXT;
use super::places::small;

/// The text, and where each of its paragraphs begins.
pub(super) fn read(bytes: &[u8]) -> Result<(String, Vec<u32>), Reason> {
    let mut package = Package::open(bytes)?;
    let mut document = Document::default();
    if !document.part(&mut package, "word/document.xml")? {
        return Err(Reason::Broken("word/document.xml".into()));
    }
    document.part(&mut package, "word/footnotes.xml")?;
    document.part(&mut package, "word/endnotes.xml")?;
    if document.text.trim().is_empty() {
        return Err(Reason::Empty);
    }
    Ok((document.text, document.starts))
}

#[derive(Default)]
struct Document {
    text: String,
    starts: Vec<u32>,
    /// Paragraphs the walk is inside of: a text box stands in a paragraph and holds some.
    open: Vec<String>,
    /// Bytes of the open ones.
    held: usize,
    /// Of each table row that the walk is inside of, whether a paragraph of it has ended, and whether one of its present cell has.
    rows: Vec<Row>,
}

#[derive(Default)]
struct Row {
    begun: bool,
    in_cell: bool,
}

impl Document {
    /// Reads one part of the package; whether it is there.
    fn part(&mut self, package: &mut Package<'_>, name: &str) -> Result<bool, Reason> {
        let Some(mut part) = package.part(name)? else { return Ok(false) };
        let mut is_text = false;
        loop {
            let mut unseen = false;
            match part.next()? {
                Piece::Open(element) => match element.name() {
                    "p" => self.open.push(String::new()),
                    "t" => is_text = true,
                    "tr" => self.rows.push(Row::default()),
                    "tc" => {
                        if let Some(row) = self.rows.last_mut() {
                            row.in_cell = false;
                        }
                    }
                    "tab" => self.say("\t")?,
                    "br" | "cr" => self.say("\n")?,
                    "noBreakHyphen" => self.say("-")?,
                    "del" | "moveFrom" | "Fallback" | "rt" | "pPr" => unseen = true,
                    _ => {}
                },
                Piece::Text(words) if is_text => self.say(&words)?,
                Piece::Close(end) => match end.name() {
                    "t" => is_text = false,
                    "p" => self.end_paragraph()?,
                    "tr" => {
                        self.rows.pop();
                    }
                    _ => {}
                },
                Piece::End => return Ok(true),
                _ => {}
            }
            if unseen {
                part.skip()?;
            }
        }
    }

    fn say(&mut self, words: &str) -> Result<(), Reason> {
        let Some(paragraph) = self.open.last_mut() else { return Ok(()) };
        paragraph.push_str(words);
        self.held += words.len();
        if self.held as u64 + self.text.len() as u64 > LARGEST_TEXT {
            return Err(Reason::Bomb(LARGEST_TEXT));
        }
        Ok(())
    }

    fn end_paragraph(&mut self) -> Result<(), Reason> {
        let Some(paragraph) = self.open.pop() else { return Ok(()) };
        self.held -= paragraph.len();
        // What stands beside a label in the next cell is of it: 拟签约项目 | 157个.
        let beside = self.rows.last_mut().is_some_and(|row| {
            let beside = row.begun && !row.in_cell;
            *row = Row { begun: true, in_cell: true };
            beside
        });
        if !self.text.is_empty() {
            self.text.push_str(if beside { "\t" } else { "\n\n" });
        }
        self.starts.push(small(self.text.len()));
        self.text.push_str(&paragraph);
        // Blank paragraphs have no words to be counted.
        if self.text.len() as u64 > LARGEST_TEXT { Err(Reason::Bomb(LARGEST_TEXT)) } else { Ok(()) }
    }
}
