//! Reads the marked corpus. Its format is described in the corpus' own README; a mark that breaks it is a panic with its place.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    Chinese,
    English,
}

/// One mark; `place` is in bytes of the text without marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) place: Range<usize>,
    pub(crate) kind: String,
    pub(crate) value: String,
    pub(crate) unit: String,
    pub(crate) flags: Vec<String>,
}

impl Mark {
    /// The word after the colon of a flag, or the empty word of a flag without one.
    pub(crate) fn flag(&self, name: &str) -> Option<&str> {
        self.flags.iter().find_map(|flag| {
            let (key, word) = flag.split_once(':').unwrap_or((flag, ""));
            (key == name).then_some(word)
        })
    }

    pub(crate) fn is_figure(&self) -> bool {
        !matches!(self.kind.as_str(), "stage" | "scope" | "noun")
    }

    /// The mark with a flag set to another word, or taken away.
    pub(crate) fn flagged(&self, name: &str, word: Option<&str>) -> Self {
        let mut mark = self.clone();
        mark.flags.retain(|flag| flag.split(':').next() != Some(name));
        mark.flags.extend(word.map(|word| format!("{name}:{word}")));
        mark
    }

    pub(crate) fn valued(&self, value: &str) -> Self {
        Self { value: value.to_owned(), ..self.clone() }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Paragraph {
    /// File and number, such as `zh/01-announcements.txt 001`.
    pub(crate) source: String,
    pub(crate) language: Language,
    /// The day it goes out, and the week it speaks of.
    pub(crate) day: String,
    pub(crate) week: String,
    /// As published, without marks.
    pub(crate) text: String,
    pub(crate) marks: Vec<Mark>,
}

impl Paragraph {
    pub(crate) fn words(&self, at: usize) -> &str {
        &self.text[self.marks[at].place.clone()]
    }

    /// The same paragraph, where one mark has other words and another meaning.
    pub(crate) fn with(&self, at: usize, words: &str, mut mark: Mark) -> Self {
        let old = self.marks[at].place.clone();
        let mut paragraph = self.clone();
        paragraph.text.replace_range(old.clone(), words);

        for later in &mut paragraph.marks {
            if later.place.start >= old.end {
                let length = later.place.len();
                later.place.start = later.place.start - old.len() + words.len();
                later.place.end = later.place.start + length;
            }
        }
        mark.place = old.start..old.start + words.len();
        paragraph.marks[at] = mark;
        paragraph
    }

    /// The marks in the sentence of a mark, itself included.
    pub(crate) fn sentence(&self, at: usize) -> Vec<usize> {
        let ends = |(_, letter): &(usize, char)| matches!(letter, '。' | '；' | '！' | '？' | ';' | '\n');
        let place = &self.marks[at].place;
        let full_stop = |text: &str| text.find(". ");

        let start = self.text[..place.start].char_indices().rev().find(ends).map_or(0, |(end, _)| end);
        let start = self.text[..place.start].rfind(". ").map_or(start, |end| start.max(end));
        let end = self.text[place.end..]
            .char_indices()
            .find(ends)
            .map_or(self.text.len(), |(end, _)| place.end + end);
        let end = full_stop(&self.text[place.end..]).map_or(end, |stop| end.min(place.end + stop));

        let inside = |mark: &Mark| mark.place.start >= start && mark.place.end <= end;
        (0..self.marks.len()).filter(|&mark| inside(&self.marks[mark])).collect()
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Corpus {
    pub(crate) paragraphs: Vec<Paragraph>,
    /// The same story in Chinese and in English.
    pub(crate) pairs: Vec<[Paragraph; 2]>,
}

impl Corpus {
    /// The texts of a folder of `tests`; a language it does not have is empty.
    pub(crate) fn read_in(corpus: &str) -> Self {
        let folder = |name: &str| -> Vec<Paragraph> {
            texts(&folder_of(corpus).join(name)).iter().flat_map(|path| paragraphs(path)).collect()
        };
        let mut paragraphs = folder("zh");
        paragraphs.extend(folder("en"));

        let (chinese, english): (Vec<_>, Vec<_>) =
            folder("pairs").into_iter().partition(|paragraph| paragraph.language == Language::Chinese);
        assert_eq!(chinese.len(), english.len(), "every story of `pairs` is told in both languages");

        Self { paragraphs, pairs: chinese.into_iter().zip(english).map(|(zh, en)| [zh, en]).collect() }
    }
}

pub(crate) fn folder_of(set: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sets").join(set)
}

fn texts(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    paths
}

fn paragraphs(path: &Path) -> Vec<Paragraph> {
    let text = fs::read_to_string(path).expect("a readable text");
    let folder = path.parent().and_then(Path::file_name).expect("a folder").to_string_lossy().into_owned();
    let name = path.file_name().expect("a file").to_string_lossy();
    let chinese = folder == "zh" || name.ends_with(".zh.txt");
    let language = if chinese { Language::Chinese } else { Language::English };

    text.split("\n\n")
        .map(str::trim)
        .filter(|block| !block.is_empty())
        .map(|block| paragraph(block, &format!("{folder}/{name}"), language))
        .collect()
}

fn paragraph(block: &str, file: &str, language: Language) -> Paragraph {
    let (title, body) =
        block.split_once('\n').unwrap_or_else(|| panic!("{file}: a title without text: {block}"));
    let title = title.strip_prefix("# ").unwrap_or_else(|| panic!("{file}: no title: {title}"));
    let key = |name: &str, or: &str| {
        let keys = title.split_once(" | ").map_or("", |(_, keys)| keys);
        keys.split(' ').find_map(|key| key.strip_prefix(name)).unwrap_or(or).to_owned()
    };
    let number = title.get(..3).unwrap_or_else(|| panic!("{file}: no number: {title}"));

    let mut paragraph = Paragraph {
        source: format!("{file} {number}"),
        language,
        day: key("day:", "2022-06-27"),
        week: key("week:", "chenghu-2022"),
        text: String::new(),
        marks: Vec::new(),
    };
    let mut rest = body;
    while let Some((before, marked)) = rest.split_once('⟦') {
        let (inside, after) = marked.split_once('⟧').unwrap_or_else(|| panic!("{file} {number}: {marked}"));
        paragraph.text.push_str(before);
        let start = paragraph.text.len();
        let (words, spec) = inside.split_once('|').unwrap_or_else(|| panic!("{file} {number}: {inside}"));
        paragraph.text.push_str(words);
        paragraph.marks.push(mark(spec, start..start + words.len()));
        rest = after;
    }
    paragraph.text.push_str(rest);
    paragraph
}

fn mark(spec: &str, place: Range<usize>) -> Mark {
    let fields: Vec<_> = spec.split(' ').map(str::to_owned).collect();
    let [kind, value, unit, flags @ ..] = fields.as_slice() else {
        panic!("a mark has kind, value and unit: {spec}")
    };
    Mark { place, kind: kind.clone(), value: value.clone(), unit: unit.clone(), flags: flags.to_vec() }
}
