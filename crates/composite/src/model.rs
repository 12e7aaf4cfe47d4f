//! A framework and its data made ready to run: codes looked up, trees checked, columns laid side by side.

use std::collections::{BTreeMap, BTreeSet};

use crate::framework::{
    Direction, Fault, Faults, Framework, Normalise, Preference, Reference, Scale, Span, Step, Tree, Which,
};
use crate::measured::{Case, Data, Unit};
use crate::run::{Run, Scored, ScoredNode, Stage, Why};
use crate::sheet::Sheet;
use crate::stages::{Climb, Climbed, Journal, Ready, State, Twist, left_out};

/// Runs a framework over its data.
///
/// # Errors
/// When the framework cannot be meant, or the data does not have what it names.
pub fn run(framework: &Framework, data: &Data) -> Result<Run, Faults> {
    Ok(Model::of(framework, data)?.run())
}

/// A framework and its data, ready to be run any number of times.
#[derive(Clone, Debug)]
pub struct Model {
    pub(crate) framework: Framework,
    pub(crate) units: Vec<Unit>,
    pub(crate) pool: Pool,
    pub(crate) raw: Sheet,
    pub(crate) trees: Vec<Tree>,
    pub(crate) ready: Vec<Ready>,
}

/// What every step may look at and none changes.
#[derive(Clone, Debug)]
pub(crate) struct Pool {
    pub(crate) cases: Vec<Case>,
    /// The years there are, in ascending order.
    pub(crate) years: Vec<i32>,
    /// Of every indicator.
    pub(crate) directions: Vec<Direction>,
    /// Of every indicator.
    pub(crate) preferences: Vec<Preference>,
    /// Of every indicator: the cells it is divided by, one a case, and what the quotient is multiplied by.
    pub(crate) denominators: Vec<Option<(Vec<f64>, f64)>>,
}

impl Model {
    /// Makes a framework ready for its data.
    ///
    /// # Errors
    /// When the framework cannot be meant, or the data does not have what it names.
    pub fn of(framework: &Framework, data: &Data) -> Result<Self, Faults> {
        let mut faults = framework.faults();
        let mut raw = Sheet::of(data.cases().len());
        let mut denominators = Vec::with_capacity(framework.indicators.len());
        for one in &framework.indicators {
            match data.cells(&one.code) {
                Some(cells) => raw.push(cells.iter().copied().map(Some)),
                None => faults.push(Fault::NoColumn { indicator: one.code.clone() }),
            }
            denominators.push(one.denominator.as_ref().and_then(|below| {
                let cells = data.cells(&below.column);
                if cells.is_none() {
                    let (indicator, column) = (one.code.clone(), below.column.clone());
                    faults.push(Fault::NoDenominator { indicator, column });
                }
                Some((cells?.to_vec(), below.factor))
            }));
        }
        let years: BTreeSet<i32> = data.cases().iter().map(|case| case.year).collect();
        let mut model = Self {
            framework: framework.clone(),
            units: data.units().to_vec(),
            pool: Pool {
                cases: data.cases().to_vec(),
                years: years.into_iter().collect(),
                directions: framework.indicators.iter().map(|one| one.direction).collect(),
                preferences: framework.indicators.iter().map(|one| one.preference).collect(),
                denominators,
            },
            raw,
            trees: framework.trees().unwrap_or_default(),
            ready: Vec::new(),
        };
        for (place, step) in framework.steps.iter().enumerate() {
            match model.ready(place + 1, step) {
                Ok(ready) => model.ready.push(ready),
                Err(found) => faults.extend(found),
            }
        }
        if faults.is_empty() { Ok(model) } else { Err(Faults(faults)) }
    }

    /// Looks up what a step names; its number is for the faults.
    pub(crate) fn ready(&self, number: usize, step: &Step) -> Result<Ready, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut ready = Ready { step: step.clone(), which: Vec::new(), groups: None, unit: None };
        let none = Which::Only(Vec::new());
        let (which, over) = match step {
            Step::Impute(impute) => {
                ready.groups = impute.group.as_ref().map(|group| self.groups(group));
                let nobody = ready.groups.as_ref().is_some_and(|groups| groups.iter().all(Option::is_none));
                if let Some(group) = impute.group.as_ref().filter(|_| nobody) {
                    faults.push(Fault::NoGroup { step: number, group: group.clone() });
                }
                (&impute.which, impute.over)
            }
            Step::Treat(treat) => (&treat.which, treat.over),
            Step::Bend(bend) => (&bend.which, bend.over),
            Step::Normalise(normalise) => {
                match self.reference_unit(number, normalise) {
                    Ok(unit) => ready.unit = unit,
                    Err(fault) => faults.push(fault),
                }
                (&normalise.which, normalise.over)
            }
            _ => (&none, Span::AllYears),
        };
        ready.which = self.framework.indicators.iter().map(|one| which.means(&one.code)).collect();
        if let Span::Year(year) = over
            && !self.pool.years.contains(&year)
        {
            faults.push(Fault::NoYear { step: number, year });
        }
        if faults.is_empty() { Ok(ready) } else { Err(faults) }
    }

    /// The group of each case, numbered as the names are ordered.
    fn groups(&self, grouping: &str) -> Vec<Option<usize>> {
        let names: BTreeSet<&String> =
            self.units.iter().filter_map(|unit| unit.groups.get(grouping)).collect();
        let numbers: BTreeMap<&String, usize> =
            names.into_iter().enumerate().map(|(number, name)| (name, number)).collect();
        let group = |case: &Case| numbers.get(self.units[case.unit].groups.get(grouping)?).copied();
        self.pool.cases.iter().map(group).collect()
    }

    fn reference_unit(&self, step: usize, normalise: &Normalise) -> Result<Option<usize>, Fault> {
        let (Scale::Share { of: Reference::Unit(code) } | Scale::Distance { to: Reference::Unit(code), .. }) =
            &normalise.scale
        else {
            return Ok(None);
        };
        let place = self.units.iter().position(|unit| unit.code == *code);
        place.map(Some).ok_or_else(|| Fault::NoReferenceUnit { step, unit: code.clone() })
    }

    /// The raw sheet, before any step.
    pub(crate) fn start(&self) -> State {
        State {
            cases: (0..self.pool.cases.len()).collect(),
            indicators: (0..self.framework.indicators.len()).collect(),
            sheet: self.raw.clone(),
            turned: vec![false; self.framework.indicators.len()],
            goalposts: self.framework.indicators.iter().map(|one| one.goalposts).collect(),
            targets: self.framework.indicators.iter().map(|one| one.target).collect(),
        }
    }

    /// Takes every step and keeps everything.
    #[must_use]
    pub fn run(&self) -> Run {
        let mut journal = Journal::keeping();
        let mut state = self.start();
        note_what_is_missing(&state, &mut journal);
        let mut stages = vec![stage(None, &state)];
        for (place, ready) in self.ready.iter().enumerate() {
            journal.step = place + 1;
            state.take(ready, &self.pool, &mut journal);
            stages.push(stage(Some(&ready.step), &state));
        }
        let steps: Vec<&Step> = self.ready.iter().map(|ready| &ready.step).collect();
        let mut indexes = Vec::new();
        for (index, tree) in self.trees.iter().enumerate() {
            let Some(climb) = Climb::of(tree, &steps) else { continue };
            let climbed = climb.climb((index, tree), (&state, &self.pool), &Twist::default(), &mut journal);
            left_out(index, tree, &state, &self.pool, &mut journal);
            indexes.push(self.scored(tree, &climb, &climbed, &state));
        }
        let kept = journal.kept();
        Run {
            units: self.units.clone(),
            cases: self.pool.cases.clone(),
            indicators: self.framework.indicators.iter().map(|one| one.code.clone()).collect(),
            stages,
            indexes,
            changes: kept.changes,
            treated: kept.treated,
            undefined: kept.undefined,
            warnings: kept.warnings,
        }
    }

    fn scored(&self, tree: &Tree, climb: &Climb<'_>, climbed: &Climbed, state: &State) -> Scored {
        let spread = |of_rows: &[f64]| {
            let mut of_cases = vec![None; self.pool.cases.len()];
            for (&case, &value) in state.cases.iter().zip(of_rows) {
                of_cases[case] = Some(value).filter(|value| !value.is_nan());
            }
            of_cases
        };
        let node = |(at, twig): (usize, &crate::framework::Twig)| ScoredNode {
            code: twig.code.clone(),
            parent: twig.parent,
            indicator: twig.leaf,
            weight: climbed.weights[at],
            scores: spread(climbed.scores(at)),
            ranks: climb
                .ranks(climbed.scores(at), state, &self.pool)
                .map(|ranks| spread(&ranks))
                .unwrap_or_default(),
        };
        Scored { code: tree.code.clone(), nodes: tree.nodes.iter().enumerate().map(node).collect() }
    }
}

fn stage(step: Option<&Step>, state: &State) -> Stage {
    Stage {
        step: step.cloned(),
        cases: state.cases.clone(),
        indicators: state.indicators.clone(),
        sheet: state.sheet.clone(),
    }
}

/// What the data itself does not have.
fn note_what_is_missing(state: &State, journal: &mut Journal) {
    for (column, &indicator) in state.indicators.iter().enumerate() {
        let cells = state.sheet.column(column);
        let nothing = cells.iter().all(|cell| cell.is_nan());
        let why = if nothing { Why::AllMissing } else { Why::NotMeasured };
        for (row, _) in cells.iter().enumerate().filter(|(_, cell)| cell.is_nan()) {
            journal.no_cell(state.cases[row], indicator, why);
        }
    }
}
