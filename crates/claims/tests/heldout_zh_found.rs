//! Every figure of the held-out texts, written by one who had not seen the linter, is found and understood, and nothing else is.

#[expect(dead_code, reason = "only the reader of marks is used here")]
mod mutator;

use festoon_claims::{Change, Claim, Kind, find};
use mutator::marks::{Corpus, Mark, Paragraph};

fn kind(claim: &Claim) -> &'static str {
    match claim.kind {
        Kind::Count => "count",
        Kind::Money => "money",
        Kind::Share => "share",
        Kind::Points => "points",
        Kind::Factor => "factor",
        Kind::Ordinal => "ordinal",
        Kind::Edition => "edition",
        Kind::Date => "date",
        Kind::Period => "period",
        Kind::Year => "year",
        Kind::Time => "time",
        Kind::Number => "number",
    }
}

/// What is told of a claim, in the words of the marks; a unit that either side leaves open counts as the other's.
fn told(claim: &Claim, mark: &Mark) -> [String; 5] {
    let unit = match (claim.currency, claim.unit) {
        (Some(currency), _) => currency.code().to_owned(),
        (_, Some(unit)) if unit.word() == "item" || mark.unit == "item" => mark.unit.clone(),
        (_, Some(unit)) => unit.word().to_owned(),
        (None, None) => "-".to_owned(),
    };
    let change = claim.change.map_or("", |change| match change {
        Change::Up => "up",
        Change::Down => "down",
        Change::To => "to",
        Change::Double => "double",
    });
    let hedge = claim.hedge.map_or("", |hedge| hedge.word());
    [kind(claim).to_owned(), claim.value.to_string(), unit, hedge.to_owned(), change.to_owned()]
}

fn expected(mark: &Mark) -> [String; 5] {
    let plain = mark.value.strip_suffix(".0").unwrap_or(&mark.value);
    let flag = |key| mark.flag(key).unwrap_or_default().to_owned();
    [mark.kind.clone(), plain.to_owned(), mark.unit.clone(), flag("hedge"), flag("change")]
}

struct Score {
    marks: usize,
    found: usize,
    parsed: usize,
    invented: usize,
    letters: usize,
}

fn score(paragraphs: &[Paragraph]) -> Score {
    let mut score = Score { marks: 0, found: 0, parsed: 0, invented: 0, letters: 0 };
    for paragraph in paragraphs {
        let claims = find(&paragraph.text);
        let marks: Vec<_> = paragraph.marks.iter().filter(|mark| mark.is_figure()).collect();
        score.letters += paragraph.text.chars().count();
        for mark in &marks {
            score.marks += 1;
            let touching: Vec<_> = claims
                .iter()
                .filter(|claim| claim.place.start < mark.place.end && mark.place.start < claim.place.end)
                .collect();
            let words = &paragraph.text[mark.place.clone()];
            let [claim] = touching[..] else {
                println!("{} missed   {words} ({} found)", paragraph.source, touching.len());
                continue;
            };
            score.found += 1;
            if told(claim, mark) == expected(mark) {
                score.parsed += 1;
            } else {
                println!(
                    "{} misread  {words}: {:?} instead of {:?}",
                    paragraph.source,
                    told(claim, mark),
                    expected(mark)
                );
            }
        }
        for claim in &claims {
            if !marks
                .iter()
                .any(|mark| claim.place.start < mark.place.end && mark.place.start < claim.place.end)
            {
                score.invented += 1;
                println!(
                    "{} invented {} {}",
                    paragraph.source,
                    &paragraph.text[claim.place.clone()],
                    claim.value
                );
            }
        }
    }
    score
}

#[expect(clippy::cast_precision_loss, reason = "a share to be printed")]
fn check(name: &str, paragraphs: &[Paragraph]) {
    let score = score(paragraphs);
    let share = score.parsed as f64 / score.marks as f64;
    println!(
        "{name}: {} figures, {} found, {} understood ({:.2} %), {} invented in {} letters",
        score.marks,
        score.found,
        score.parsed,
        share * 100.0,
        score.invented,
        score.letters
    );
    assert!(share >= 0.995, "{name}: {share}");
    assert!(score.invented * 800 <= score.letters, "{name}: {} invented", score.invented);
}

/// The folder of the texts, so that a second set can be measured alone.
fn folder() -> String {
    std::env::var("HELDOUT").unwrap_or_else(|_| "heldout-zh".to_owned())
}

#[test]
fn every_figure_of_the_held_out_chinese_texts_is_found_and_understood() {
    check("held out", &Corpus::read_in(&folder()).paragraphs);
}

#[test]
fn every_figure_of_the_held_out_pairs_is_found_and_understood() {
    let pairs = Corpus::read_in(&folder()).pairs;
    check("held-out pairs, Chinese", &pairs.iter().map(|[zh, _]| zh.clone()).collect::<Vec<_>>());
    check("held-out pairs, English", &pairs.iter().map(|[_, en]| en.clone()).collect::<Vec<_>>());
}
