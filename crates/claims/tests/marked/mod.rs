//! Reads the marked corpus: the text as published, and what each of its marks says.

#![expect(dead_code, reason = "each test file uses another part")]

use std::fs;
use std::ops::Range;
use std::path::Path;

/// A paragraph as published, with its marks.
#[derive(Debug, Clone)]
pub(crate) struct Paragraph {
    /// `zh/025`
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) marks: Vec<Mark>,
    /// The day the text goes out.
    pub(crate) day: String,
    pub(crate) week: String,
}

/// A mark: bytes of the published text, and the fields behind its bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) place: Range<usize>,
    pub(crate) kind: String,
    pub(crate) value: String,
    pub(crate) unit: String,
    pub(crate) flags: Vec<String>,
}

impl Mark {
    /// The value of a flag as `hedge:over`.
    pub(crate) fn flag(&self, key: &str) -> Option<&str> {
        self.flags.iter().find_map(|flag| flag.strip_prefix(key)?.strip_prefix(':'))
    }

    /// Whether it marks a figure, and no word.
    pub(crate) fn is_figure(&self) -> bool {
        !matches!(self.kind.as_str(), "stage" | "scope" | "noun")
    }
}

/// All paragraphs of a folder of the corpus; of `pairs`, those in `language`.
pub(crate) fn corpus(folder: &str, language: &str) -> Vec<Paragraph> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(folder);
    let mut files: Vec<_> =
        fs::read_dir(path).expect("the corpus").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    files.retain(|file| folder != "pairs" || file.to_string_lossy().contains(&format!(".{language}.")));
    files.iter().flat_map(|file| read(folder, &fs::read_to_string(file).expect("UTF-8"))).collect()
}

/// The text of the corpus' figures file.
pub(crate) fn figures() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/figures.toml");
    fs::read_to_string(path).expect("the figures")
}

fn read(folder: &str, text: &str) -> Vec<Paragraph> {
    text.split("\n# ")
        .map(|part| part.strip_prefix("# ").unwrap_or(part))
        .filter_map(|part| paragraph(folder, part))
        .collect()
}

fn paragraph(folder: &str, part: &str) -> Option<Paragraph> {
    let (title, body) = part.split_once('\n')?;
    let number = title.split_whitespace().next()?;
    let key = |key: &str| title.split_whitespace().find_map(|word| word.strip_prefix(key).map(str::to_owned));
    let (text, marks) = unmark(body.trim());
    Some(Paragraph {
        id: format!("{folder}/{number}"),
        text,
        marks,
        day: key("day:").unwrap_or("2022-06-27".to_owned()),
        week: key("week:").unwrap_or("chenghu-2022".to_owned()),
    })
}

fn unmark(body: &str) -> (String, Vec<Mark>) {
    let (mut text, mut marks, mut rest) = (String::new(), Vec::new(), body);
    while let Some((plain, behind)) = rest.split_once('⟦') {
        text.push_str(plain);
        let (mark, after) = behind.split_once('⟧').expect("a mark ends");
        let (words, fields) = mark.split_once('|').expect("a mark has fields");
        let start = text.len();
        text.push_str(words);
        let mut fields = fields.split_whitespace().map(str::to_owned);
        let mut next = || fields.next().expect("kind, value, unit");
        let (kind, value, unit) = (next(), next(), next());
        marks.push(Mark { place: start..text.len(), kind, value, unit, flags: fields.collect() });
        rest = after;
    }
    text.push_str(rest);
    (text, marks)
}
