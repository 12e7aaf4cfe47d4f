//! What the words around a claim say for a figure or against it: unit, stage, direction, week, scope, class.
//!
//! Each is a number to be added up. The numbers were set once, by hand: a word that names something is worth about four, one that only
//! fits is worth one or two, one that denies takes away as much.

use super::fit::Fit;
use crate::claim::{Change, Claim, Kind, Stage, UnitFrom};
use crate::find::tokens::sense::{Class, Sense};
use crate::find::tokens::token::{Case, What};
use crate::lint::heard::around::{Around, Said};
use crate::lint::known::clues::Word;
use crate::lint::known::traits::{Key, Traits};
use crate::lint::matching::Matcher;
use crate::unit::Unit;

/// A word near a claim that denies a figure which the number agrees with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::lint) enum Contrast {
    /// In another measure than this one.
    Measure(Unit),
    /// Other things are counted.
    Counted { said: Unit, truth: Unit },
    /// Said of another stage.
    Stage { said: Stage, truth: Stage },
    /// Said of another value of the scope key with this number.
    Scope(u16),
}

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

pub(in crate::lint) fn unit(
    claim: &Claim,
    figure: Traits,
    own: &[Unit],
    thing: Thing,
    contrast: &mut Option<Contrast>,
) -> f64 {
    let count = claim.kind == Kind::Count;
    let (Some(said), Some(truth)) = (claim.unit, figure.unit) else {
        return if claim.kind == Kind::Money && claim.currency == figure.currency { 1.2 } else { 0.6 };
    };
    match (said, truth) {
        _ if thing == Thing::Foreign
            && claim.unit_from == UnitFrom::Context
            && count
            && !truth.is_measure() =>
        {
            -2.6
        }
        (Unit::Visit, Unit::Visit) if thing == Thing::People => {
            *contrast = Some(Contrast::Counted { said: Unit::Person, truth });
            -1.0
        }
        _ if said == truth => 2.0,
        // “People behind them: 79,400”
        (Unit::Person, Unit::Visitor) => 1.0,
        // Umbrellas, lemons: things that the ledger keeps no numbers of.
        (Unit::Item, _) if thing == Thing::Foreign && !truth.is_measure() => -2.6,
        (Unit::Item, _) if matches!(thing, Thing::Classed(class) if !class.counts(truth)) => -4.0,
        // 64场 of what has been called 活动: the classifier is theirs.
        (Unit::Item, Unit::Activity | Unit::Forum | Unit::Session)
            if matches!(thing, Thing::Classed(Class::Event)) =>
        {
            0.6
        }
        // 首发首展的有58件
        (Unit::Item, Unit::Exhibit | Unit::Product) if thing == Thing::Classed(Class::Piece) => 0.6,
        // 4.6公斤: no part of a thing is counted.
        (Unit::Item, _) if count && !truth.is_measure() && is_broken(claim) => -4.0,
        // Square kilometres and litres are measures, though nothing is kept in them.
        (Unit::Item, _) if thing == Thing::Measured && !truth.is_measure() => -2.5,
        (Unit::Item, _) if truth.is_measure() && claim.unit_from == UnitFrom::Words && count => {
            *contrast = Some(Contrast::Measure(truth));
            -0.4
        }
        (Unit::Item, Unit::Project) if claim.stage.is_some() => 0.8,
        (Unit::Item, _) | (_, Unit::Item) => -0.4,
        (Unit::View, Unit::Visit) | (Unit::Visit, Unit::View) if claim.unit_from == UnitFrom::Context => -0.4,
        _ if claim.unit_from == UnitFrom::Context && count => -2.2,
        (Unit::Product, Unit::Exhibit) => 1.8,
        (Unit::Forum | Unit::Session, Unit::Activity) => -0.5,
        // 论坛活动: what is called an activity may be of any sort.
        (Unit::Activity, Unit::Forum | Unit::Session | Unit::Ceremony | Unit::Meeting) => 0.2,
        _ if said.may_state(truth) => 1.0,
        // 参展单位386家: the noun of its own name is no other thing.
        _ if count && own.contains(&said) => 1.0,
        _ if said.is_measure() && truth.is_measure() && said.is_taken_for(truth) => {
            *contrast = Some(Contrast::Measure(truth));
            0.5
        }
        _ if count && are_mistaken(said, truth) => {
            *contrast = Some(Contrast::Counted { said, truth });
            -1.0
        }
        // A number of other things that nobody takes for these is the same by chance.
        _ if count => -5.0,
        _ => 0.5,
    }
}

/// Whether a number of one sort of things may be one of the other, as far as the nouns of a figure's own name go.
pub(in crate::lint) fn may_agree(said: Unit, truth: Unit, own: &[Unit]) -> bool {
    let measures = said.is_measure() && truth.is_measure() && said.is_taken_for(truth);
    let close = matches!(
        (said, truth),
        (Unit::Person, Unit::Visitor)
            | (Unit::View, Unit::Visit)
            | (Unit::Visit, Unit::View)
            | (Unit::Product, Unit::Exhibit)
            | (Unit::Forum | Unit::Session, Unit::Activity)
            | (Unit::Activity, Unit::Forum | Unit::Session | Unit::Ceremony | Unit::Meeting)
    );
    let named = own.contains(&said);
    said.may_state(truth) || close || named || measures || are_mistaken(said, truth)
}

/// What [`unit`] says at the most where they may not agree: more against it where the number's own words tell its unit.
pub(in crate::lint) fn most_of_others(claim: &Claim) -> f64 {
    if claim.unit_from == UnitFrom::Context { -2.2 } else { -5.0 }
}

/// Whether a number is none of whole things: 4.6, and no 4.6万.
fn is_broken(claim: &Claim) -> bool {
    claim.value.number().is_some_and(|said| !said.is_whole())
}

/// Whether one is written for the other: people for visits, companies for projects, malls for checkpoints.
fn are_mistaken(said: Unit, truth: Unit) -> bool {
    use Unit::{
        Achievement, Activity, Agreement, Award, Booth, Ceremony, Checkpoint, Company, Demand, Exhibit,
        ExhibitionPoint, Forum, Institution, Interaction, Job, Media, Meeting, Patent, Person, Place,
        Product, Project, Report, Session, Stamp, Team, View, Visit, Visitor,
    };
    const TAKEN: [&[Unit]; 5] = [
        &[Visit, Visitor, Person, View, Interaction, Stamp],
        &[Project, Company, Institution, Agreement, Patent, Media, Job, Booth, Demand, Team],
        &[Exhibit, Product, Patent, Award, Achievement, Company, Report],
        &[Checkpoint, ExhibitionPoint, Place],
        &[Activity, Forum, Session, Ceremony, Meeting],
    ];
    TAKEN.iter().any(|taken| taken.contains(&said) && taken.contains(&truth))
}

pub(in crate::lint) fn stage(
    claim: &Claim,
    said: Option<Stage>,
    figure: Traits,
    named: &[Stage],
    around: &Around,
    contrast: &mut Option<Contrast>,
) -> f64 {
    match (said, figure.stage) {
        // 储备项目 in the figure's own name says no other stage of it.
        (Some(said), Some(truth))
            if said != truth
                && named.contains(&said)
                && (!named.contains(&truth) || around.stages.contains(&truth)) =>
        {
            0.6
        }
        (Some(said), Some(truth)) if said == truth => 2.0,
        (Some(_), Some(truth)) if around.stages.contains(&truth) => 1.2,
        // “Of the projects planned, 91.4 per cent were slated for signing”: three digits of what its sentence says of no other stage.
        (Some(said), Some(truth))
            if claim.kind == Kind::Share
                && claim.digits > 2
                && figure.direction.is_none()
                && around.told.contains(&said)
                && !around.told.contains(&truth) =>
        {
            *contrast = contrast.or(Some(Contrast::Stage { said, truth }));
            -0.6
        }
        // A share of what is signed is said beside all stages; only a rate of its own has one.
        (Some(_), Some(truth))
            if claim.kind == Kind::Share
                && !around.rate
                && (figure.direction.is_none()
                    || if around.stages.is_empty() { &around.told } else { &around.stages }
                        .contains(&truth)) =>
        {
            -0.6
        }
        (Some(said), Some(truth)) => {
            *contrast = contrast.or(Some(Contrast::Stage { said, truth }));
            -0.8
        }
        (None, Some(_)) => -0.6,
        (Some(_), None) if claim.kind == Kind::Share => -0.6,
        // 拟签约的是1120个: nobody signs people, be there as many.
        (Some(_), None) if is_of_people(claim, figure) => -2.6,
        (Some(_), None) => -0.2,
        (None, None) => 0.4,
    }
}

/// No less than what [`stage`] says for a figure.
pub(in crate::lint) fn most_of_stage(said: Option<Stage>, figure: Traits) -> f64 {
    match (said, figure.stage) {
        (Some(said), Some(truth)) if said == truth => 2.0,
        (Some(_), Some(_)) => 1.2,
        (None, Some(_)) => -0.6,
        (Some(_), None) => -0.2,
        (None, None) => 0.4,
    }
}

/// Whether things of no sort are held against people.
fn is_of_people(claim: &Claim, figure: Traits) -> bool {
    claim.kind == Kind::Count
        && claim.unit == Some(Unit::Item)
        && matches!(figure.unit, Some(Unit::Person | Unit::Visitor | Unit::Visit))
}

/// A figure that is a rise wants one to be said, and the other way round.
pub(in crate::lint) fn direction(claim: &Claim, figure: Traits) -> f64 {
    if claim.kind == Kind::Factor {
        return if figure.kind == Kind::Factor { 1.0 } else { 0.0 }
            + if figure.direction.is_some() && figure.direction == claim.change { 1.2 } else { 0.0 };
    }
    let moves = matches!(claim.change, Some(Change::Up | Change::Down));
    let amount = matches!(claim.kind, Kind::Count | Kind::Money);
    match (figure.direction, moves) {
        (Some(direction), true) => {
            if claim.change == Some(direction) {
                1.2
            } else {
                0.0
            }
        }
        (None, false) => 0.0,
        (Some(_), false) => -2.0,
        (None, true) => {
            if amount {
                -2.0
            } else {
                -1.0
            }
        }
    }
}

/// What it says against a figure that a scope of it is not said, be it no place and no channel, of which numbers are told without a word.
const UNSAID: f64 = -1.2;

/// What all its scopes say against a figure when none is said.
pub(in crate::lint) fn unsaid(keys: impl Iterator<Item = Key>) -> f64 {
    keys.filter(|key| !matches!(key, Key::Place | Key::Channel)).fold(0.0, |weight, _| weight + UNSAID)
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

    /// A figure of another week counts only where the text speaks of that week or of its place, or states it exactly.
    #[inline]
    pub(in crate::lint) fn week(&self, claim: &Claim, at: usize, around: &Around, fit: &Fit) -> Option<f64> {
        if !self.is_current(at) {
            return self.other_week(claim, at, around, fit);
        }
        // What something rose from is no figure of this week.
        (!around.elsewhere || fit.is_meant() || self.is_of_next(at)).then_some(0.4)
    }

    /// The same of a figure of another week.
    #[inline(never)]
    fn other_week(&self, claim: &Claim, at: usize, around: &Around, fit: &Fit) -> Option<f64> {
        // What only rounds to it is the same by chance.
        let by_number = *fit == Fit::Right && (claim.hedge.is_none() || claim.digits > 2);
        if !around.tells_when_or_where() {
            return by_number.then_some(-5.0);
        }
        let own = self.linter.clues.weeks[at];
        // “In 2020 …” speaks of the week that was in 2020.
        let year = || self.linter.ledger.figures[at].as_of.and_then(|day| day.year);
        let dated = || !around.years.is_empty() && year().is_some_and(|year| around.years.contains(&year));
        let named = own.is_some_and(|own| around.weeks.contains(&own)) || dated();
        if named || around.last_week {
            return Some(if fit.is_meant() || around.elsewhere { 0.6 } else { -1.0 });
        }
        if self.is_of_place(at, around) {
            return Some(0.2);
        }
        by_number.then_some(-5.0)
    }

    pub(in crate::lint) fn is_current(&self, at: usize) -> bool {
        self.near.current[at]
    }

    /// Whether the claim is said of the very place that the figure is of, which no figure of the current week is: “Jianye 23 and Jiangning 48”.
    fn is_of_place(&self, at: usize, around: &Around) -> bool {
        let clues = &self.linter.clues;
        let place =
            clues.scopes[at].iter().find(|(key, _)| clues.known_keys[usize::from(*key)] == Key::Place);
        place.is_some_and(|(key, value)| {
            let said = |said: &Said| said.key == *key && said.value == *value && said.own;
            around.scopes.iter().any(said) && !self.is_of_week(*key, *value)
        })
    }

    /// Whether the current week has figures of this scope: 全市 means another city in another week.
    fn is_of_week(&self, key: u16, value: u16) -> bool {
        self.linter.clues.week_scopes.contains(&(None, key, value)) && self.week.is_none()
            || self.linter.clues.week_scopes.contains(&(self.week, key, value))
    }

    pub(in crate::lint) fn scope(&self, at: usize, around: &Around, contrast: &mut Option<Contrast>) -> f64 {
        let clues = &self.linter.clues;
        if around.scopes.is_empty() {
            return clues.unsaid[at];
        }
        let mut weight = 0.0;
        let figure = clues.traits[at];
        let growth = figure.kind == Kind::Factor || figure.direction.is_some();
        for (key, value) in &clues.scopes[at] {
            let name = clues.known_keys[usize::from(*key)];
            // 旧船厂…五天里: the week lasts as long in each of its places, and what it holds.
            let lasts = matches!(figure.unit, Some(Unit::Day | Unit::Hour));
            if name == Key::Place && figure.kind == Kind::Count && lasts {
                continue;
            }
            let of_key = || around.scopes.iter().filter(|said| said.key == *key);
            let same = of_key().any(|said| said.value == *value);
            let own_same = of_key().any(|said| said.own && said.value == *value);
            let contrary = |said: &&Said| {
                said.value != *value && (said.word == Word::Proper || self.is_of_week(said.key, said.value))
            };
            let carried = growth && !of_key().any(|said| said.own) && !same;
            let other = !own_same
                && of_key()
                    .filter(|said| said.own || said.governs || carried && said.before)
                    .any(|said| contrary(&said));
            weight += match (same && !other, other, name) {
                (true, ..) => 1.0,
                (false, true, _) => {
                    if !matches!(contrast, Some(Contrast::Stage { .. })) {
                        *contrast = Some(Contrast::Scope(*key));
                    }
                    -1.6
                }
                (false, false, Key::Place | Key::Channel) => 0.0,
                (false, false, _) => UNSAID,
            };
        }
        for said in &around.scopes {
            let name = clues.known_keys[usize::from(said.key)];
            let narrower =
                said.own && name != Key::Place && !clues.scopes[at].iter().any(|(own, _)| *own == said.key);
            weight -= if narrower { 1.0 } else { 0.0 };
        }
        weight
    }

    /// “19 of them worth 1 billion yuan or more”: the class that a figure's name tells, told beside the claim.
    pub(in crate::lint) fn class(&self, at: usize, around: &Around) -> f64 {
        match (&self.linter.clues.classes[at], around.class) {
            (Some(class), Some(said)) if *class == said => 2.4,
            (Some(_), _) => -2.0,
            (None, Some(_)) => -1.2,
            (None, None) => 0.0,
        }
    }
}
