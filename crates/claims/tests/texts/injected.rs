//! What the mutator makes wrong in marked texts is told, and by its right name.

use crate::mutator::marks::{Corpus, Language};
use crate::mutator::truth::Truth;
use crate::mutator::{Mutation, Verdict as Made, mutations};
use crate::{ledger_of, occasion, overlap};
use festoon_claims::{Finding, Ledger, Linter, Pair, Verdict, align};
use std::collections::BTreeMap;

/// How many mutations of one kind were made and what became of them.
#[derive(Debug, Default)]
struct Count {
    made: usize,
    /// Something else than “right” was told.
    found: usize,
    /// It was an alarm, not merely the note that the figures have no such number.
    alarmed: usize,
    named: usize,
}

impl Count {
    #[expect(clippy::cast_precision_loss, reason = "a share of at most some hundreds")]
    fn share(&self, part: usize) -> f64 {
        100.0 * part as f64 / self.made as f64
    }

    /// Of fewer than [`FEW`] one alone may be more than the bars allow, so that these are printed only.
    fn reaches_the_bars(&self) -> bool {
        self.made < FEW || (self.share(self.found) >= 98.0 && self.share(self.named) >= 95.0)
    }

    fn shares(&self) -> String {
        let [found, alarmed, named] = [self.found, self.alarmed, self.named].map(|part| self.share(part));
        format!("{} made, {found:.1} % found, {alarmed:.1} % alarmed, {named:.1} % rightly named", self.made)
    }
}

/// So few mutations of a kind measure nothing.
const FEW: usize = 10;

/// What was told of a mutation.
struct Told {
    found: bool,
    alarmed: bool,
    named: bool,
    words: String,
}

/// Whether a verdict is the one the mutator meant.
fn is_meant(made: Made, told: &Verdict) -> bool {
    match told {
        Verdict::WrongValue { .. } => made == Made::WrongValue,
        Verdict::OffByPower { .. } => made == Made::OffByPower,
        Verdict::WrongCurrency { .. } | Verdict::WrongUnit { .. } => made == Made::WrongUnit,
        Verdict::HedgeContradicts { .. } => made == Made::HedgeContradicts,
        Verdict::WrongStage { .. } => made == Made::WrongStage,
        Verdict::WrongDirection { .. } => made == Made::WrongDirection,
        Verdict::Stale { .. } => made == Made::Stale,
        Verdict::ScopeDiffers { .. } => made == Made::ScopeDiffers,
        Verdict::CountedDiffers { .. } => made == Made::CountedDiffers,
        Verdict::Embargoed => made == Made::Embargoed,
        Verdict::SumFails { .. } => made == Made::SumFails,
        Verdict::NotAmong => made == Made::NotAmong,
        Verdict::Right => false,
    }
}

fn told(ledger: &Ledger, linter: &Linter, mutation: &Mutation) -> Told {
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
        let found_any = !found.is_empty();
        return Told { found: found_any, alarmed: found_any, named: meant, words: format!("{found:?}") };
    }
    let findings = linter.lint(&paragraph.text, &occasion(ledger, paragraph));
    let here: Vec<&Finding> = findings
        .iter()
        .filter(|finding| mutation.places.iter().any(|place| overlap(place, &finding.claim.place)))
        .collect();
    let found = here.iter().any(|finding| finding.verdict != Verdict::Right);
    let alarmed = here.iter().any(|finding| finding.verdict.is_alarm());
    let meant = here.iter().any(|finding| is_meant(mutation.verdict, &finding.verdict));
    let words: Vec<_> =
        here.iter().map(|finding| format!("{} {:?}", finding.verdict.word(), finding.figure)).collect();
    Told { found, alarmed, named: meant, words: words.join("; ") }
}

/// Holds every kind of mistake in a set to the bars, each language by itself.
pub(crate) fn every_mistake(set: &str) {
    let ledger = ledger_of(set);
    let linter = Linter::new(&ledger);
    let made = mutations(&Corpus::read_in(set), &Truth::read_in(set), 20_210_610, 240);
    let mut counts: BTreeMap<(bool, Made), Count> = BTreeMap::new();
    for mutation in &made {
        let told = told(&ledger, &linter, mutation);
        let english = mutation.paragraph.language == Language::English;
        let count = counts.entry((english, mutation.verdict)).or_default();
        count.made += 1;
        count.found += usize::from(told.found);
        count.alarmed += usize::from(told.alarmed);
        count.named += usize::from(told.named);
        if !told.named {
            unnamed(set, mutation, &told.words);
        }
    }
    for ((english, verdict), count) in &counts {
        println!("TALLY {set} {} {verdict:?}: {}", if *english { "en" } else { "zh" }, count.shares());
    }
    let short: Vec<_> = counts.iter().filter(|(_, count)| !count.reaches_the_bars()).collect();
    assert!(short.is_empty(), "below the bar: {short:?}");
}

/// Prints where a mistake stands and what was told of it instead.
fn unnamed(set: &str, mutation: &Mutation, words: &str) {
    let place = &mutation.places[0];
    let text = &mutation.paragraph.text;
    let start = text.floor_char_boundary(place.start.saturating_sub(60));
    let end = text.ceil_char_boundary((place.end + 40).min(text.len()));
    println!(
        "{:?} {set}/{} …{:?}⟦{}⟧{:?}… told: {words}",
        mutation.verdict,
        mutation.paragraph.source,
        &text[start..place.start],
        &text[place.clone()],
        &text[place.end..end]
    );
}
