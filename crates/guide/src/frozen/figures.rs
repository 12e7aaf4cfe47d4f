//! Figures as frozen: the announced wording, the computed value, the verdict, and the signing list by stage.
//!
//! No total leaves here from which one project could be told: a stage with fewer than three projects silences the
//! amounts of *all* stages, because with the grand total public, silencing one alone would be undone by a subtraction.

use festoon_domain::choice::Choice;
use festoon_domain::figures::{Figure, Measure, Verdict, listed};
use festoon_domain::signing::{Project, Stage};
use festoon_domain::week::{Provenance, Records};

const FEWEST_PROJECTS: usize = 3;

/// An announced figure with what the records say to it.
#[derive(Debug, Clone)]
pub struct FrozenFigure {
    /// As announced.
    pub figure: Figure,
    /// What the records give; nothing where that would tell a single project's amount.
    pub computed: Option<i64>,
    /// Whether the wording is honest about it; nothing where that is not public.
    pub verdict: Option<Verdict>,
    /// Whether records were invented of those that were counted.
    pub records: Provenance,
}

/// The signing list by stage.
#[derive(Debug, Clone)]
pub struct Stages {
    /// Every stage that has projects, in the ladder's order.
    pub totals: Vec<StageTotal>,
    /// Whether the projects were invented for the sample week.
    pub provenance: Provenance,
}

/// One stage of the ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StageTotal {
    /// Which.
    pub stage: Stage,
    /// How many projects are at it.
    pub projects: usize,
    /// Their investment in yuan, where that gives no single project away.
    pub yuan: Option<i64>,
}

impl FrozenFigure {
    /// A figure with what the records gave, which may have been computed long ago.
    #[must_use]
    pub fn new(figure: Figure, computed: Option<i64>, records: Provenance) -> Self {
        let verdict = computed.map(|computed| figure.verdict(computed));
        Self { figure, computed, verdict, records }
    }
}

/// Every figure, computed once.
pub(super) fn freeze(records: &Records) -> Vec<FrozenFigure> {
    (records.figures.iter())
        .map(|figure| {
            let computed =
                Some(figure.measure.compute(records)).filter(|_| is_public(figure.measure, records));
            FrozenFigure::new(figure.clone(), computed, counted(figure.measure, records))
        })
        .collect()
}

/// What is said about the money of one or two projects is said about each of them.
fn is_public(measure: Measure, records: &Records) -> bool {
    let is_about_money = matches!(measure, Measure::InvestmentTotal | Measure::SignedOverOneBillion);
    !is_about_money || listed(records).count() >= FEWEST_PROJECTS
}

/// Whether a measure counts anything invented.
fn counted(measure: Measure, records: &Records) -> Provenance {
    fn any<T>(records: &[T], provenance: impl Fn(&T) -> Provenance) -> bool {
        records.iter().any(|record| provenance(record) == Provenance::Sample)
    }
    let invented = match measure {
        Measure::Activities | Measure::KeyActivities => any(&records.programme.activities, |a| a.provenance),
        Measure::ThemeForums | Measure::SummitForums => any(&records.programme.parts, |part| part.provenance),
        Measure::Projects | Measure::InvestmentTotal | Measure::SignedOverOneBillion => {
            any(&records.projects, |project| project.provenance)
        }
        Measure::Exhibits | Measure::Chains => any(&records.exhibits, |exhibit| exhibit.provenance),
        Measure::ExhibitionPoints => any(&records.points, |point| point.provenance),
        Measure::Checkpoints => any(&records.checkpoints, |checkpoint| checkpoint.provenance),
    };
    if invented { Provenance::Sample } else { Provenance::Stated }
}

impl Stages {
    /// Adds the projects up.
    #[must_use]
    pub fn add_up(projects: &[Project]) -> Self {
        let at = |stage| projects.iter().filter(move |project| project.stage == stage);
        let present = Stage::ALL.iter().copied().filter(|&stage| at(stage).next().is_some());
        let crowded = present.clone().all(|stage| at(stage).count() >= FEWEST_PROJECTS);
        let totals = present.map(|stage| {
            let yuan = at(stage).map(|project| project.amount_fen).fold(0_i64, i64::saturating_add) / 100;
            StageTotal { stage, projects: at(stage).count(), yuan: crowded.then_some(yuan) }
        });
        let invented = projects.iter().any(|project| project.provenance == Provenance::Sample);
        Self {
            totals: totals.collect(),
            provenance: if invented { Provenance::Sample } else { Provenance::Stated },
        }
    }

    /// How many projects there are in all.
    #[must_use]
    pub fn projects(&self) -> usize {
        self.totals.iter().map(|total| total.projects).sum()
    }

    /// Their investment in yuan, where the stages' amounts are public.
    #[must_use]
    pub fn yuan(&self) -> Option<i64> {
        self.totals.iter().map(|total| total.yuan).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use festoon_domain::text::Text;

    fn project(stage: Stage, yuan: i64) -> Project {
        Project {
            key: String::new(),
            name: Text::default(),
            stage,
            amount_fen: yuan * 100,
            chain: None,
            country: None,
            signed_on: None,
            provenance: Provenance::Sample,
        }
    }

    #[test]
    fn crowded_stages_say_their_amounts() {
        let projects: Vec<Project> = (1..=3).map(|yuan| project(Stage::Signed, yuan)).collect();
        let stages = Stages::add_up(&projects);
        assert_eq!(stages.totals, [StageTotal { stage: Stage::Signed, projects: 3, yuan: Some(6) }]);
        assert_eq!(stages.yuan(), Some(6));
    }

    #[test]
    fn one_lonely_project_silences_every_amount() {
        let mut projects: Vec<Project> = (1..=3).map(|yuan| project(Stage::Signed, yuan)).collect();
        projects.push(project(Stage::Intent, 1000));
        let stages = Stages::add_up(&projects);
        assert!(stages.totals.iter().all(|total| total.yuan.is_none()));
        assert_eq!((stages.yuan(), stages.projects()), (None, 4));
    }
}
