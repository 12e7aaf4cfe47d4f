//! Holding a report against what was planted: every clash found, none invented.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt;

use anyhow::Context;
use festoon_testkit::planted::PlantedWeek;
use serde_json::Value;

/// A finding by its rule and rows.
type Key = (String, Vec<u64>);

/// How a report differs from the truth.
#[derive(Debug, Default)]
pub(crate) struct Verdict {
    planted: usize,
    missed: BTreeMap<String, usize>,
    invented: BTreeMap<String, usize>,
    example: Option<String>,
}

impl Verdict {
    pub(crate) fn is_exact(&self) -> bool {
        self.missed.is_empty() && self.invented.is_empty()
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_exact() {
            return write!(f, "all {} planted found, none invented", self.planted);
        }
        write!(f, "OF {} PLANTED, MISSED {:?}, INVENTED {:?}", self.planted, self.missed, self.invented)?;
        self.example.iter().try_for_each(|example| write!(f, ", as: {example}"))
    }
}

/// Compares the JSON report with the week it is about.
pub(crate) fn compare(week: &PlantedWeek, report: &Value) -> anyhow::Result<Verdict> {
    let row_of_title: HashMap<&str, u64> =
        (2..).zip(&week.rows).map(|(row, it)| (it.title.as_str(), row)).collect();
    let mut wanted: HashSet<Key> = week
        .planted
        .iter()
        .map(|planted| {
            (planted.rule.word().to_owned(), planted.rows.iter().copied().map(u64::from).collect())
        })
        .collect();

    let mut verdict = Verdict { planted: wanted.len(), ..Verdict::default() };
    for finding in report["findings"].as_array().context("the report has findings")? {
        let rule = finding["rule"].as_str().unwrap_or_default().to_owned();
        let key = (rule.clone(), rows(finding, &row_of_title));
        if !wanted.remove(&key) {
            *verdict.invented.entry(rule).or_default() += 1;
            verdict.example.get_or_insert_with(|| format!("{} {:?}", finding["en"], key.1));
        }
    }
    for (rule, _) in wanted {
        *verdict.missed.entry(rule).or_default() += 1;
    }
    Ok(verdict)
}

/// The rows a finding names, or the row of the session whose text it is about.
fn rows(finding: &Value, row_of_title: &HashMap<&str, u64>) -> Vec<u64> {
    let named = finding["rows"].as_array().map(Vec::as_slice).unwrap_or_default();
    let mut rows: Vec<u64> = named.iter().filter_map(|row| row["row"].as_u64()).collect();
    if rows.is_empty() {
        let title = finding["details"]["subject"]["name"]["zh"].as_str().unwrap_or_default();
        rows.extend(row_of_title.get(title));
    }
    rows.sort_unstable();
    rows
}
