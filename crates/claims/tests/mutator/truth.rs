//! The figures file, read with no more of TOML than that file uses: one key a line, lists and tables on one line.

use super::marks::folder_of;
use super::numerals::micro;
use std::fs;

/// A figure of the file. Values are in millionths.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Figure {
    pub(crate) id: String,
    pub(crate) zh: String,
    pub(crate) en: String,
    pub(crate) low: Option<i128>,
    pub(crate) high: Option<i128>,
    /// A unit, or the code of a currency.
    pub(crate) unit: String,
    pub(crate) scope: Vec<(String, String)>,
    pub(crate) as_of: String,
    pub(crate) earlier: Vec<(String, i128)>,
    /// Up, down, or the empty word.
    pub(crate) direction: String,
    pub(crate) tolerant: Tolerance,
    /// Internal, or with an instant before which it is not to be told.
    pub(crate) secret_until: Option<String>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Tolerance {
    #[default]
    None,
    Some,
}

impl Figure {
    /// The ends between which the truth lies on a day; the same end twice when it is known.
    pub(crate) fn in_force(&self, day: &str) -> Option<(i128, i128)> {
        if self.as_of.as_str() <= day || self.earlier.is_empty() {
            return self.low.zip(self.high);
        }
        let known = self.earlier.iter().rev().find(|(as_of, _)| as_of.as_str() <= day);
        let (_, value) = known.or_else(|| self.earlier.first())?;
        Some((*value, *value))
    }

    pub(crate) fn scope(&self, key: &str) -> Option<&str> {
        self.scope.iter().find(|(name, _)| name == key).map(|(_, word)| word.as_str())
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Truth {
    pub(crate) figures: Vec<Figure>,
}

impl Truth {
    pub(crate) fn read_in(corpus: &str) -> Self {
        let text =
            fs::read_to_string(folder_of(corpus).join("figures.toml")).expect("the figures are in the tree");
        Self { figures: text.split("[[figure]]\n").skip(1).map(figure).collect() }
    }

    pub(crate) fn figure(&self, id: &str) -> &Figure {
        self.figures.iter().find(|figure| figure.id == id).unwrap_or_else(|| panic!("no figure {id}"))
    }

    /// Whether any figure of this unit has, or had, a value within this many per cent: then it would be unclear what is wrong.
    pub(crate) fn is_near_one(&self, value: i128, unit: &str, per_cent: i128) -> bool {
        let near = |known: i128| (known - value).abs() * 100 <= known.abs() * per_cent;
        self.figures.iter().filter(|figure| figure.unit == unit).any(|figure| {
            let now = figure.low.into_iter().chain(figure.high);
            now.chain(figure.earlier.iter().map(|(_, value)| *value)).any(near)
        })
    }
}

fn figure(block: &str) -> Figure {
    let mut figure = Figure::default();
    for line in block.lines().take_while(|line| !line.starts_with('[')) {
        let Some((key, value)) = line.split_once(" = ") else { continue };
        let word = value.trim_matches('"');
        match key {
            "id" => word.clone_into(&mut figure.id),
            "zh" => figure.zh = first(value),
            "en" => figure.en = first(value),
            "value" => (figure.low, figure.high) = (micro(word), micro(word)),
            "low" => figure.low = micro(word),
            "high" => figure.high = micro(word),
            "unit" | "currency" => word.clone_into(&mut figure.unit),
            "direction" => word.clone_into(&mut figure.direction),
            "as_of" => word.clone_into(&mut figure.as_of),
            "scope" => figure.scope = pairs(value),
            "earlier" => figure.earlier = earlier(value),
            "tolerance" => figure.tolerant = Tolerance::Some,
            "secrecy" => figure.secret_until = Some("9999".to_owned()),
            "embargoed_until" => figure.secret_until = Some(word.to_owned()),
            _ => {}
        }
    }
    figure
}

/// The name that comes first; in a set of one language the other has none.
fn first(list: &str) -> String {
    quoted(list).into_iter().next().unwrap_or_default()
}

fn quoted(list: &str) -> Vec<String> {
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

fn pairs(table: &str) -> Vec<(String, String)> {
    let inside = table.trim_matches(['{', '}', ' ']);
    let pairs = inside.split(", ").filter_map(|pair| pair.split_once(" = "));
    pairs.map(|(key, word)| (key.to_owned(), word.trim_matches('"').to_owned())).collect()
}

fn earlier(list: &str) -> Vec<(String, i128)> {
    let tables = list.trim_matches(['[', ']']).split("}, {");
    tables
        .map(|table| {
            let pairs = pairs(table);
            let word = |key: &str| &pairs.iter().find(|(name, _)| name == key).expect("as_of and value").1;
            (word("as_of").clone(), micro(word("value")).expect("a number"))
        })
        .collect()
}
