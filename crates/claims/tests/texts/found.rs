//! Every figure of marked texts is found and understood, and nothing else is.

use crate::mutator::marks::{Corpus, Language, Mark, Paragraph};
use festoon_claims::{Change, Claim, Kind, Unit, find};

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
    // What comes so-and-so-manieth is marked `time`, or by what it is: both say the same.
    let in_turn =
        claim.kind == Kind::Ordinal && mark.unit == "time" && claim.unit.is_none_or(Unit::is_measure);
    let unit = match (claim.currency, claim.unit) {
        _ if in_turn => mark.unit.clone(),
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

/// Holds each language of a set, and each side of its pairs, to the bar by itself.
pub(crate) fn every_figure(set: &str) {
    let corpus = Corpus::read_in(set);
    let of = |language: Language| -> Vec<Paragraph> {
        corpus.paragraphs.iter().filter(|paragraph| paragraph.language == language).cloned().collect()
    };
    let side = |at: usize| -> Vec<Paragraph> { corpus.pairs.iter().map(|pair| pair[at].clone()).collect() };
    check(&format!("{set}, Chinese"), &of(Language::Chinese));
    check(&format!("{set}, English"), &of(Language::English));
    check(&format!("{set}, paired Chinese"), &side(0));
    check(&format!("{set}, paired English"), &side(1));
}

#[expect(clippy::cast_precision_loss, reason = "a share to be printed")]
fn check(name: &str, paragraphs: &[Paragraph]) {
    if paragraphs.is_empty() {
        return;
    }
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
