//! Whether a framework can be meant at all, before any data is looked at.

use std::collections::{BTreeMap, BTreeSet};

use crate::numbers::count;
use crate::ranking::Decision;
use crate::weights::{Priorities, ShareBounds, ahp};

use super::{
    Aggregate, Beyond, Curve, Direction, Doubtful, Fault, Filling, Framework, Goalposts, Indicator, Method,
    MissingChild, Normalise, NotPositive, Posts, Reference, Scale, Span, Step, Tree, Twig, Weigh, Weighing,
    Which,
};

impl Framework {
    /// Everything that cannot be meant, in the order of the framework; empty for a sound one.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = self.faults_of_indicators();
        match self.trees() {
            Err(found) => faults.extend(found),
            Ok(trees) => faults.extend(self.faults_between(&trees)),
        }
        for (place, step) in self.steps.iter().enumerate() {
            faults.extend(self.faults_of_step(place + 1, step));
        }
        faults
    }

    /// The checked trees, one an index.
    pub(crate) fn trees(&self) -> Result<Vec<Tree>, Vec<Fault>> {
        let pool: BTreeMap<&str, usize> =
            self.indicators.iter().enumerate().map(|(place, one)| (one.code.as_str(), place)).collect();
        let mut faults = Vec::new();
        let mut trees = Vec::new();
        let mut seen = BTreeSet::new();
        for index in &self.indexes {
            if !seen.insert(index.code.as_str()) {
                faults.push(Fault::IndexTwice { index: index.code.clone() });
            }
            match Tree::of(index, &pool) {
                Ok(tree) => trees.push(tree),
                Err(found) => faults.extend(found),
            }
        }
        if faults.is_empty() { Ok(trees) } else { Err(faults) }
    }

    fn faults_of_indicators(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut seen = BTreeSet::new();
        for one in &self.indicators {
            if !seen.insert(one.code.as_str()) {
                faults.push(Fault::IndicatorTwice { indicator: one.code.clone() });
            }
            if let Some(denominator) = &one.denominator
                && !(denominator.factor.is_finite() && denominator.factor != 0.0)
            {
                faults.push(Fault::IndicatorNumber {
                    indicator: one.code.clone(),
                    what: "the factor of the denominator",
                    number: denominator.factor,
                    right: "give a number that is not 0, such as 1",
                });
            }
            if let Some(target) = one.target.filter(|target| !target.is_finite()) {
                faults.push(Fault::IndicatorNumber {
                    indicator: one.code.clone(),
                    what: "the target",
                    number: target,
                    right: "give a number",
                });
            }
            faults.extend(one.goalposts.and_then(|posts| turned(one, posts)));
            if !one.preference.holds() {
                faults.push(Fault::PreferenceTurned { indicator: one.code.clone() });
            }
        }
        faults
    }

    /// What trees and steps want of each other.
    fn faults_between(&self, trees: &[Tree]) -> Vec<Fault> {
        let mut faults: Vec<Fault> = Vec::new();
        for (place, step) in self.steps.iter().enumerate() {
            match step {
                Step::Weigh(weigh) => faults.extend(faults_of_weighing(place + 1, weigh, trees)),
                Step::Aggregate(one) => faults.extend(faults_of_bounds(place + 1, one, trees)),
                _ => {}
            }
        }
        if !self.steps.iter().any(|step| matches!(step, Step::Aggregate(_))) {
            let ranks = self.steps.iter().position(|step| matches!(step, Step::Rank(_)));
            faults.extend(ranks.map(|place| Fault::NothingToRank { step: place + 1 }));
            return faults;
        }
        for tree in trees {
            for node in &tree.nodes {
                match node.leaf {
                    None if self.aggregating(&node.code).is_none() => {
                        let (index, node) = (tree.code.clone(), node.code.clone());
                        faults.push(Fault::NotAggregated { index, node });
                    }
                    Some(leaf) if !self.is_turned(tree, node, leaf) => {
                        let (indicator, index) = (node.code.clone(), tree.code.clone());
                        faults.push(Fault::NotTurned { indicator, index });
                    }
                    _ => {}
                }
            }
        }
        faults
    }

    /// The step that decides how a node is aggregated.
    fn aggregating(&self, node: &str) -> Option<&Aggregate> {
        let aggregates = self.steps.iter().rev().filter_map(|step| match step {
            Step::Aggregate(one) => Some(one),
            _ => None,
        });
        aggregates.into_iter().find(|one| one.nodes.means(node))
    }

    /// Whether more of a leaf is better when it is added up, or its node sees to that itself.
    fn is_turned(&self, tree: &Tree, node: &Twig, leaf: usize) -> bool {
        let above = node.parent.and_then(|above| self.aggregating(&tree.nodes[above].code));
        let turns = above.is_some_and(|one| one.by.turns());
        let normalises = |step: &Step| matches!(step, Step::Normalise(one) if one.which.means(&node.code));
        let more = self.indicators[leaf].direction == Direction::MoreIsBetter;
        more || turns || self.steps.iter().any(normalises)
    }

    fn faults_of_step(&self, step: usize, taken: &Step) -> Vec<Fault> {
        let number = |what, number: f64, right| Fault::StepNumber { step, what, number, right };
        let share = |what, share: Option<f64>| {
            share
                .filter(|share| !(0.0..=1.0).contains(share))
                .map(|share| number(what, share, "give a share between 0 and 1, such as 0.9 for 90 %"))
        };
        let mut faults = Vec::new();
        match taken {
            Step::Denominate | Step::Rank(_) => {}
            Step::Screen(screen) => {
                faults.extend(share("the share of cases", screen.cases));
                faults.extend(share("the share of indicators", screen.indicators));
            }
            Step::Impute(impute) => {
                faults.extend(self.unknown(step, &impute.which));
                if let Filling::Constant(with) = impute.by
                    && !with.is_finite()
                {
                    faults.push(number("what cells are filled with", with, "give a number"));
                }
            }
            Step::Treat(treat) => {
                faults.extend(self.unknown(step, &treat.which));
                for (what, bound) in [
                    ("the bound of the skewness", treat.pass.skewness),
                    ("the bound of the kurtosis", treat.pass.kurtosis),
                ] {
                    if bound.is_nan() {
                        faults.push(number(what, bound, "give a number, customarily 2 and 3.5"));
                    }
                }
                faults.extend(treat.otherwise.and_then(|curve| bent_wrongly(step, curve)));
                faults.extend(one_year(step, treat.over, "treating outliers"));
            }
            Step::Bend(bend) => {
                faults.extend(self.unknown(step, &bend.which));
                faults.extend(bent_wrongly(step, bend.curve));
                faults.extend(one_year(step, bend.over, "bending"));
            }
            Step::Normalise(normalise) => {
                faults.extend(self.unknown(step, &normalise.which));
                faults.extend(self.faults_of_scale(step, normalise));
            }
            Step::Weigh(weigh) => faults.extend(self.unknown_nodes(step, &weigh.nodes)),
            Step::Aggregate(aggregate) => {
                faults.extend(self.unknown_nodes(step, &aggregate.nodes));
                faults.extend(one_year(step, aggregate.over, "a comparison of cases"));
                if let Method::Power(power) = aggregate.by
                    && !power.is_finite()
                {
                    faults.push(number(
                        "the power of the mean",
                        power,
                        "give a number; 1 is arithmetic, 0 geometric",
                    ));
                }
                if let Method::Decided(decision) = aggregate.by {
                    faults.extend(decided_wrongly(step, decision));
                }
                if let MissingChild::AtLeast(least) = aggregate.missing {
                    faults.extend(share("the least share of the weight", Some(least)));
                }
                if let NotPositive::Lifted(to) | NotPositive::Shifted(to) = aggregate.not_positive
                    && !(to > 0.0 && to.is_finite())
                {
                    faults.push(number(
                        "what zero scores are lifted or shifted by",
                        to,
                        "give a number above 0",
                    ));
                }
            }
        }
        faults
    }

    fn faults_of_scale(&self, step: usize, normalise: &Normalise) -> Vec<Fault> {
        let number = |what, number: f64, right| Fault::StepNumber { step, what, number, right };
        let lacking = |what, has: &dyn Fn(&Indicator) -> bool| {
            let meant = self.indicators.iter().filter(|one| normalise.which.means(&one.code) && !has(one));
            meant.map(|one| Fault::Lacking { step, indicator: one.code.clone(), what }).collect::<Vec<_>>()
        };
        let ends = |low: f64, high: f64| {
            let sound = low.is_finite() && high.is_finite() && low < high;
            (!sound).then(|| number("the high end of the scale", high, "make it greater than the low end"))
        };
        match &normalise.scale {
            Scale::MinMax { low, high } => ends(*low, *high).into_iter().collect(),
            Scale::Nearest { low, high } => {
                let mut faults = lacking("target", &|one| one.target.is_some());
                faults.extend(ends(*low, *high));
                faults
            }
            Scale::Goalposts { low, high, beyond: Beyond::Capped | Beyond::Extended } => {
                let mut faults = lacking("goalposts", &|one| one.goalposts.is_some());
                faults.extend(ends(*low, *high));
                faults
            }
            Scale::Efficacy { base, span, posts, .. } => {
                let mut faults = match posts {
                    Posts::Stated => lacking("goalposts", &|one| one.goalposts.is_some()),
                    Posts::Measured => Vec::new(),
                };
                if !base.is_finite() {
                    faults.push(number(
                        "the base of the coefficient",
                        *base,
                        "give a number, customarily 60",
                    ));
                }
                if !(span.is_finite() && *span > 0.0) {
                    faults.push(number(
                        "the span of the coefficient",
                        *span,
                        "give a number above 0, customarily 40",
                    ));
                }
                faults
            }
            Scale::ZScore { mean, sd, .. } => {
                let sound = mean.is_finite() && sd.is_finite() && *sd > 0.0;
                let fault = || number("the standard deviation of the scores", *sd, "give a number above 0");
                (!sound).then(fault).into_iter().collect()
            }
            Scale::Rank { .. } => one_year(step, normalise.over, "a rank").into_iter().collect(),
            Scale::Borda { .. } => one_year(step, normalise.over, "Borda's points").into_iter().collect(),
            Scale::Percentile { .. } => one_year(step, normalise.over, "a percentile").into_iter().collect(),
            Scale::Share { of: reference } | Scale::Distance { to: reference, .. } => match reference {
                Reference::Target => lacking("target", &|one| one.target.is_some()),
                Reference::Best | Reference::Mean | Reference::Unit(_) => Vec::new(),
            },
        }
    }

    fn unknown(&self, step: usize, which: &Which) -> Vec<Fault> {
        let known = |code: &String| self.indicators.iter().any(|one| one.code == *code);
        let strange = which.codes().iter().filter(|code| !known(code));
        strange.map(|code| Fault::NoSuchCode { step, code: code.clone(), kind: "indicator" }).collect()
    }

    fn unknown_nodes(&self, step: usize, which: &Which) -> Vec<Fault> {
        let known = |code: &String| {
            self.indexes.iter().any(|index| index.nodes.iter().any(|node| node.code == *code))
        };
        let strange = which.codes().iter().filter(|code| !known(code));
        strange.map(|code| Fault::NoSuchCode { step, code: code.clone(), kind: "node" }).collect()
    }
}

fn turned(indicator: &Indicator, posts: Goalposts) -> Option<Fault> {
    let Goalposts { worst, best } = posts;
    let (sound, right) = match indicator.direction {
        Direction::MoreIsBetter => {
            (worst < best, "more of it is better, so the worst must be the smaller number")
        }
        Direction::LessIsBetter => {
            (worst > best, "less of it is better, so the worst must be the greater number")
        }
    };
    let sound = sound && worst.is_finite() && best.is_finite();
    (!sound).then(|| Fault::GoalpostsTurned { indicator: indicator.code.clone(), worst, best, right })
}

fn one_year(step: usize, over: Span, what: &'static str) -> Option<Fault> {
    matches!(over, Span::Year(_)).then_some(Fault::SpanOfRanks { step, what })
}

fn bent_wrongly(step: usize, curve: Curve) -> Option<Fault> {
    match curve {
        Curve::ShiftedLogarithm { share } if !(share > 0.0 && share.is_finite()) => Some(Fault::StepNumber {
            step,
            what: "the share of the range in the logarithm",
            number: share,
            right: "give a number above 0, customarily 0.01",
        }),
        Curve::BoxCox { lambda: Some(power) } if !power.is_finite() => Some(Fault::StepNumber {
            step,
            what: "the power of Box and Cox",
            number: power,
            right: "give a number; 0 is the logarithm, and without one it is estimated",
        }),
        _ => None,
    }
}

/// Numbers of a method of decisions outside their range.
fn decided_wrongly(step: usize, decision: Decision) -> Option<Fault> {
    let (what, number, least) = match decision {
        Decision::Waspas { part } => ("the part of the sum", part, 0.0),
        Decision::Vikor { majority, .. } => ("the weight of the group", majority, 0.0),
        Decision::Grey { distinguishing, .. } => {
            ("the distinguishing coefficient", distinguishing, f64::MIN_POSITIVE)
        }
        Decision::Codas { threshold } => ("the threshold of straight distances", threshold, 0.0),
        _ => return None,
    };
    let right = "give a number from 0 to 1, customarily 0.5; 0.02 for the threshold";
    (!(least..=1.0).contains(&number)).then_some(Fault::StepNumber { step, what, number, right })
}

/// Judgements must be of the children of every node that the step names, and must give weights.
fn faults_of_weighing(step: usize, weigh: &Weigh, trees: &[Tree]) -> Vec<Fault> {
    let Weighing::Judged { children, judgements, derivation, random, doubtful } = &weigh.by else {
        return Vec::new();
    };
    let mut faults = Vec::new();
    for tree in trees {
        for node in tree.nodes.iter().filter(|node| node.leaf.is_none() && weigh.nodes.means(&node.code)) {
            let of_tree: Vec<String> =
                node.children.iter().map(|&child| tree.nodes[child].code.clone()).collect();
            let as_set = |codes: &[String]| codes.iter().cloned().collect::<BTreeSet<String>>();
            let node = node.code.clone();
            if as_set(children) != as_set(&of_tree) || children.len() != judgements.size() {
                faults.push(Fault::JudgedOthers { step, node, judged: children.clone(), children: of_tree });
                continue;
            }
            let priorities = ahp(judgements, *derivation, *random);
            let insisted = match doubtful {
                Doubtful::Flagged => priorities,
                Doubtful::Refused => priorities.and_then(Priorities::insisted),
            };
            faults.extend(insisted.err().map(|error| Fault::Judgements { step, node, error }));
        }
    }
    faults
}

/// Shares within bounds must be able to sum to 1.
fn faults_of_bounds(step: usize, aggregate: &Aggregate, trees: &[Tree]) -> Vec<Fault> {
    let Method::BenefitOfTheDoubt(ShareBounds { least, most }) = aggregate.by else { return Vec::new() };
    let mut faults = Vec::new();
    for tree in trees {
        for node in tree.nodes.iter().filter(|node| node.leaf.is_none() && aggregate.nodes.means(&node.code))
        {
            let children = node.children.len();
            let sums = count(children) * least <= 1.0 && count(children) * most >= 1.0;
            if !(least >= 0.0 && most <= 1.0 && least <= most && sums) {
                let right = "give shares from 0 to 1, the lesser so small and the greater so great that 1 lies between their sums";
                faults.push(Fault::Bounds { step, node: node.code.clone(), least, most, children, right });
            }
        }
    }
    faults
}
