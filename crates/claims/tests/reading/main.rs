//! Figures in single lines, one rule of reading a line: what is found, what it says, and that nothing else is found.
//!
//! The marks are those of the corpus, `⟦text|kind value unit flags⟧`, of which only hedges and changes are flags here.

mod sentences;

use festoon_claims::{Change, Claim, find};
use std::fs;
use std::path::Path;

/// A line without its marks, and what each mark says.
struct Line {
    text: String,
    figures: Vec<String>,
}

fn lines(language: &str) -> Vec<Line> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reading").join(language);
    let text = fs::read_to_string(path.with_extension("txt")).expect("the lines stand beside this test");
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(line).collect()
}

fn line(marked: &str) -> Line {
    let (mut text, mut figures) = (String::new(), Vec::new());
    for part in marked.split('⟧') {
        let (plain, mark) = part.split_once('⟦').unwrap_or((part, ""));
        text.push_str(plain);
        if let Some((words, said)) = mark.split_once('|') {
            text.push_str(words);
            figures.push(format!("{words}: {said}"));
        }
    }
    Line { text, figures }
}

/// A claim in the words of the marks.
fn said(text: &str, claim: &Claim) -> String {
    let currency = claim.currency.map(|currency| currency.code().to_owned());
    let unit = currency.or_else(|| claim.unit.map(|unit| unit.word().to_owned()));
    let hedge = claim.hedge.map(|hedge| format!(" hedge:{}", hedge.word())).unwrap_or_default();
    let change = claim.change.map_or("", |change| match change {
        Change::Up => " change:up",
        Change::Down => " change:down",
        Change::To => " change:to",
        Change::Double => " change:double",
    });
    let unit = unit.unwrap_or_else(|| "-".to_owned());
    let words = &text[claim.place.clone()];
    format!("{words}: {} {} {unit}{hedge}{change}", claim.kind.word(), claim.value)
}

fn check(language: &str) {
    let mut wrong = 0;
    for line in lines(language) {
        let found: Vec<String> = find(&line.text).iter().map(|claim| said(&line.text, claim)).collect();
        if found != line.figures {
            wrong += 1;
            println!("{}\n   found {found:?}\n  wanted {:?}", line.text, line.figures);
        }
    }
    assert_eq!(wrong, 0, "{language} lines that are read otherwise");
}

#[test]
fn every_chinese_line_is_read_as_it_is_marked() {
    check("chinese");
}

#[test]
fn every_english_line_is_read_as_it_is_marked() {
    check("english");
}

#[test]
fn classes_of_chinese_words_are_read_as_they_are_marked() {
    check("chinese-classes");
}

#[test]
fn classes_of_english_words_are_read_as_they_are_marked() {
    check("english-classes");
}

#[test]
fn every_class_of_english_is_read_as_it_is_marked() {
    check("english-usage");
}

#[test]
fn english_prose_is_read_as_it_is_marked() {
    check("english-prose");
}
