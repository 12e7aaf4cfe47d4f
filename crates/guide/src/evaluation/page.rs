//! The evaluation as one HTML page of its own, in both languages, the reader's in front.

use std::io;

use askama::Template;
use festoon_domain::text::Lang;

use super::{Evaluation, IndexRead, Origin, Standing};

/// Writes the page.
///
/// # Errors
/// What writing says.
pub fn write_page(evaluation: &Evaluation, lang: Lang, to: &mut impl io::Write) -> io::Result<()> {
    let parts = [lang, lang.other()].map(|lang| Part::of(evaluation, lang));
    let title = evaluation.title.read(lang);
    Page { lang, title, parts }.write_into(to).map_err(io::Error::other)
}

#[derive(Template)]
#[template(path = "evaluation/page.html", whitespace = "minimize")]
struct Page<'a> {
    lang: Lang,
    title: &'a str,
    parts: [Part<'a>; 2],
}

/// The evaluation for readers of one language.
struct Part<'a> {
    lang: Lang,
    evaluation: &'a Evaluation,
    sample: Option<&'static str>,
    heads: [&'static str; 4],
    method: &'static str,
    look: &'static str,
    tables: Vec<Table<'a>>,
}

struct Table<'a> {
    index: &'a IndexRead,
    year: i32,
    rows: Vec<Row<'a>>,
}

struct Row<'a> {
    rank: String,
    between: String,
    unit: &'a str,
    score: String,
}

impl<'a> Part<'a> {
    fn of(evaluation: &'a Evaluation, lang: Lang) -> Self {
        let words = |zh, en| if lang == Lang::Zh { zh } else { en };
        let year = evaluation.latest().unwrap_or_default();
        let table = |(place, index): (usize, &'a IndexRead)| Table {
            index,
            year,
            rows: evaluation
                .order(place, year)
                .into_iter()
                .map(|case| row(evaluation, index, case, lang))
                .collect(),
        };
        Self {
            lang,
            evaluation,
            sample: (evaluation.origin == Origin::Invented)
                .then(|| words("示例，数据为虚构", "Sample, invented numbers")),
            heads: [
                words("名次", "Rank"),
                words("90% 的方案中", "In 90 % of the variants"),
                words("单位", "Unit"),
                words("得分", "Score"),
            ],
            method: words("方法", "Method"),
            look: words("请留意", "Look at these"),
            tables: evaluation.indexes.iter().enumerate().map(table).collect(),
        }
    }
}

fn row<'a>(evaluation: &'a Evaluation, index: &IndexRead, case: usize, lang: Lang) -> Row<'a> {
    let of = |values: &[Option<f64>]| values.get(case).copied().flatten();
    let root = index.root();
    let standing =
        index.firmness.as_ref().and_then(|found| found.standings.iter().find(|one| one.case == case));
    let between = |one: &Standing| format!("{}–{}", one.low, one.high);
    Row {
        rank: of(&root.ranks).map_or_else(|| "—".into(), |rank| rank.to_string()),
        between: standing.map(between).unwrap_or_default(),
        unit: evaluation.units[evaluation.cases[case].unit].name.read(lang),
        score: of(&root.scores).map_or_else(|| "—".into(), |score| format!("{score:.2}")),
    }
}
