//! The evaluation as one HTML file of its own, good enough to publish: both languages, the reader's in front, with its style and script.
//!
//! The body of a language carries neither style nor script, so that a page of a server can hold it under a strict policy. Whatever is drawn stands
//! beside it as a table, and everything but the sliders works without the script.
//! It costs 319 kB (48 kB compressed) for eight districts and three indexes, 770 kB for one index of 51 countries and 49 indicators.

mod bars;
mod cells;
mod checks;
mod firm;
mod grid;
mod profiles;
mod said;
mod seen;
mod standings;
mod trying;
mod years;

use std::io;

use askama::Template;
use festoon_domain::text::Lang;
use serde_json::Value;

use self::bars::Bars;
use self::checks::Coherent;
use self::firm::Firm;
use self::grid::{Cell, Grid};
use self::profiles::Profiles;
use self::seen::Seen;
use self::standings::Standings;
use self::trying::Trying;
use self::years::Years;
use super::{
    Better, Both, CellGone, CellTreated, Coherence, Combined, Evaluation, Firmness, GapAt, HonourRead,
    IndexRead, IndicatorRead, Judged, NodeRead, Origin, Shared, Standing, Swap, Way,
};
use crate::words::evaluation::EvaluationWords;

/// Writes the page that stands alone: both languages, the one of `lang` in front.
///
/// # Errors
/// What writing says.
pub fn write_page(evaluation: &Evaluation, lang: Lang, to: &mut impl io::Write) -> io::Result<()> {
    let indexes = 0..evaluation.indexes.len();
    let scores: Vec<Value> =
        indexes.map(|place| trying::for_script(&Seen::new(evaluation, place, lang))).collect();
    let page = Page {
        lang,
        words: EvaluationWords::of(lang),
        title: Cell::name(&evaluation.title, lang),
        ground: include_str!("../../../../assets/css/report-page.css"),
        style: include_str!("../../../../assets/css/evaluation.css"),
        script: include_str!("../../../../assets/behaviours/evaluation.js"),
        // A name that closes the script element would otherwise end it.
        scores: Value::Array(scores).to_string().replace('<', "\\u003c"),
        zh: Body::of(evaluation, Lang::Zh),
        en: Body::of(evaluation, Lang::En),
    };
    page.write_into(to).map_err(io::Error::other)
}

#[derive(Template)]
#[template(path = "evaluation/page.html", whitespace = "minimize")]
struct Page<'a> {
    lang: Lang,
    words: &'static EvaluationWords,
    title: Cell,
    ground: &'static str,
    style: &'static str,
    script: &'static str,
    scores: String,
    zh: Body<'a>,
    en: Body<'a>,
}

/// The report for readers of one language.
#[derive(Template)]
#[template(path = "evaluation/body.html", whitespace = "minimize")]
struct Body<'a> {
    evaluation: &'a Evaluation,
    lang: Lang,
    words: &'static EvaluationWords,
    title: Cell,
    note: Cell,
    /// Who is first in the latest year.
    now: Vec<&'a HonourRead>,
    earlier: Vec<&'a HonourRead>,
    indexes: Vec<Section<'a>>,
    indicators: Grid,
    treated: Option<Grid>,
    more_treated: Option<String>,
    gone: Option<Grid>,
    more_gone: Option<String>,
    made_by: String,
}

/// What is told of one index.
struct Section<'a> {
    id: String,
    name: Cell,
    about: Cell,
    /// None where there is nobody to compare.
    compared: Option<Compared>,
    years: Option<Years>,
    trying: Option<Trying>,
    firm: Option<Firm>,
    weights: Grid,
    coherent: Vec<Coherent<'a>>,
}

struct Compared {
    standings: Standings,
    bars: Bars,
    profiles: Profiles,
}

impl<'a> Body<'a> {
    fn of(evaluation: &'a Evaluation, lang: Lang) -> Self {
        let words = EvaluationWords::of(lang);
        let latest = evaluation.latest();
        let (now, earlier) = evaluation.honours.iter().partition(|honour| Some(honour.year) == latest);
        let more = |all: usize| {
            let left = all.saturating_sub(cells::MOST_LISTED);
            (left > 0).then(|| words.left_out.of(left))
        };
        Self {
            evaluation,
            lang,
            words,
            title: Cell::name(&evaluation.title, lang),
            note: Cell::name(&evaluation.note, lang),
            now,
            earlier,
            indexes: (0..evaluation.indexes.len())
                .map(|place| Section::of(evaluation, place, lang))
                .collect(),
            indicators: cells::indicators(evaluation, lang),
            treated: cells::treated(evaluation, lang),
            more_treated: more(evaluation.treated.len()),
            gone: cells::gone(evaluation, lang),
            more_gone: more(evaluation.gaps.len()),
            made_by: words.made_by.with(&evaluation.version),
        }
    }
}

impl<'a> Section<'a> {
    fn of(evaluation: &'a Evaluation, place: usize, lang: Lang) -> Self {
        let seen = Seen::new(evaluation, place, lang);
        let words = seen.words;
        let compared = (!seen.order().is_empty()).then(|| Compared {
            standings: Standings::of(&seen),
            bars: Bars::of(&seen),
            profiles: Profiles::of(&seen),
        });
        let titled = [(words.of_pillars, &seen.index.pillars), (words.of_leaves, &seen.index.leaves)];
        let coherent = titled
            .into_iter()
            .filter_map(|(title, found)| Some(Coherent::of(&seen, title, found.as_ref()?)))
            .collect();
        Self {
            id: seen.id("index"),
            name: Cell::name(&seen.index.name, lang),
            about: Cell::name(&seen.index.about, lang),
            compared,
            years: Years::of(&seen),
            trying: Trying::of(&seen),
            firm: seen.index.firmness.as_ref().map(|found| Firm::of(&seen, found)),
            weights: checks::weights(&seen),
            coherent,
        }
    }
}
