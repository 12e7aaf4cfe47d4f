//! Which figure a claim states: everything near it is weighed, then the value decides the verdict.

use super::clues::{Clue, Hit};
use super::judge::{self, Standing};
use super::{Linter, Occasion, Verdict};
use crate::calendar::Date;
use crate::claim::{Change, Claim, Kind, Role, Stage, UnitFrom, Value};
use crate::figure::Figure;
use crate::find::scan::Scan;
use crate::find::sense::Sense;
use crate::find::token::What;
use crate::number::Number;
use crate::unit::{Currency, Unit};

/// How many bytes of its sentence a claim looks at on either side.
const REACH: usize = 420;
/// What the text around must say before a number is called wrong.
const CERTAIN: f64 = 4.0;
/// What it must say before a slip, an old value or another stage is told.
const LIKELY: f64 = 2.6;

/// Weighs the claims of one paragraph.
pub(super) struct Matcher<'a> {
    linter: &'a Linter<'a>,
    scan: &'a Scan<'a>,
    claims: &'a [Claim],
    hits: &'a [Hit],
    occasion: &'a Occasion,
    /// Byte ends of the sentences.
    sentences: Vec<usize>,
    /// Byte ends of the clauses.
    clauses: Vec<usize>,
    week: Option<u16>,
    /// For each keyword, how near it stands to the claim at hand; written anew for every claim.
    near: Vec<f64>,
    touched: Vec<u32>,
}

/// A figure weighed for a claim.
struct Candidate {
    figure: usize,
    /// What the words say for it, the value aside.
    evidence: f64,
    fit: Fit,
    /// Why the words contradict it, if they do.
    contrast: Option<Verdict>,
    /// How much of a name stands near.
    named: f64,
    /// Whether its stage is said.
    staged: bool,
}

/// How the value of a claim stands to a figure.
#[derive(Debug, Clone, PartialEq)]
enum Fit {
    Right,
    /// An earlier value, or one newer than the day said.
    Old(Option<Date>),
    HedgeFalse,
    Power(i32),
    Currency,
    Unit,
    Close,
    Far,
}

impl Fit {
    fn weight(&self, claim: &Claim) -> f64 {
        // The more digits agree, the less it is by chance.
        let digits = match (claim.digits, claim.hedge) {
            (3.., None) => 2.5,
            (2, None) => 1.2,
            (2.., Some(_)) => 0.8,
            _ => 0.0,
        };
        match self {
            Self::Right => 4.0 + digits,
            Self::Old(_) => 3.0 + digits * 0.6,
            Self::HedgeFalse => 2.8 + digits,
            Self::Currency | Self::Unit => 2.6,
            Self::Power(_) => 2.2,
            Self::Close => 1.0,
            Self::Far => -3.0,
        }
    }
}

/// What stands around a claim.
struct Around {
    sentence: (usize, usize),
    clause: (usize, usize),
    scopes: Vec<(u16, u16, bool)>,
    weeks: Vec<u16>,
    last_week: bool,
    /// It is what something rose or fell from, or of an edition that is not this week's.
    elsewhere: bool,
    /// 其中, each, on average: a part of what the figures count.
    partial: bool,
    stages: Vec<Stage>,
    dates: Vec<Date>,
}

impl<'a> Matcher<'a> {
    pub(super) fn new(
        linter: &'a Linter<'a>,
        scan: &'a Scan<'a>,
        claims: &'a [Claim],
        hits: &'a [Hit],
        occasion: &'a Occasion,
    ) -> Self {
        let ends = |of: &dyn Fn(usize) -> bool| {
            (0..scan.tokens.len()).filter(|at| of(*at)).map(|at| scan.tokens[at].end).collect()
        };
        let named = occasion.week.as_ref();
        let week = named.and_then(|named| linter.ledger.weeks.iter().position(|week| week.id == *named));
        Self {
            linter,
            scan,
            claims,
            hits,
            occasion,
            sentences: ends(&|at| scan.ends_sentence(at)),
            clauses: ends(&|at| scan.ends_clause(at)),
            week: week.and_then(|week| u16::try_from(week).ok()),
            near: vec![0.0; linter.clues.weights.len()],
            touched: Vec::new(),
        }
    }

    /// The figure a claim states or seems to, and what there is to say.
    pub(super) fn verdict(&mut self, index: usize) -> (Option<usize>, Verdict) {
        let claim = &self.claims[index];
        if claim.role != Role::Stated || claim.value == Value::Beyond {
            return (None, Verdict::NotAmong);
        }
        let around = self.around(claim);
        self.keywords(claim, &around);
        let count = self.linter.ledger.figures.len();
        let mut best: Option<(f64, Candidate)> = None;
        for figure in 0..count {
            let Some(candidate) = self.weigh(claim, figure, &around) else { continue };
            let total = candidate.evidence + candidate.fit.weight(claim);
            if best.as_ref().is_none_or(|(most, _)| total > *most) {
                best = Some((total, candidate));
            }
        }
        for id in self.touched.drain(..) {
            self.near[id as usize] = 0.0;
        }
        match best {
            Some((_, candidate)) => self.decide(claim, candidate, &around),
            None => (None, Verdict::NotAmong),
        }
    }

    fn around(&self, claim: &Claim) -> Around {
        let place = &claim.place;
        let bounds = |ends: &[usize]| {
            let at = ends.partition_point(|end| *end <= place.start);
            let start = at.checked_sub(1).map_or(0, |at| ends[at]);
            let end =
                ends[at..].iter().copied().find(|end| *end >= place.end).unwrap_or(self.scan.text.len());
            (start.max(place.start.saturating_sub(REACH)), end.min(place.end + REACH))
        };
        let mut sentence = bounds(&self.sentences);
        let clause = bounds(&self.clauses);
        sentence.0 = sentence.0.min(place.start);
        let mut around = Around {
            sentence,
            clause,
            scopes: Vec::new(),
            weeks: Vec::new(),
            last_week: false,
            elsewhere: false,
            partial: false,
            stages: Vec::new(),
            dates: Vec::new(),
        };
        let first = self.hits.partition_point(|hit| hit.start < sentence.0);
        for hit in self.hits[first..].iter().take_while(|hit| hit.start < sentence.1) {
            let inside = hit.start >= clause.0 && hit.end <= clause.1;
            match hit.clue {
                Clue::Scope(key, value) => {
                    let own = inside && self.is_nearest(claim, hit.start, hit.end);
                    around.scopes.push((key, value, own));
                }
                Clue::Week(week) => around.weeks.push(week),
                Clue::LastWeek => around.last_week = true,
                Clue::Keyword(_) => {}
            }
        }
        let first = self.claims.partition_point(|claim| claim.place.start < sentence.0);
        for other in self.claims[first..].iter().take_while(|claim| claim.place.start < sentence.1) {
            if let Value::Date(date) = other.value {
                around.dates.push(date);
            }
            if other.kind == Kind::Edition && other.place.start < place.start {
                around.elsewhere = !self.is_this_edition(other);
            }
        }
        let text = self.scan.text;
        let before = text.get(clause.0.min(place.start)..place.start).unwrap_or_default().trim_end();
        let from = before.ends_with(['由', '从'])
            || before.ends_with("from")
            || before.ends_with("From")
            || before.ends_with("after");
        let arrow = text[place.end..].trim_start().starts_with('→')
            || text[place.end..].trim_start().starts_with("to ") && from;
        around.elsewhere |= from && claim.change != Some(Change::To) || arrow;
        around.last_week |= around.elsewhere;
        const PARTS: [&str; 22] = [
            "其中",
            "当日",
            "单日",
            "当天",
            "首日",
            "每天",
            "每日",
            "第二天",
            "平均",
            "人均",
            "日均",
            "前两项",
            "首期",
            "单家",
            "单个",
            "另有",
            " of them",
            "each",
            "average",
            "a day",
            "per ",
            "in the first",
        ];
        let clause = text.get(clause.0.min(place.start)..clause.1).unwrap_or_default();
        let opened = text.get(sentence.0..place.start).unwrap_or_default();
        around.partial = PARTS.iter().any(|cue| clause.contains(cue))
            || opened.ends_with("其中")
            || opened.ends_with("其中，");
        around.stages = self.stages_in(around.clause);
        around
    }

    /// Whether no other claim stands nearer to a word of the claim's clause.
    fn is_nearest(&self, claim: &Claim, start: usize, end: usize) -> bool {
        let gap = |other: &Claim| {
            if other.place.start >= end {
                other.place.start - end
            } else {
                start.saturating_sub(other.place.end) + 1
            }
        };
        let own = gap(claim);
        let first = self.claims.partition_point(|other| other.place.end + REACH < start);
        !self.claims[first..]
            .iter()
            .take_while(|other| other.place.start < end + REACH)
            .any(|other| gap(other) < own)
    }

    fn is_this_edition(&self, claim: &Claim) -> bool {
        let clues = &self.linter.clues;
        let mut editions = self
            .linter
            .ledger
            .figures
            .iter()
            .enumerate()
            .filter(|(at, figure)| figure.kind == Kind::Edition && clues.weeks[*at] == self.week);
        editions.any(|(_, figure)| figure.value == claim.value)
    }

    fn stages_in(&self, (start, end): (usize, usize)) -> Vec<Stage> {
        let first = self.scan.tokens.partition_point(|token| token.start < start);
        let tokens = self.scan.tokens[first..].iter().take_while(|token| token.end <= end);
        tokens
            .filter_map(|token| match token.what {
                What::Known(Sense::Stage(stage)) => Some(stage),
                _ => None,
            })
            .collect()
    }

    /// Notes how near each keyword stands: one in the claim's clause counts wholly, one elsewhere in its sentence less.
    fn keywords(&mut self, claim: &Claim, around: &Around) {
        let first = self.hits.partition_point(|hit| hit.start < around.sentence.0);
        for hit in self.hits[first..].iter().take_while(|hit| hit.start < around.sentence.1) {
            let Clue::Keyword(id) = hit.clue else { continue };
            let inside = hit.start >= around.clause.0 && hit.end <= around.clause.1;
            let touches = hit.start >= claim.place.start && hit.end <= claim.place.end
                || hit.end == claim.place.start
                || hit.start == claim.place.end;
            let near = if touches {
                1.15
            } else if inside {
                1.0
            } else {
                0.55
            };
            let slot = &mut self.near[id as usize];
            if *slot < near {
                *slot = near;
            }
            self.touched.push(id);
        }
    }

    fn weigh(&self, claim: &Claim, at: usize, around: &Around) -> Option<Candidate> {
        let figure = &self.linter.ledger.figures[at];
        let mixed = is_mixed(claim, figure);
        if claim.kind != figure.kind && !mixed {
            return None;
        }
        let (fit, _) = self.fit(claim, figure, around);
        let named = self.named(at);
        let mut evidence = named * 3.6;
        let mut contrast = None;
        evidence += unit(claim, figure, &mut contrast);
        evidence += stage(claim, figure, around, &mut contrast);
        let staged = figure.stage.is_some()
            && (claim.stage == figure.stage || around.stages.contains(&figure.stage.unwrap_or(Stage::Lead)));
        evidence += self.week(at, around, matches!(fit, Fit::Right))?;
        evidence += self.scope(at, around, &mut contrast);
        if figure.direction.is_some() != matches!(claim.change, Some(Change::Up | Change::Down))
            && claim.kind != Kind::Factor
        {
            evidence -=
                if figure.direction.is_some() || claim.kind == Kind::Count || claim.kind == Kind::Money {
                    2.0
                } else {
                    1.0
                };
        }
        if figure.kind == Kind::Factor && claim.kind == Kind::Factor {
            evidence += 1.0;
        }
        if figure.kind == Kind::Period && fit == Fit::Close && shares_an_end(claim, figure) {
            evidence += 4.0;
        }
        Some(Candidate { figure: at, evidence, fit, contrast, named, staged })
    }

    /// How much of one of its names stands near: 1 for the whole of it in the same clause.
    fn named(&self, at: usize) -> f64 {
        let clues = &self.linter.clues;
        let share = |name: &Vec<u32>| {
            let whole: f64 = name.iter().map(|id| clues.weights[*id as usize]).sum();
            let there: f64 =
                name.iter().map(|id| clues.weights[*id as usize] * self.near[*id as usize]).sum();
            if whole > 0.0 { there / whole } else { 0.0 }
        };
        clues.names[at].iter().map(share).fold(0.0, f64::max)
    }

    /// A figure of another week counts only where the text speaks of that week, or states it exactly.
    fn week(&self, at: usize, around: &Around, right: bool) -> Option<f64> {
        let own = self.linter.clues.weeks[at];
        let current = self.week.is_none() || own.is_none() || own == self.week;
        let named = own.is_some_and(|own| around.weeks.contains(&own));
        match (current, named || around.last_week) {
            (true, _) => Some(if around.last_week && !current { 0.0 } else { 0.4 }),
            (false, true) => Some(if right { 0.6 } else { -1.0 }),
            (false, false) => right.then_some(-3.4),
        }
    }

    /// Whether the current week has figures of this scope: 全市 means another city in another week.
    fn is_of_week(&self, key: u16, value: u16) -> bool {
        let clues = &self.linter.clues;
        let mut scopes = clues
            .scopes
            .iter()
            .enumerate()
            .filter(|(at, _)| self.week.is_none() || clues.weeks[*at] == self.week);
        clues.keys[usize::from(key)] != "place" || scopes.any(|(_, own)| own.contains(&(key, value)))
    }

    fn scope(&self, at: usize, around: &Around, contrast: &mut Option<Verdict>) -> f64 {
        let clues = &self.linter.clues;
        let mut weight = 0.0;
        for (key, value) in &clues.scopes[at] {
            let name = &clues.keys[usize::from(*key)];
            let said = |inside_only: bool| {
                around
                    .scopes
                    .iter()
                    .filter(move |(found, _, inside)| found == key && (*inside || !inside_only))
            };
            let same = said(false).any(|(_, found, _)| found == value);
            let other = said(true).any(|(_, found, _)| found != value && self.is_of_week(*key, *found))
                && !said(true).any(|(_, found, _)| found == value);
            weight += match (same && !other, other, name.as_str()) {
                (true, ..) => 1.0,
                (false, true, _) => {
                    if contrast.is_none() && !same {
                        let truth =
                            self.linter.ledger.figures[at].scope.get(name).cloned().unwrap_or_default();
                        *contrast = Some(Verdict::ScopeDiffers { key: name.clone(), truth });
                    }
                    -1.6
                }
                (false, false, "place" | "channel") => 0.0,
                (false, false, _) => -1.2,
            };
        }
        for (key, _, inside) in &around.scopes {
            let name = clues.keys[usize::from(*key)].as_str();
            let narrower = *inside && name != "place" && !clues.scopes[at].iter().any(|(own, _)| own == key);
            weight -= if narrower { 1.0 } else { 0.0 };
        }
        weight
    }

    /// How the value stands to the figure's, on the day that the text speaks of.
    fn fit(&self, claim: &Claim, figure: &Figure, around: &Around) -> (Fit, Value) {
        let rules = &self.linter.ledger.hedges;
        let year = self.occasion.day.year;
        let day = claim.as_of.map(|day| day.within(year)).filter(|day| day.day.is_some());
        let on = day.unwrap_or(self.occasion.day);
        let truth = figure.on(on);
        if self.is_in_wrong_currency(claim, figure, truth) {
            return (Fit::Currency, truth);
        }
        let Some(own) = self.in_terms_of(claim, figure, truth) else { return (Fit::Far, truth) };
        match judge::stands(claim, figure, own, rules) {
            Standing::Right if day.is_some_and(|day| is_older(figure, truth, day)) => {
                return (Fit::Old(None), truth);
            }
            Standing::Right if claim.kind != figure.kind => return (Fit::Unit, truth),
            Standing::Right => return (Fit::Right, truth),
            Standing::HedgeFalse if claim.kind == figure.kind => return (Fit::HedgeFalse, truth),
            _ => {}
        }
        let others = figure
            .earlier
            .iter()
            .map(|earlier| (Some(earlier.as_of), earlier.value))
            .chain([(figure.as_of, figure.value)]);
        for (since, value) in others.filter(|(_, value)| *value != truth) {
            let Some(own) = self.in_terms_of(claim, figure, value) else { continue };
            if judge::stands(claim, figure, own, rules) == Standing::Right {
                let dated =
                    since.is_some_and(|since| around.dates.iter().any(|date| date.agrees_with(since)));
                return (if dated && claim.as_of.is_none() { Fit::Right } else { Fit::Old(since) }, truth);
            }
        }
        if claim.kind != figure.kind {
            return (Fit::Far, truth);
        }
        if let Some(power) = judge::power(claim, figure, own, rules)
            .filter(|_| matches!(claim.kind, Kind::Count | Kind::Money | Kind::Share | Kind::Points))
        {
            return (Fit::Power(power), truth);
        }
        (if is_close(claim, own) { Fit::Close } else { Fit::Far }, truth)
    }

    /// Whether the number is right and its currency is not: the figure's own amount, or that in the ledger's money, under another name.
    fn is_in_wrong_currency(&self, claim: &Claim, figure: &Figure, truth: Value) -> bool {
        let rules = &self.linter.ledger.hedges;
        let (Some(said), Some(own)) = (claim.currency, figure.currency) else { return false };
        let stands = |truth: Value| judge::stands(claim, figure, truth, rules) == Standing::Right;
        if said != own {
            let converted = self.in_terms_of(claim, figure, truth).is_some_and(stands);
            let in_ledgers = self.in_ledgers_money(figure, truth);
            return !converted
                && (stands(truth) || said != self.linter.ledger.currency && in_ledgers.is_some_and(stands));
        }
        own != self.linter.ledger.currency
            && !stands(truth)
            && claim.digits >= 2
            && self.in_ledgers_money(figure, truth).is_some_and(stands)
    }

    fn in_ledgers_money(&self, figure: &Figure, truth: Value) -> Option<Value> {
        let rate = self.linter.ledger.rate_of(figure.currency?, Some(figure))?;
        truth.number()?.times(rate).map(Value::Number)
    }

    /// The truth in the currency and kind of the claim.
    fn in_terms_of(&self, claim: &Claim, figure: &Figure, truth: Value) -> Option<Value> {
        let scaled = |factor: Number| match truth {
            Value::Number(number) => number.times(factor).map(Value::Number),
            Value::Range(low, high) => {
                low.times(factor).zip(high.times(factor)).map(|(low, high)| Value::Range(low, high))
            }
            other => Some(other),
        };
        match (claim.kind, figure.kind) {
            (Kind::Share, Kind::Points) => return scaled(Number::fraction(1, 100)?),
            (Kind::Points, Kind::Share) => return scaled(Number::whole(100)),
            (Kind::Share, Kind::Factor) if claim.change == Some(Change::Up) => {
                return Some(Value::Number(truth.number()?.minus(Number::ONE)?));
            }
            _ => {}
        }
        let (Some(said), Some(own)) = (claim.currency, figure.currency) else { return Some(truth) };
        if said == own {
            return Some(truth);
        }
        let ledger = self.linter.ledger;
        let rate = |currency: Currency| ledger.rate_of(currency, Some(figure));
        scaled(rate(own)?.over(rate(said)?)?)
    }

    fn decide(&self, claim: &Claim, candidate: Candidate, around: &Around) -> (Option<usize>, Verdict) {
        let at = Some(candidate.figure);
        let figure = &self.linter.ledger.figures[candidate.figure];
        let year = self.occasion.day.year;
        let day = claim.as_of.map_or(self.occasion.day, |day| day.within(year));
        let truth = figure.on(day);
        let evidence = candidate.evidence;
        let contrast = candidate.contrast;
        let telling = claim.digits >= 2 || evidence >= LIKELY;
        let measured = figure.unit.is_some_and(Unit::is_measure);
        let named = candidate.named >= if measured || around.partial { 0.75 } else { 0.34 }
            || matches!(figure.kind, Kind::Period | Kind::Edition);
        let known = named || candidate.staged && !around.partial;
        let nothing = (None, Verdict::NotAmong);
        if !figure.may_be_told(self.occasion.at) {
            let meant = matches!(candidate.fit, Fit::Right | Fit::Old(_)) && evidence >= LIKELY && telling;
            return if meant { (at, Verdict::Embargoed) } else { nothing };
        }
        match candidate.fit {
            Fit::Right => match contrast {
                None => (at, Verdict::Right),
                Some(verdict) if evidence >= 0.8 && telling && !around.elsewhere => (at, verdict),
                Some(_) => nothing,
            },
            // What something rose from is of another time, and no figure of this week.
            _ if around.elsewhere => nothing,
            Fit::Old(since) if known && evidence >= LIKELY && telling => {
                (at, Verdict::Stale { since, truth })
            }
            Fit::HedgeFalse if known && evidence >= LIKELY && contrast.is_none() => {
                (at, Verdict::HedgeContradicts { hedge: claim.hedge, truth })
            }
            Fit::Currency if known && evidence >= LIKELY - 1.0 => {
                let implied = claim
                    .value
                    .number()
                    .zip(truth.number())
                    .and_then(|(said, truth)| self.implied(claim, figure, said, truth));
                let own = figure.currency.unwrap_or(self.linter.ledger.currency);
                (at, Verdict::WrongCurrency { truth: own, implied_rate: implied })
            }
            Fit::Unit if evidence >= LIKELY => match figure.unit {
                Some(unit) => (at, Verdict::WrongUnit { truth: unit }),
                None => nothing,
            },
            Fit::Power(power)
                if known
                    && evidence >= LIKELY
                    && contrast.is_none()
                    && (claim.digits >= 2 || evidence >= CERTAIN) =>
            {
                (at, Verdict::OffByPower { power, truth })
            }
            Fit::Close if known && evidence >= CERTAIN && contrast.is_none() => {
                (at, Verdict::WrongValue { truth })
            }
            _ => nothing,
        }
    }

    /// The rate at which a claim in the wrong currency would be right.
    fn implied(&self, claim: &Claim, figure: &Figure, said: Number, truth: Number) -> Option<Number> {
        let ledger = self.linter.ledger;
        if claim.currency == Some(ledger.currency) {
            return said.over(truth);
        }
        truth.times(ledger.rate_of(figure.currency?, Some(figure))?)?.over(said)
    }
}

/// Whether a value was not yet in force on the day that the text names.
fn is_older(figure: &Figure, value: Value, day: Date) -> bool {
    let since = figure.earlier.iter().find(|earlier| earlier.value == value).map(|earlier| earlier.as_of);
    since.or(figure.as_of).is_some_and(|since| day < since)
}

/// Kinds that a slip of words turns into one another.
fn is_mixed(claim: &Claim, figure: &Figure) -> bool {
    matches!(
        (claim.kind, figure.kind),
        (Kind::Share, Kind::Points) | (Kind::Points, Kind::Share) | (Kind::Share, Kind::Factor)
    )
}

/// Whether the number could be a wrong one of the figure: between half and twice of it, or the next edition or day.
fn shares_an_end(claim: &Claim, figure: &Figure) -> bool {
    match (claim.value, figure.value) {
        (Value::Period(from, to), Value::Period(first, last)) => {
            from.agrees_with(first) || to.agrees_with(last)
        }
        _ => false,
    }
}

fn is_close(claim: &Claim, truth: Value) -> bool {
    match (claim.value, truth) {
        (Value::Date(_), Value::Date(_)) | (Value::Period(..), Value::Period(..)) => true,
        (Value::Time(_), Value::Time(_)) => true,
        _ if matches!(claim.kind, Kind::Edition | Kind::Ordinal) => true,
        _ => {
            let Some(((said, _), (low, high))) = claim.value.ends().zip(truth.ends()) else { return false };
            let (said, low, high) = (said.roughly(), low.roughly(), high.roughly());
            said >= low * 0.45 && said <= high * 2.2
        }
    }
}

fn unit(claim: &Claim, figure: &Figure, contrast: &mut Option<Verdict>) -> f64 {
    match (claim.unit, figure.unit) {
        (Some(said), Some(truth)) if said == truth => 2.0,
        (Some(Unit::Item), Some(truth))
            if truth.is_measure() && claim.unit_from == UnitFrom::Words && claim.kind == Kind::Count =>
        {
            *contrast = Some(Verdict::WrongUnit { truth });
            -0.4
        }
        (Some(Unit::Item), Some(Unit::Project)) if claim.stage.is_some() => 0.8,
        (Some(Unit::Item), Some(_)) | (Some(_), Some(Unit::Item)) => -0.4,
        (Some(_), Some(_)) if claim.unit_from == UnitFrom::Context && claim.kind == Kind::Count => -0.4,
        (Some(Unit::Product), Some(Unit::Exhibit)) => 1.2,
        (Some(Unit::Forum | Unit::Session), Some(Unit::Activity)) => -0.5,
        (Some(said), Some(truth)) if said.may_state(truth) => 1.0,
        (Some(said), Some(truth)) if said.is_measure() && truth.is_measure() => {
            *contrast = Some(Verdict::WrongUnit { truth });
            0.5
        }
        (Some(said), Some(truth)) if claim.kind == Kind::Count => {
            *contrast = Some(Verdict::CountedDiffers { said, truth });
            -1.0
        }
        (Some(_), Some(_)) => 0.5,
        _ if claim.kind == Kind::Money && claim.currency == figure.currency => 1.2,
        _ => 0.6,
    }
}

fn stage(claim: &Claim, figure: &Figure, around: &Around, contrast: &mut Option<Verdict>) -> f64 {
    match (claim.stage, figure.stage) {
        (Some(said), Some(truth)) if said == truth => 2.0,
        (Some(_), Some(truth)) if around.stages.contains(&truth) => 1.2,
        (Some(said), Some(truth)) => {
            if contrast.is_none() {
                *contrast = Some(Verdict::WrongStage { said, truth });
            }
            -0.8
        }
        (None, Some(_)) => -0.6,
        (Some(_), None) => -0.2,
        (None, None) => 0.4,
    }
}
