//! A release as bytes, and back: the public records, and of what is secret the numbers that are public.

use festoon_domain::choice::Choice as _;
use festoon_domain::record::{Record, put_together, take_apart};
use festoon_domain::signing::Stage;
use festoon_domain::text::Lang;
use festoon_domain::week::{Provenance, Records};
use festoon_exchange::week_file;
use festoon_guide::frozen::{Frozen, FrozenFigure, StageTotal, Stages};
use serde::{Deserialize, Serialize};

/// Why a release cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damaged {
    zh: String,
    en: String,
}

impl Damaged {
    fn said(sentence: impl Fn(Lang) -> String) -> Self {
        Self { zh: sentence(Lang::Zh), en: sentence(Lang::En) }
    }

    /// What is wrong.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// What a release knows beside its records.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Head {
    figures: Vec<ComputedFigure>,
    stages: Vec<StageLine>,
    stages_are_sample: bool,
}

/// What the records gave for a figure on the day.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct ComputedFigure {
    key: String,
    computed: Option<i64>,
    is_sample: bool,
}

/// The projects at one stage.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct StageLine {
    stage: String,
    projects: usize,
    yuan: Option<i64>,
}

/// The bytes of a frozen guide.
pub(super) fn freeze(frozen: &Frozen, records: &[Record]) -> Vec<u8> {
    let figures = frozen.figures.iter().map(|frozen| ComputedFigure {
        key: frozen.figure.key.clone(),
        computed: frozen.computed,
        is_sample: frozen.records == Provenance::Sample,
    });
    let stages = frozen.stages.totals.iter().map(|total| StageLine {
        stage: total.stage.word().to_owned(),
        projects: total.projects,
        yuan: total.yuan,
    });
    let head = Head {
        figures: figures.collect(),
        stages: stages.collect(),
        stages_are_sample: frozen.stages.provenance == Provenance::Sample,
    };
    week_file::write(&head, records)
}

/// The records of a release alone, as they are compared with another's.
pub(super) fn records(bytes: &[u8]) -> Result<Vec<Record>, Damaged> {
    let (_, records) = read(bytes)?;
    Ok(records)
}

/// A frozen guide from its bytes.
///
/// # Errors
/// When the bytes are damaged or of a newer Festoon.
pub fn thaw(bytes: &[u8]) -> Result<Frozen, Damaged> {
    let (head, records) = read(bytes)?;
    let records = put_together(&records).map_err(|fault| Damaged::said(|lang| fault.sentence(lang)))?;
    Ok(Frozen { figures: figures(&head, &records), stages: stages(&head), records })
}

fn read(bytes: &[u8]) -> Result<(Head, Vec<Record>), Damaged> {
    week_file::read(bytes).map_err(|fault| Damaged::said(|lang| fault.sentence(lang)))
}

fn figures(head: &Head, records: &Records) -> Vec<FrozenFigure> {
    let frozen = |figure: &festoon_domain::figures::Figure| {
        let known = head.figures.iter().find(|known| known.key == figure.key)?;
        Some(FrozenFigure::new(figure.clone(), known.computed, provenance(known.is_sample)))
    };
    records.figures.iter().filter_map(frozen).collect()
}

fn stages(head: &Head) -> Stages {
    let total = |line: &StageLine| {
        let stage = Stage::from_word(&line.stage)?;
        Some(StageTotal { stage, projects: line.projects, yuan: line.yuan })
    };
    Stages {
        totals: head.stages.iter().filter_map(total).collect(),
        provenance: provenance(head.stages_are_sample),
    }
}

const fn provenance(is_sample: bool) -> Provenance {
    if is_sample { Provenance::Sample } else { Provenance::Stated }
}

/// The public records of a frozen guide, one by one.
pub(super) fn public(frozen: &Frozen) -> Vec<Record> {
    take_apart(&frozen.records)
}
