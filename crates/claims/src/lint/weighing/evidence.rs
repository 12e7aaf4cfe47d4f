//! What the words around a claim say for a figure or against it: unit, stage and direction.
//!
//! Each is a number to be added up. The numbers were set once, by hand: a word that names something is worth about four, one that only
//! fits is worth one or two, one that denies takes away as much.

use super::thing::Thing;
use crate::claim::{Change, Claim, Kind, Stage, UnitFrom};
use crate::find::tokens::sense::Class;
use crate::lint::heard::around::Around;
use crate::lint::heard::stages::Stages;
use crate::lint::known::traits::Traits;
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
    named: Stages,
    around: &Around,
    contrast: &mut Option<Contrast>,
) -> f64 {
    match (said, figure.stage) {
        // 储备项目 in the figure's own name says no other stage of it.
        (Some(said), Some(truth))
            if said != truth
                && named.contains(said)
                && (!named.contains(truth) || around.stages.contains(truth)) =>
        {
            0.6
        }
        (Some(said), Some(truth)) if said == truth => 2.0,
        (Some(_), Some(truth)) if around.stages.contains(truth) => 1.2,
        // “Of the projects planned, 91.4 per cent were slated for signing”: three digits of what its sentence says of no other stage.
        (Some(said), Some(truth))
            if claim.kind == Kind::Share
                && claim.digits > 2
                && figure.direction.is_none()
                && around.told.contains(said)
                && !around.told.contains(truth) =>
        {
            *contrast = contrast.or(Some(Contrast::Stage { said, truth }));
            -0.6
        }
        // A share of what is signed is said beside all stages; only a rate of its own has one.
        (Some(_), Some(truth))
            if claim.kind == Kind::Share
                && !around.rate
                && (figure.direction.is_none()
                    || if around.stages.is_empty() { around.told } else { around.stages }
                        .contains(truth)) =>
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
