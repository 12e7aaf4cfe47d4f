//! Numbers that are what the number beside them was before: “from 342 to 405”, “up from 97”, “64 (58)”, 由27个增加到64个.
//!
//! Such a number names nothing itself. When the one beside it states a figure rightly, it states what that was on another day, or what its like was
//! in another edition. It is asked once all of the paragraph is told, since its neighbour may stand behind it.

use super::judge::{self, Standing};
use crate::calendar::Date;
use crate::claim::{Claim, Kind, Value};
use crate::lint::Verdict;
use crate::lint::heard::words::Words;
use crate::lint::matching::Matcher;
use crate::lint::weighing::fit;

/// Words directly before what a number was.
static FROM: Words<4> = Words::new(["from", "From", "从", "由"]);
/// Words directly before what the number before it was.
static WAS: Words<12> = Words::new([
    "up from",
    "down from",
    "up from the",
    "down from the",
    "compared with",
    "compared with the",
    "compared to",
    "against",
    "against the",
    "versus",
    "rose from",
    "grew from",
]);
/// Words of another edition, of which a number in brackets or behind “from” is.
const LAST: [&str; 14] = [
    "last edition",
    "previous edition",
    "last year",
    "year ago",
    "year earlier",
    "year before",
    "last autumn",
    "last spring",
    "last time",
    "previous year",
    "上届",
    "上一届",
    "去年",
    "上年",
];
/// Words of a time that no figure keeps the numbers of.
const UNKEPT: [&str; 12] = [
    "plan",
    "target",
    "forecast",
    "expected",
    "hoped",
    "average",
    "original",
    "in the first",
    "计划",
    "目标",
    "预计",
    "平均",
];

impl Matcher<'_> {
    /// The claim beside it that says what a number was before; nothing when it is no such number.
    pub(in crate::lint) fn moved_with(&self, at: usize) -> Option<usize> {
        let claim = &self.claims[at];
        if !matches!(claim.kind, Kind::Count | Kind::Money) || claim.value.number().is_none() {
            return None;
        }
        let text = self.scan.text;
        let before = self.lead(claim);
        let tail = self.tail(claim);
        let from = FROM.end(before);
        let rises =
            || tail.starts_with("to ") || tail.chars().take(6).any(|letter| matches!(letter, '至' | '到'));
        if from && rises() {
            return Some(at + 1).filter(|next| self.are_alike(at, *next, 24));
        }
        let was = WAS.end_in_any_case(before);
        let from_then = from && before.ends_with("from") && at > 0;
        let bracketed = before.ends_with(['(', '（']) && tail.starts_with([')', '）']);
        if !(was || bracketed || from_then) {
            return None;
        }
        let (room, back) = if bracketed { (4, 1) } else { (80, 3) };
        // “52 of the 86 signed had landed, up from 44”: of the part, and not of its whole.
        let is_whole = |other: usize| {
            let lead = text[..self.claims[other].place.start].trim_end();
            [" of the", " of", " of all"].iter().any(|of| lead.ends_with(of))
                && !["total of", "number of", "sum of"].iter().any(|of| lead.ends_with(of))
        };
        let mut partners = (at.saturating_sub(back)..at)
            .rev()
            .filter(|other| self.are_alike(*other, at, room) && !is_whole(*other));
        let partner = partners.next()?;
        let rose = || self.claims[partner].change == Some(crate::claim::Change::To);
        (was || bracketed || rose()).then_some(partner)
    }

    /// Whether two claims are of one sort, in one sentence and so near that one goes on about the other.
    fn are_alike(&self, one: usize, other: usize, room: usize) -> bool {
        let (Some(one), Some(other)) = (self.claims.get(one), self.claims.get(other)) else { return false };
        let between = self.scan.text.get(one.place.end..other.place.start).unwrap_or_default();
        let parted = between.contains(['。', '；', ';', '\n']) || between.contains(". ");
        let same = one.unit == other.unit || one.unit_from != other.unit_from || one.kind == Kind::Money;
        between.len() <= room && !parted && one.kind == other.kind && one.currency == other.currency && same
    }

    /// What there is to say of a number that is what a figure was before.
    pub(in crate::lint) fn as_it_was(
        &self,
        at: usize,
        beside: usize,
        figure: usize,
    ) -> Option<(usize, Verdict)> {
        let claim = &self.claims[at];
        let (sentence, _) = self.bounds(claim);
        let said = self.scan.text.get(sentence.0..sentence.1)?;
        if UNKEPT.iter().any(|word| said.contains(word)) {
            return None;
        }
        let year = self.occasion.day.year;
        let known = &self.linter.ledger.figures[figure];
        // The day on which the number beside it holds is not its own.
        let day = claim
            .as_of
            .map(|day| day.within(year))
            .filter(|day| day.day.is_some() && known.on(*day) != self.claims[beside].value);
        let last = LAST.iter().any(|word| said.contains(word));
        if let Some(day) = day {
            return Some((figure, self.held_against(claim, figure, known.on(day))?));
        }
        // 与4月7日发布会口径相比，活动由61场增加到68场: what it was on the day that the sentence opens with.
        if let Some(day) = self.day_compared(claim, sentence.0) {
            let verdict = self.held_against(claim, figure, known.on(day))?;
            let old = known
                .earlier
                .iter()
                .find(|earlier| Some(earlier.value) == claim.value.number().map(Value::Number));
            return Some(match old.filter(|_| verdict != Verdict::Right) {
                Some(old) => {
                    (figure, Verdict::Stale { since: Some(old.as_of), day: Some(day), truth: known.on(day) })
                }
                None => (figure, verdict),
            });
        }
        let earlier = known.earlier.iter().map(|earlier| (figure, earlier.value)).filter(|_| !last);
        let kin = self.in_another_week(figure).map(|kin| (kin, self.linter.ledger.figures[kin].value));
        let mut truths: Vec<(usize, Value)> = earlier.chain(kin).collect();
        truths.sort_by(|one, other| apart(claim, one.1).total_cmp(&apart(claim, other.1)));
        let told =
            truths.into_iter().filter_map(|(at, truth)| Some((at, self.held_against(claim, at, truth)?)));
        // Of all that it was, what the number agrees with most.
        told.min_by_key(|(_, verdict)| match verdict {
            Verdict::Right => 0,
            Verdict::HedgeContradicts { .. } => 1,
            Verdict::OffByPower { .. } => 2,
            _ => 3,
        })
    }

    /// The day in the clause that opens a sentence, where that ends in 相比.
    fn day_compared(&self, claim: &Claim, from: usize) -> Option<Date> {
        let lead = self.scan.text.get(from..claim.place.start)?;
        let opening = lead.split_once("相比，")?.0;
        let first = self.claims.partition_point(|other| other.place.start < from);
        let mut inside =
            self.claims[first..].iter().take_while(|other| other.place.start < from + opening.len());
        let day = inside.find_map(|other| match other.value {
            Value::Date(day) if other.kind == Kind::Date && day.day.is_some() => Some(day),
            _ => None,
        })?;
        Some(day.within(self.occasion.day.year))
    }

    /// The verdict on a number that is known to state a truth of a figure.
    fn held_against(&self, claim: &Claim, figure: usize, truth: Value) -> Option<Verdict> {
        let rules = &self.linter.ledger.hedges;
        let known = &self.linter.ledger.figures[figure];
        let truth = self.in_terms_of(claim, known, truth)?;
        let same = claim.value.number().is_some() && claim.value.number() == truth.number();
        match judge::stands(claim, known, truth, rules) {
            Standing::Right => return Some(Verdict::Right),
            Standing::HedgeFalse if same => {
                return Some(Verdict::HedgeContradicts { hedge: claim.hedge, truth });
            }
            _ => {}
        }
        if let Some(power) = judge::power(claim, known, truth, rules) {
            return Some(Verdict::OffByPower { power, truth });
        }
        fit::is_close(claim, truth).then_some(Verdict::WrongValue { truth })
    }

    /// The figure that is the same of another week, when there is one alone.
    fn in_another_week(&self, figure: usize) -> Option<usize> {
        let (figures, clues) = (&self.linter.ledger.figures, &self.linter.clues);
        let own = &figures[figure];
        let words = |figure: usize| clues.names[figure].iter().flat_map(|name| &name.1).map(|(id, _)| *id);
        let mut kin = (0..figures.len()).filter(|at| {
            let other = &figures[*at];
            let names = || other.zh.iter().chain(&other.en);
            clues.weeks[*at] != clues.weeks[figure]
                && (other.kind, other.unit, other.currency, other.stage)
                    == (own.kind, own.unit, own.currency, own.stage)
                && other.direction == own.direction
                && words(*at).any(|word| words(figure).any(|known| known == word))
                && clues.scopes[*at] == clues.scopes[figure]
                && names().any(|name| LAST.iter().any(|word| name.contains(word)))
        });
        kin.next().filter(|_| kin.next().is_none())
    }
}

/// How far a number lies from a truth, in powers.
fn apart(claim: &Claim, truth: Value) -> f64 {
    let ratio = |said: crate::number::Number, truth: crate::number::Number| {
        (said.roughly() / truth.roughly()).abs().log10().abs()
    };
    claim.value.number().zip(truth.number()).map_or(f64::INFINITY, |(said, truth)| ratio(said, truth))
}
