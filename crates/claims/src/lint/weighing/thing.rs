//! What a claim that counts things of no known sort has behind its number: a measure, a word that no figure counts, people, a classifier.

use crate::claim::{Claim, Kind, UnitFrom};
use crate::find::tokens::sense::{Class, Sense};
use crate::find::tokens::token::{Case, What};
use crate::lint::matching::Matcher;
use crate::unit::Unit;

/// What stands behind the number of a claim that counts things of no known sort.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::lint) enum Thing {
    /// Nothing that tells.
    Untold,
    /// A measure that nothing is kept in.
    Measured,
    /// A word, or a classifier of things, that no figure counts.
    Foreign,
    /// 万人 and 万名, which are people and no visits.
    People,
    /// A classifier that counts some units only: 26场 are no countries.
    Classed(Class),
}

/// Words behind a number that are no things.
const FUNCTION_WORDS: [&str; 42] = [
    "still",
    "exist",
    "from",
    "were",
    "have",
    "with",
    "will",
    "that",
    "this",
    "last",
    "more",
    "when",
    "than",
    "came",
    "made",
    "took",
    "went",
    "went",
    "been",
    "among",
    "after",
    "before",
    "while",
    "where",
    "which",
    "their",
    "there",
    "would",
    "could",
    "across",
    "against",
    "come",
    "altogether",
    "together",
    "overall",
    "already",
    "came",
    "held",
    "opened",
    "showed",
    "within",
    "worth",
];

impl Matcher<'_> {
    /// What a claim that counts things of no known sort has behind its number.
    pub(in crate::lint) fn thing(&self, claim: &Claim) -> Thing {
        let text = &self.scan.text[claim.place.clone()];
        if claim.unit == Some(Unit::Visit) && text.ends_with(['人', '名', '位']) {
            return Thing::People;
        }
        if claim.unit != Some(Unit::Item) {
            let foreign = claim.unit_from == UnitFrom::Context && claim.kind == Kind::Count;
            return if foreign && self.is_foreign_plural(claim) { Thing::Foreign } else { Thing::Untold };
        }
        if self.is_measured(claim) {
            return Thing::Measured;
        }
        let next = self.scan.tokens.partition_point(|token| token.start < claim.place.end);
        let last = next.checked_sub(1).and_then(|last| self.scan.sense(last));
        if matches!(last, Some(Sense::Classifier(Class::Other | Class::Piece))) {
            let of_things = "张块台辆架把卷盆瓶只支套件款辆艘棵株盏杯箱袋幅级点层步条首车通";
            let letters = self.scan.letters(next - 1);
            let known = self.is_known(next);
            // 首发首展的有58件，: pieces with no noun behind them may be of whatever stands before.
            let bare = matches!(last, Some(Sense::Classifier(Class::Piece))) && self.scan.ends_clause(next);
            return if of_things.contains(letters) && !known && !bare {
                Thing::Foreign
            } else if bare {
                Thing::Classed(Class::Piece)
            } else {
                Thing::Untold
            };
        }
        // 四级台账: steps of something, which stand in no dictionary.
        if last.is_none() && next > 0 && matches!(self.scan.letters(next - 1), "级" | "点") {
            return Thing::Foreign;
        }
        if let Some(Sense::Classifier(
            class @ (Class::People | Class::House | Class::School | Class::Event | Class::Spot),
        )) = last
        {
            return Thing::Classed(class);
        }
        let next_known = self.is_known(next) || self.is_known(next + 1);
        if claim.kind == Kind::Count && self.is_word(next) && !next_known {
            Thing::Foreign
        } else {
            Thing::Untold
        }
    }

    /// Whether a small word of no function stands at a token.
    fn is_word(&self, at: usize) -> bool {
        matches!(self.scan.what(at), What::Word(Case::Small))
            && self.scan.letters(at).len() > 3
            && !self.scan.is_any(at, &FUNCTION_WORDS)
    }

    /// Whether the ledger knows the word at a token.
    fn is_known(&self, at: usize) -> bool {
        let start = self.scan.tokens.get(at).map_or(usize::MAX, |token| token.start);
        let first = self.hits.partition_point(|hit| hit.start < start);
        self.hits.get(first).is_some_and(|hit| hit.start == start)
    }

    /// “48 sailings a week”: whether the things behind a number are none that the ledger knows.
    fn is_foreign_plural(&self, claim: &Claim) -> bool {
        let next = self.scan.tokens.partition_point(|token| token.start < claim.place.end);
        self.is_word(next) && self.scan.letters(next).ends_with('s') && !self.is_known(next)
    }

    /// Whether the claim's last word is a unit of measure, be it one that nothing is kept in.
    pub(in crate::lint) fn is_measured(&self, claim: &Claim) -> bool {
        let behind = self.scan.tokens.partition_point(|token| token.start < claim.place.end);
        matches!(behind.checked_sub(1).and_then(|last| self.scan.sense(last)), Some(Sense::Measure(_)))
    }
}
