//! Whether several nodes measure one thing: correlations, Cronbach's alpha, principal components.

use festoon_composite::Matrix;
use festoon_composite::numbers::{
    Alpha, Basis, Correlation, Keep, Rotation, components, correlations, cronbach,
};
use festoon_domain::text::Lang;
use festoon_guide::evaluation::{Both, Coherence, NodeRead};

/// Two that go together more than this say the same, after the OECD/JRC handbook.
const SAME: f64 = 0.92;
/// Two below this contradict each other: what one gains the other loses.
const CONTRARY: f64 = -0.4;
/// Below this alpha the nodes hardly measure one thing.
const LEAST_ALPHA: f64 = 0.7;
/// How many pairs are told.
const MOST_PAIRS: usize = 5;

/// Over all cases that have all of the nodes; none where there is too little to say anything.
pub(super) fn of(nodes: &[NodeRead], places: &[usize]) -> Option<Coherence> {
    let mut places: Vec<usize> = places.to_vec();
    // A node that is missing in half of the cases would take these cases from all others.
    places.retain(|place| {
        let scores = &nodes[*place].scores;
        2 * scores.iter().flatten().count() >= scores.len()
    });
    let whole = |places: &[usize]| -> Vec<Vec<f64>> {
        let cases = nodes.first().map_or(0, |root| root.scores.len());
        (0..cases)
            .filter_map(|case| places.iter().map(|place| nodes[*place].scores[case]).collect())
            .collect()
    };
    let rows = whole(&places);
    let varies = |column: usize| {
        let first = rows.first().map(|row| row[column]);
        rows.iter().any(|row| first.is_some_and(|first| (row[column] - first).abs() > 1e-12 * first.abs()))
    };
    let varying: Vec<usize> = (0..places.len()).filter(|column| varies(*column)).collect();
    let places: Vec<usize> = varying.iter().map(|column| places[*column]).collect();
    let rows: Vec<Vec<f64>> =
        rows.iter().map(|row| varying.iter().map(|column| row[*column]).collect()).collect();
    if places.len() < 2 || rows.len() < 3 {
        return None;
    }
    let matrix = Matrix::of(places.len(), rows.concat());
    let table = correlations(&matrix, Correlation::Pearson).ok()?;
    let parts = components(&matrix, Basis::Correlation, Keep::Count(1), Rotation::Unrotated).ok()?;
    let alpha = cronbach(&matrix, Alpha::Standardised).ok();
    let sum: f64 = parts.eigenvalues.iter().sum();
    let mut coherence = Coherence {
        correlations: (0..table.rows()).map(|row| table.row(row).to_vec()).collect(),
        cases: rows.len(),
        alpha,
        explained: parts.eigenvalues.iter().map(|value| (value / sum).max(0.0)).collect(),
        loadings: parts.loadings.column(0).collect(),
        remarks: Vec::new(),
        nodes: places,
    };
    coherence.remarks = remarks(&coherence, nodes);
    Some(coherence)
}

fn remarks(found: &Coherence, nodes: &[NodeRead]) -> Vec<Both> {
    let mut remarks = Vec::new();
    let mut pairs: Vec<(usize, usize, f64)> = Vec::new();
    for (row, correlations) in found.correlations.iter().enumerate() {
        pairs.extend(correlations.iter().enumerate().take(row).map(|(column, r)| (column, row, *r)));
    }
    let name = |place: usize, lang: Lang| nodes[found.nodes[place]].name.read(lang).to_owned();
    pairs.sort_by(|one, other| other.2.abs().total_cmp(&one.2.abs()));
    for &(one, other, r) in pairs.iter().filter(|pair| pair.2 >= SAME).take(MOST_PAIRS) {
        remarks.push(Both {
            zh: format!(
                "「{}」和「{}」几乎是一回事（相关系数 {r:.2}），等于重复计算。",
                name(one, Lang::Zh),
                name(other, Lang::Zh)
            ),
            en: format!(
                "“{}” and “{}” say nearly the same (correlation {r:.2}), so it counts twice.",
                name(one, Lang::En),
                name(other, Lang::En)
            ),
        });
    }
    for &(one, other, r) in pairs.iter().filter(|pair| pair.2 <= CONTRARY).take(MOST_PAIRS) {
        remarks.push(Both {
            zh: format!(
                "「{}」和「{}」此消彼长（相关系数 {r:.2}），合成时互相抵消。",
                name(one, Lang::Zh),
                name(other, Lang::Zh)
            ),
            en: format!(
                "“{}” and “{}” work against each other (correlation {r:.2}): added up, they cancel out.",
                name(one, Lang::En),
                name(other, Lang::En)
            ),
        });
    }
    if let Some(alpha) = found.alpha.filter(|alpha| *alpha < LEAST_ALPHA) {
        remarks.push(Both {
            zh: format!("克朗巴赫 α 为 {alpha:.2}，低于通常要求的 0.7：各部分未必在衡量同一件事。"),
            en: format!("Cronbach’s alpha is {alpha:.2}, below the customary 0.7: the parts may not measure one thing."),
        });
    }
    remarks
}
