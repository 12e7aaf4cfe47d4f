//! The held-out texts raise no alarms, and what the mutator made wrong in them is told, by its right name.

mod mutator;

use festoon_claims::{Date, Finding, Ledger, Linter, Occasion, Pair, Role, Verdict, align};
use mutator::marks::{Corpus, Language, Paragraph};
use mutator::truth::Truth;
use mutator::{Mutation, Verdict as Made, mutations};
use std::collections::BTreeMap;
use std::ops::Range;

const FIRST: &str = "heldout-zh";
const SECOND: &str = "heldout-zh-2";

fn ledger(corpus: &str) -> Ledger {
    let path = mutator::marks::folder_of(corpus).join("figures.toml");
    Ledger::parse(&std::fs::read_to_string(path).expect("the figures")).expect("a ledger")
}

fn occasion(paragraph: &Paragraph) -> Occasion {
    Occasion {
        day: Date::parse(&paragraph.day).expect("a day"),
        at: format!("{}T12:00:00+08:00", paragraph.day).parse().expect("an instant"),
        week: Some(paragraph.week.clone()),
    }
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// Whether a verdict is the one the mutator meant.
fn is_meant(made: Made, told: &Verdict) -> bool {
    match told {
        Verdict::WrongValue { .. } => made == Made::WrongValue,
        Verdict::OffByPower { .. } => made == Made::OffByPower,
        Verdict::WrongCurrency { .. } | Verdict::WrongUnit { .. } => made == Made::WrongUnit,
        Verdict::HedgeContradicts { .. } => made == Made::HedgeContradicts,
        Verdict::WrongStage { .. } => made == Made::WrongStage,
        Verdict::Stale { .. } => made == Made::Stale,
        Verdict::ScopeDiffers { .. } => made == Made::ScopeDiffers,
        Verdict::CountedDiffers { .. } => made == Made::CountedDiffers,
        Verdict::Embargoed => made == Made::Embargoed,
        Verdict::SumFails { .. } => made == Made::SumFails,
        Verdict::NotAmong => made == Made::NotAmong,
        Verdict::Right => false,
    }
}

/// Whether anything was told of a mutation, and whether it was the right thing.
fn told(linter: &Linter, mutation: &Mutation) -> (bool, bool, String) {
    let paragraph = &mutation.paragraph;
    if let Some(other) = &mutation.other {
        let chinese = paragraph.language == Language::Chinese;
        let pairs =
            if chinese { align(&paragraph.text, &other.text) } else { align(&other.text, &paragraph.text) };
        let here = |pair: &Pair| match pair {
            Pair::Agree { .. } => false,
            Pair::Disagree { zh, en, .. } => mutation
                .places
                .iter()
                .any(|place| overlap(place, if chinese { &zh.place } else { &en.place })),
            // What is omitted has no place but in the other text.
            Pair::Omitted { .. } => true,
        };
        let found: Vec<_> = pairs.into_iter().filter(here).collect();
        let meant = found
            .iter()
            .any(|pair| matches!(pair, Pair::Disagree { .. }) == (mutation.verdict == Made::Disagrees));
        return (!found.is_empty(), meant, format!("{found:?}"));
    }
    let findings = linter.lint(&paragraph.text, &occasion(paragraph));
    let here: Vec<&Finding> = findings
        .iter()
        .filter(|finding| mutation.places.iter().any(|place| overlap(place, &finding.claim.place)))
        .collect();
    let found = here.iter().any(|finding| finding.verdict != Verdict::Right);
    let meant = here.iter().any(|finding| is_meant(mutation.verdict, &finding.verdict));
    let words: Vec<_> =
        here.iter().map(|finding| format!("{} {:?}", finding.verdict.word(), finding.figure)).collect();
    (found, meant, words.join("; "))
}

#[expect(clippy::cast_precision_loss, reason = "shares to be printed")]
fn injected(corpus: &str) {
    let ledger = ledger(corpus);
    let linter = Linter::new(&ledger);
    let made = mutations(&Corpus::read_in(corpus), &Truth::read_in(corpus), 20_210_610, 240);
    let mut counts: BTreeMap<(bool, Made), (usize, usize, usize)> = BTreeMap::new();
    for mutation in &made {
        let (found, meant, words) = told(&linter, mutation);
        let count =
            counts.entry((mutation.paragraph.language == Language::English, mutation.verdict)).or_default();
        count.0 += 1;
        count.1 += usize::from(found);
        count.2 += usize::from(meant);
        if !meant {
            let place = &mutation.places[0];
            let text = &mutation.paragraph.text;
            let start = text.floor_char_boundary(place.start.saturating_sub(60));
            let end = text.ceil_char_boundary((place.end + 40).min(text.len()));
            println!(
                "{:?} {corpus}/{} …{:?}⟦{}⟧{:?}… told: {words}",
                mutation.verdict,
                mutation.paragraph.source,
                &text[start..place.start],
                &text[place.clone()],
                &text[place.end..end]
            );
        }
    }
    let mut short = Vec::new();
    for ((english, verdict), (all, found, meant)) in &counts {
        let (found, meant) = (*found as f64 / *all as f64, *meant as f64 / *all as f64);
        println!(
            "TALLY {corpus} {} {verdict:?}: {all} made, {:.1} % found, {:.1} % rightly named",
            if *english { "en" } else { "zh" },
            found * 100.0,
            meant * 100.0
        );
        if found < 0.98 || meant < 0.95 {
            short.push((english, verdict));
        }
    }
    assert!(short.is_empty(), "below the bar: {short:?}");
}

fn undisturbed(folder: &str) {
    let ledger = ledger(folder);
    let linter = Linter::new(&ledger);
    let corpus = Corpus::read_in(folder);
    let mut alarms: BTreeMap<bool, (usize, usize)> = BTreeMap::new();
    let mut stated = (0, 0);
    for paragraph in corpus.paragraphs.iter().chain(corpus.pairs.iter().flatten()) {
        let chinese = paragraph.language == Language::Chinese;
        let count = alarms.entry(chinese).or_default();
        count.0 +=
            if chinese { paragraph.text.chars().count() } else { paragraph.text.split_whitespace().count() };
        let findings = linter.lint(&paragraph.text, &occasion(paragraph));
        for finding in findings.iter().filter(|finding| finding.verdict.is_alarm()) {
            count.1 += 1;
            println!(
                "ALARM {folder}/{} {}: {} {}",
                paragraph.source,
                &paragraph.text[finding.claim.place.clone()],
                finding.verdict.word(),
                finding.sentence(&ledger, festoon_claims::Language::En)
            );
        }
        for mark in paragraph.marks.iter().filter(|mark| mark.flag("figure").is_some()) {
            let finding = findings.iter().find(|finding| {
                overlap(&finding.claim.place, &mark.place) && finding.claim.role == Role::Stated
            });
            stated.0 += 1;
            stated.1 +=
                usize::from(finding.is_some_and(|finding| finding.figure.as_deref() == mark.flag("figure")));
        }
    }
    let ((characters, zh), (words, en)) = (alarms[&true], alarms.get(&false).copied().unwrap_or_default());
    println!(
        "TALLY {folder} {zh} alarms in {characters} characters, {en} in {words} words; {} of {} claims matched with their figure",
        stated.1, stated.0
    );
    assert!(zh * 800 <= characters, "{zh} alarms in {characters} characters");
    assert!(en * 500 <= words, "{en} alarms in {words} words");
}

#[test]
fn what_the_mutator_made_wrong_is_found_and_rightly_named() {
    injected(FIRST);
}

#[test]
fn what_the_mutator_made_wrong_in_the_second_set_is_found_and_rightly_named() {
    injected(SECOND);
}

#[test]
fn true_texts_raise_no_more_than_one_alarm_a_page() {
    undisturbed(FIRST);
}

#[test]
fn true_texts_of_the_second_set_raise_no_more_than_one_alarm_a_page() {
    undisturbed(SECOND);
}

#[test]
fn the_held_out_figures_do_not_contradict_themselves() {
    assert_eq!(ledger(FIRST).faults(), Vec::new());
    assert_eq!(ledger(SECOND).faults(), Vec::new());
}
