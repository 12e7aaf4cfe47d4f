//! True texts raise hardly an alarm.

use crate::mutator::marks::{Corpus, Language, Mark, Paragraph};
use crate::{ledger_of, occasion, overlap};
use festoon_claims::{Finding, Linter, Role};

/// How much of one language was read, and how many alarms it raised.
#[derive(Debug, Default)]
struct Read {
    length: usize,
    alarms: usize,
}

/// Holds a set to one alarm a page: 800 characters of Chinese, 500 words of English.
pub(crate) fn every_text(set: &str) {
    let ledger = ledger_of(set);
    let linter = Linter::new(&ledger);
    let corpus = Corpus::read_in(set);
    let (mut chinese, mut english) = (Read::default(), Read::default());
    let (mut stated, mut matched) = (0, 0);
    for paragraph in corpus.paragraphs.iter().chain(corpus.pairs.iter().flatten()) {
        let text = &paragraph.text;
        let (read, length) = match paragraph.language {
            Language::Chinese => (&mut chinese, text.chars().count()),
            Language::English => (&mut english, text.split_whitespace().count()),
        };
        read.length += length;
        let findings = linter.lint(text, &occasion(&ledger, paragraph));
        for finding in findings.iter().filter(|finding| finding.verdict.is_alarm()) {
            read.alarms += 1;
            println!(
                "ALARM {set}/{} {}: {} {}",
                paragraph.source,
                &text[finding.claim.place.clone()],
                finding.verdict.word(),
                finding.sentence(text, &ledger, festoon_claims::Language::En)
            );
        }
        for mark in paragraph.marks.iter().filter(|mark| mark.flag("figure").is_some()) {
            stated += 1;
            matched += usize::from(is_matched(set, paragraph, mark, &findings));
        }
    }
    println!(
        "TALLY {set} {} alarms in {} characters, {} in {} words; {matched} of {stated} claims matched with their figure",
        chinese.alarms, chinese.length, english.alarms, english.length
    );
    assert!(chinese.alarms * 800 <= chinese.length, "{} in Chinese", chinese.alarms);
    assert!(english.alarms * 500 <= english.length, "{} in English", english.alarms);
}

fn is_matched(set: &str, paragraph: &Paragraph, mark: &Mark, findings: &[Finding]) -> bool {
    let here =
        |finding: &&Finding| overlap(&finding.claim.place, &mark.place) && finding.claim.role == Role::Stated;
    let figure = findings.iter().find(here).and_then(|finding| finding.figure.as_deref());
    let is_matched = figure == mark.flag("figure");
    if !is_matched {
        let words = &paragraph.text[mark.place.clone()];
        println!(
            "UNMATCHED {set}/{} {words} is {:?}, taken for {figure:?}",
            paragraph.source,
            mark.flag("figure")
        );
    }
    is_matched
}
