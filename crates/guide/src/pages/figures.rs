//! `/{lang}/figures` and `/{lang}/figures/{key}`: the announced numbers, and one of them with its definition.
//!
//! Single projects are never shown; the guide does not even hold them.

use askama::Template;
use festoon_domain::choice::Choice;
use festoon_domain::figures::{Hedge, Measure, Verdict};
use festoon_domain::text::Lang;
use festoon_domain::week::Provenance;

use super::frame::Frame;
use crate::Guide;
use crate::frozen::FrozenFigure;
use crate::run::Run;
use crate::url::Page;
use crate::words::numbers::{self, Said};
use crate::words::{Words, dates};

/// A figure as lists show it.
#[derive(Debug)]
pub struct FigureCard<'a> {
    /// Its page.
    pub href: String,
    /// What it is called.
    pub name: Run<'a>,
    /// The number as announced.
    pub said: Said,
    /// The day for which it was said.
    pub as_of: String,
    /// Whether the records bear it out; nothing where that is not public.
    pub verdict: Option<Verdict>,
    /// Whether the announcement was invented.
    pub is_sample: bool,
    /// Whether records were invented of those it is held against.
    pub is_counted_from_sample: bool,
}

impl<'a> FigureCard<'a> {
    /// A figure's card.
    #[must_use]
    pub fn new(guide: &Guide, frozen: &'a FrozenFigure, lang: Lang) -> Self {
        let figure = &frozen.figure;
        Self {
            href: guide.address(Page::Figure(&figure.key), lang),
            name: Run::new(&figure.name, lang),
            said: numbers::figure(figure.measure, figure.announced, figure.hedge, lang),
            as_of: dates::full_day(figure.as_of, lang),
            verdict: frozen.verdict,
            is_sample: figure.provenance == Provenance::Sample,
            is_counted_from_sample: frozen.records == Provenance::Sample,
        }
    }
}

impl FigureCard<'_> {
    /// The records bear it out.
    #[must_use]
    pub fn is_honest(&self) -> bool {
        self.verdict == Some(Verdict::Honest)
    }

    /// What the records say would tell a single project's amount.
    #[must_use]
    pub const fn is_withheld(&self) -> bool {
        self.verdict.is_none()
    }
}

/// All figures.
#[derive(Debug, Template)]
#[template(path = "figures/index.html")]
pub struct FiguresPage<'a> {
    frame: Frame<'a>,
    w: &'static Words,
    figures: Vec<FigureCard<'a>>,
}

impl<'a> FiguresPage<'a> {
    /// The list of all figures.
    #[must_use]
    pub fn new(guide: &'a Guide, lang: Lang) -> Self {
        let w = Words::of(lang);
        Self {
            frame: Frame::new(guide, lang, Page::Figures, w.figures.into(), w.figures_lead.into()),
            w,
            figures: guide.figures().iter().map(|frozen| FigureCard::new(guide, frozen, lang)).collect(),
        }
    }
}

/// One figure.
#[derive(Debug, Template)]
#[template(path = "figures/figure.html")]
pub struct FigurePage<'a> {
    frame: Frame<'a>,
    w: &'static Words,
    card: FigureCard<'a>,
    definition: Run<'a>,
    computed: Option<Said>,
    ladder: Option<Ladder>,
    figures: String,
}

/// The signing list by stage.
#[derive(Debug)]
struct Ladder {
    rows: Vec<LadderRow>,
    projects: usize,
    amount: Option<Said>,
    is_sample: bool,
}

#[derive(Debug)]
struct LadderRow {
    stage: &'static str,
    projects: usize,
    amount: Option<Said>,
}

impl<'a> FigurePage<'a> {
    /// A figure's page, if there is one of that key.
    #[must_use]
    pub fn new(guide: &'a Guide, lang: Lang, key: &str) -> Option<Self> {
        let frozen = guide.figure(key)?;
        let figure = &frozen.figure;
        let card = FigureCard::new(guide, frozen, lang);
        let title = figure.name.read(lang).to_owned();
        let is_about_projects = matches!(figure.measure, Measure::Projects | Measure::InvestmentTotal);
        Some(Self {
            frame: Frame::new(
                guide,
                lang,
                Page::Figure(&figure.key),
                title,
                figure.definition.read(lang).to_owned(),
            ),
            w: Words::of(lang),
            definition: Run::new(&figure.definition, lang),
            computed: frozen
                .computed
                .map(|computed| numbers::figure(figure.measure, computed, Hedge::Exactly, lang)),
            ladder: is_about_projects.then(|| Ladder::new(guide, lang)),
            figures: guide.address(Page::Figures, lang),
            card,
        })
    }
}

impl Ladder {
    fn new(guide: &Guide, lang: Lang) -> Self {
        let stages = guide.stages();
        let rows = stages.totals.iter().map(|total| LadderRow {
            stage: total.stage.called(lang),
            projects: total.projects,
            amount: total.yuan.map(|yuan| numbers::money(yuan, lang)),
        });
        Self {
            rows: rows.collect(),
            projects: stages.projects(),
            amount: stages.yuan().map(|yuan| numbers::money(yuan, lang)),
            is_sample: stages.provenance == Provenance::Sample,
        }
    }
}
