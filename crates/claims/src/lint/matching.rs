//! Which figure a claim states: everything near it is weighed, then the value decides the verdict.

use super::clues::{Clue, Hit, Word};
use super::judge::{self, Standing};
use super::{Linter, Occasion, Verdict};
use crate::calendar::Date;
use crate::claim::{Change, Claim, Hedge, Kind, Role, Stage, UnitFrom, Value};
use crate::figure::Figure;
use crate::find::scan::Scan;
use crate::find::sense::Sense;
use crate::find::token::{What, is_cjk};
use crate::number::Number;
use crate::unit::{Currency, Unit};

/// How many bytes of its sentence a claim looks at on either side.
const REACH: usize = 420;
/// What the text around must say before a number is called wrong.
const CERTAIN: f64 = 3.4;
/// What it must say before a slip, an old value or another stage is told.
const LIKELY: f64 = 2.6;

/// More than any words say.
const SURE: f64 = 20.0;

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
    /// Whether the claim counts what another figure alone counts, and nothing else in the text counts what this one does.
    swapped: bool,
}

/// How the value of a claim stands to a figure.
#[derive(Debug, Clone, PartialEq)]
enum Fit {
    Right,
    /// An earlier value, or one newer than the day said.
    Old(Option<Date>),
    HedgeFalse,
    /// The hedge is false and the number is the very truth.
    HedgeOnly,
    Power(i32),
    Currency,
    Unit,
    Close,
    Far,
}

impl Fit {
    fn weight(&self, claim: &Claim) -> f64 {
        // The more digits agree, and the larger the number, the less it is by chance.
        let large = claim.value.number().is_some_and(|said| said >= Number::whole(10_000));
        let hedge = claim.hedge.filter(|_| *self != Self::HedgeOnly);
        let digits = match (claim.digits, hedge) {
            (3.., None) => 4.4,
            (2, None) if claim.value.number().is_some_and(|said| said >= Number::whole(100)) => 4.0,
            (2, None) => 3.4,
            (2.., Some(_)) if large => 2.6,
            (2.., Some(Hedge::More)) => 2.4,
            (1, _) if large => 1.8,
            (2.., Some(_)) => 1.4,
            _ => 0.0,
        };
        match self {
            Self::HedgeOnly => 3.0 + digits,
            Self::Right => 4.0 + digits,
            Self::Old(_) => 3.0 + digits * 0.6,
            Self::HedgeFalse => 1.8 + digits,
            Self::Currency | Self::Unit => 2.6,
            Self::Power(_) => 2.2,
            Self::Close => 1.0,
            Self::Far => -3.0,
        }
    }
}

/// A word of scope near a claim.
#[derive(Clone, Copy)]
struct Said {
    key: u16,
    value: u16,
    word: Word,
    /// Whether no other claim stands nearer to it.
    own: bool,
}

/// What stands around a claim.
struct Around {
    sentence: (usize, usize),
    clause: (usize, usize),
    scopes: Vec<Said>,
    weeks: Vec<u16>,
    last_week: bool,
    /// It is what something rose or fell from, or of an edition that is not this week's.
    elsewhere: bool,
    /// 其中, each, on average: a part of what the figures count.
    partial: bool,
    stages: Vec<Stage>,
    years: Vec<u16>,
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

    /// What there is to say of a claim when it is known which figure it states.
    pub(super) fn of(&self, index: usize, figure: usize) -> Verdict {
        let claim = &self.claims[index];
        let around = self.around(claim);
        let truth = self.linter.ledger.figures[figure].on(self.occasion.day);
        let Some(candidate) = self.weigh(claim, figure, &around) else {
            return Verdict::WrongValue { truth };
        };
        let candidate = Candidate { evidence: SURE, named: 1.0, ..candidate };
        match self.decide(claim, candidate, &around) {
            (Some(_), verdict) => verdict,
            (None, _) => Verdict::WrongValue { truth },
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
        let lead = self.scan.text[..place.start].trim_end();
        let labelled = lead.ends_with([':', '：']).then(|| bounds_before(&self.clauses, lead.len()));
        let clause = self.spaced(bounds(&self.clauses), place);
        // “Waste: −31 %”: what stands before the colon is of the claim.
        let clause = labelled.map_or(clause, |start| (start.max(sentence.0), clause.1));
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
            years: Vec::new(),
            dates: Vec::new(),
        };
        let first = self.hits.partition_point(|hit| hit.start < sentence.0);
        for hit in self.hits[first..].iter().take_while(|hit| hit.start < sentence.1) {
            let inside = hit.start >= clause.0 && hit.end <= clause.1;
            match hit.clue {
                Clue::Scope(key, value, word) => {
                    // “Online, there were …”: a word alone before the comma belongs to what follows.
                    let lead = self.scan.text[..hit.start].trim_end();
                    let alone =
                        lead.is_empty() || lead.ends_with(['.', ',', ';', ':', '，', '。', '；', '：', '\n']);
                    let leads = alone && hit.end <= clause.0 && hit.end + 3 >= clause.0;
                    let own = inside && self.is_nearest(claim, hit.start, hit.end, clause) || leads;
                    if !self.is_in_week_name(hit) {
                        around.scopes.push(Said { key, value, word, own });
                    }
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
            if let (Kind::Year, Value::Number(year)) = (other.kind, other.value) {
                around.years.extend(year.to_string().parse::<u16>().ok());
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

    /// A clause cut at the blanks of a Chinese headline: 签约超百个项目 总投资逾300亿元.
    fn spaced(&self, (start, end): (usize, usize), place: &std::ops::Range<usize>) -> (usize, usize) {
        let text = self.scan.text;
        let parts = |at: usize| {
            let before = text[..at].chars().next_back().is_some_and(is_cjk);
            before && text[at + 1..].chars().next().is_some_and(is_cjk)
        };
        let lead = text.get(start..place.start).unwrap_or_default();
        let tail = text.get(place.end..end).unwrap_or_default();
        let start = lead
            .rmatch_indices(' ')
            .map(|(at, _)| start + at)
            .find(|at| parts(*at))
            .map_or(start, |at| at + 1);
        let end = tail.match_indices(' ').map(|(at, _)| place.end + at).find(|at| parts(*at)).unwrap_or(end);
        (start, end)
    }

    /// Whether a word of scope is only part of a week's name: 2021南京创新周.
    fn is_in_week_name(&self, hit: &Hit) -> bool {
        let first = self.hits.partition_point(|other| other.start + 80 < hit.start);
        let mut near = self.hits[first..].iter().take_while(|other| other.start <= hit.start);
        near.any(|other| matches!(other.clue, Clue::Week(_)) && other.end >= hit.end)
    }

    /// Whether no other claim stands nearer to a word of the claim's clause.
    fn is_nearest(&self, claim: &Claim, start: usize, end: usize, clause: (usize, usize)) -> bool {
        let gap = |other: &Claim| {
            if other.place.start >= end {
                other.place.start - end
            } else {
                start.saturating_sub(other.place.end) + 1
            }
        };
        let own = gap(claim);
        let first = self.claims.partition_point(|other| other.place.end + REACH < start);
        !self.claims[first..].iter().take_while(|other| other.place.start < end + REACH).any(|other| {
            other.role == Role::Stated
                && other.place.start >= clause.0
                && other.place.end <= clause.1
                && gap(other) < own
        })
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
            let near = match (touches, inside) {
                (true, _) => 1.15,
                (false, true) if self.is_nearest(claim, hit.start, hit.end, around.clause) => 1.0,
                (false, true) => 0.7,
                (false, false) => 0.5,
            };
            let slot = &mut self.near[id as usize];
            if *slot < near {
                *slot = near;
            }
            self.touched.push(id);
        }
        let nouns = claim.unit.filter(|_| claim.unit_from == UnitFrom::Words && claim.kind == Kind::Count);
        for id in nouns.and_then(|unit| self.linter.clues.nouns.get(&unit)).into_iter().flatten() {
            let slot = &mut self.near[*id as usize];
            *slot = slot.max(0.9);
            self.touched.push(*id);
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
        // An edition is of whatever event's name stands with it.
        let mut evidence = named * if figure.kind == Kind::Edition { 7.2 } else { 3.6 };
        let mut contrast = None;
        evidence += unit(claim, figure, &mut contrast);
        evidence += stage(claim, figure, around, &mut contrast);
        let staged = figure.stage.is_some()
            && (claim.stage == figure.stage || around.stages.contains(&figure.stage.unwrap_or(Stage::Lead)));
        evidence += self.week(at, around, matches!(fit, Fit::Right))?;
        evidence += self.scope(at, around, &mut contrast);
        if figure.direction.is_some() && figure.direction == claim.change {
            evidence += 1.2;
        }
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
        if claim.kind == Kind::Share && named < 0.2 {
            evidence -= 2.0;
        }
        // What another claim says of these very things, this one does not.
        let counted_apart = matches!(contrast, Some(Verdict::CountedDiffers { .. }));
        if counted_apart
            && self.claims.iter().any(|other| other.unit == figure.unit && other.value == claim.value)
        {
            evidence -= 3.0;
        }
        // The very number, not one that only rounds to it or is tolerated.
        if claim.kind == Kind::Share && fit == Fit::Right && claim.value == figure.value {
            evidence += 0.8;
        }
        if fit == Fit::Close && is_days_off(claim, figure) {
            evidence += 1.2;
        }
        let clues = &self.linter.clues;
        let own = claim.unit.is_some_and(|unit| clues.sole_units.contains(&(clues.weeks[at], unit)));
        let swapped = clues.sole[at]
            && own
            && matches!(contrast, Some(Verdict::CountedDiffers { .. }))
            && !self.claims.iter().any(|other| other.unit == figure.unit);
        if swapped {
            evidence += 0.6;
        }
        Some(Candidate { swapped, figure: at, evidence, fit, contrast, named, staged })
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
        // “In 2020 …” speaks of the week that was in 2020.
        let year = self.linter.ledger.figures[at].as_of.and_then(|day| day.year);
        let dated = year.is_some_and(|year| around.years.contains(&year));
        let named = own.is_some_and(|own| around.weeks.contains(&own)) || dated;
        match (current, named || around.last_week) {
            (true, _) => Some(if around.last_week && !current { 0.0 } else { 0.4 }),
            (false, true) => Some(if right || around.elsewhere { 0.6 } else { -1.0 }),
            (false, false) => right.then_some(-5.0),
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
        scopes.any(|(_, own)| own.contains(&(key, value)))
    }

    fn scope(&self, at: usize, around: &Around, contrast: &mut Option<Verdict>) -> f64 {
        let clues = &self.linter.clues;
        let mut weight = 0.0;
        let growth = matches!(self.linter.ledger.figures[at].kind, Kind::Factor)
            || self.linter.ledger.figures[at].direction.is_some();
        for (key, value) in &clues.scopes[at] {
            let name = &clues.keys[usize::from(*key)];
            let of_key = || around.scopes.iter().filter(|said| said.key == *key);
            let same = of_key().any(|said| said.value == *value);
            let own_same = of_key().any(|said| said.own && said.value == *value);
            let contrary = |said: &&Said| {
                said.value != *value && (said.word == Word::Proper || self.is_of_week(said.key, said.value))
            };
            let carried = growth && !of_key().any(|said| said.own) && !same;
            let other = !own_same && of_key().filter(|said| said.own || carried).any(|said| contrary(&said));
            weight += match (same && !other, other, name.as_str()) {
                (true, ..) => 1.0,
                (false, true, _) => {
                    if !matches!(contrast, Some(Verdict::WrongStage { .. })) {
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
        for said in &around.scopes {
            let name = clues.keys[usize::from(said.key)].as_str();
            let narrower =
                said.own && name != "place" && !clues.scopes[at].iter().any(|(own, _)| *own == said.key);
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
            Standing::HedgeFalse if claim.kind == figure.kind => {
                let only = own.number().is_some_and(|own| claim.value == Value::Number(own));
                return (if only { Fit::HedgeOnly } else { Fit::HedgeFalse }, truth);
            }
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
        let share = matches!(figure.kind, Kind::Share | Kind::Points | Kind::Factor)
            || figure.kind == Kind::Money && figure.stage.is_none();
        let current = self.week.is_none() || self.linter.clues.weeks[candidate.figure] == self.week;
        let needed = match () {
            () if measured || around.partial => 0.75,
            () if figure.kind == Kind::Factor => 0.12,
            () if share && figure.direction.is_some() && figure.direction == claim.change => 0.3,
            () if !current && candidate.fit == Fit::Close && around.years.is_empty() => 0.9,
            () if share => 0.5,
            () => 0.32,
        };
        let named = match figure.kind {
            Kind::Edition => self.is_named_behind(claim),
            Kind::Period => true,
            _ => candidate.named >= needed,
        };
        let current = self.week.is_none() || self.linter.clues.weeks[candidate.figure] == self.week;
        // Three digits that agree to the last are no chance, whatever the words.
        let exact = match candidate.fit {
            Fit::Unit => claim.digits >= 3 || claim.digits == 2 && candidate.named >= 0.2,
            Fit::Currency | Fit::Power(_) => claim.digits >= 3,
            Fit::HedgeOnly => claim.digits >= 2,
            Fit::HedgeFalse => false,
            Fit::Old(_) => claim.digits >= 3 && claim.hedge.is_none(),
            Fit::Right | Fit::Close | Fit::Far => false,
        };
        let sole = self.linter.clues.sole[candidate.figure]
            && claim.unit == figure.unit
            && claim.unit_from == UnitFrom::Words;
        let known = exact || sole || named || candidate.staged && !around.partial;
        let nothing = (None, Verdict::NotAmong);
        if !figure.may_be_told(self.occasion.at) {
            let meant = matches!(candidate.fit, Fit::Right | Fit::Old(_)) && evidence >= LIKELY && telling;
            return if meant { (at, Verdict::Embargoed) } else { nothing };
        }
        match candidate.fit {
            Fit::Right => match contrast {
                // Of another week, with nothing that speaks for it: the number is the same by chance.
                None if evidence < -2.5 => nothing,
                None => (at, Verdict::Right),
                Some(verdict)
                    if evidence
                        >= if candidate.swapped { -2.0 } else { self.needed(claim, candidate.figure) }
                        && !(around.elsewhere && current) =>
                {
                    (at, verdict)
                }
                Some(_) => nothing,
            },
            // What something rose from is of another time, and no figure of this week.
            _ if around.elsewhere && current => nothing,
            Fit::Old(since) if known && evidence >= LIKELY && telling => {
                (at, Verdict::Stale { since, truth })
            }
            Fit::HedgeFalse | Fit::HedgeOnly if known && evidence >= LIKELY && contrast.is_none() => {
                (at, Verdict::HedgeContradicts { hedge: claim.hedge, truth })
            }
            Fit::Currency if known && evidence >= if claim.digits >= 3 { 0.2 } else { LIKELY - 1.0 } => {
                let implied = claim
                    .value
                    .number()
                    .zip(truth.number())
                    .and_then(|(said, truth)| self.implied(claim, figure, said, truth));
                let own = figure.currency.unwrap_or(self.linter.ledger.currency);
                (at, Verdict::WrongCurrency { truth: own, implied_rate: implied })
            }
            Fit::Unit if exact && evidence >= 0.9 || known && evidence >= LIKELY => match figure.unit {
                Some(unit) => (at, Verdict::WrongUnit { truth: unit }),
                None => nothing,
            },
            Fit::Power(power)
                if known
                    && evidence >= LIKELY
                    && contrast.is_none()
                    && (claim.digits >= 2
                        || evidence >= CERTAIN && claim.unit == figure.unit && claim.kind != Kind::Share) =>
            {
                (at, Verdict::OffByPower { power, truth })
            }
            Fit::Close
                if known
                    && evidence >= CERTAIN - if sole { 1.0 } else { 0.0 }
                    && contrast.is_none()
                    && !self.is_sum(claim) =>
            {
                (at, Verdict::WrongValue { truth })
            }
            _ => nothing,
        }
    }

    /// Whether the name of a week or a figure stands directly behind: 第四届澄湖创新周, “5th Future Network Development Conference”.
    fn is_named_behind(&self, claim: &Claim) -> bool {
        let behind = &self.scan.text[claim.place.end..];
        let at = claim.place.end + (behind.len() - behind.trim_start().len());
        let first = self.hits.partition_point(|hit| hit.start < at);
        self.hits[first..]
            .iter()
            .take_while(|hit| hit.start == at)
            .any(|hit| matches!(hit.clue, Clue::Week(_) | Clue::Keyword(_)))
    }

    /// Whether the claims before it make it: 三个区合计87场 is told by the text itself.
    fn is_sum(&self, claim: &Claim) -> bool {
        let before = self.claims.partition_point(|other| other.place.start < claim.place.start);
        let parts: Vec<Number> = self.claims[..before]
            .iter()
            .rev()
            .take(8)
            .filter(|other| other.kind == claim.kind && other.currency == claim.currency)
            .filter_map(|other| other.value.number())
            .collect();
        let run = |first: usize| {
            let mut sum = Number::ZERO;
            parts[first..].iter().enumerate().any(|(count, part)| {
                sum = sum.plus(*part).unwrap_or(sum);
                count > 0 && claim.value == Value::Number(sum)
            })
        };
        (0..parts.len()).any(run)
    }

    /// What the words must say for a figure whose number is right and something else is not: little when no other figure has the number.
    fn needed(&self, claim: &Claim, at: usize) -> f64 {
        let ledger = self.linter.ledger;
        let figure = &ledger.figures[at];
        let day = self.occasion.day;
        let clues = &self.linter.clues;
        let others = ledger.figures.iter().enumerate().filter(|(other, figure)| {
            *other != at && figure.kind == claim.kind && clues.weeks[*other] == clues.weeks[at]
        });
        let unique = !others
            .into_iter()
            .any(|(_, other)| judge::stands(claim, other, other.on(day), &ledger.hedges) == Standing::Right);
        let measure = claim.unit.is_some_and(Unit::is_measure) != figure.unit.is_some_and(Unit::is_measure);
        let large = claim.value.number().is_some_and(|said| said >= Number::whole(100));
        let huge = claim.value.number().is_some_and(|said| said >= Number::whole(100_000));
        match claim.digits {
            _ if claim.kind == Kind::Share => 2.0,
            1 if unique && huge && !measure => -0.5,
            3.. if unique && !measure => -2.2,
            2 if unique && !measure && claim.hedge.is_none() => -0.9,
            2 if unique && large && !measure => -0.5,
            2.. => 0.8,
            _ => LIKELY,
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

/// Where the clause that ends in the colon before `colon` begins.
fn bounds_before(clauses: &[usize], colon: usize) -> usize {
    let at = clauses.partition_point(|end| *end < colon);
    at.checked_sub(1).map_or(0, |at| clauses[at])
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
/// Whether a date is at most three days beside the figure's.
fn is_days_off(claim: &Claim, figure: &Figure) -> bool {
    let (Value::Date(said), Value::Date(truth)) = (claim.value, figure.value) else { return false };
    let near = said.day.zip(truth.day).is_some_and(|(said, truth)| said.abs_diff(truth) <= 3);
    said.month == truth.month && near
}

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
        (Some(Unit::View), Some(Unit::Visit)) | (Some(Unit::Visit), Some(Unit::View))
            if claim.unit_from == UnitFrom::Context =>
        {
            -0.4
        }
        (Some(said), Some(truth))
            if claim.unit_from == UnitFrom::Context && claim.kind == Kind::Count && said != truth =>
        {
            -2.2
        }
        (Some(Unit::Product), Some(Unit::Exhibit)) => 1.8,
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
        (Some(_), None) if claim.kind == Kind::Share => -0.6,
        (Some(_), None) => -0.2,
        (None, None) => 0.4,
    }
}
