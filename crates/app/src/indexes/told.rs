//! What an evaluation says in words, in both languages: the method, why cells are what they are, what to look at, and who was first.

pub(super) mod honours;
pub(super) mod method;
pub(super) mod reasons;
pub(super) mod warnings;

use festoon_composite::Run;
use festoon_composite::framework::Which;
use festoon_domain::text::{Lang, Text};
use festoon_exchange::indexes::FrameworkFile;
use festoon_guide::evaluation::Both;

/// Whose names are used.
#[derive(Debug, Clone, Copy)]
pub(super) struct Names<'a> {
    pub(super) file: &'a FrameworkFile,
    pub(super) run: &'a Run,
}

impl Names<'_> {
    /// An indicator, by its place.
    pub(super) fn indicator(&self, place: usize) -> Text {
        self.file.name_of_column(&self.run.indicators[place])
    }

    /// A unit, by its place.
    pub(super) fn unit(&self, place: usize) -> Text {
        let code = &self.run.units[place].code;
        let named = self.file.units.iter().find(|named| named.code == *code).map(|named| &named.name);
        named.filter(|name| !name.is_empty()).cloned().unwrap_or_else(|| Text::single(code))
    }

    /// A node of an index by their places, or the index itself for its root.
    pub(super) fn node(&self, index: usize, node: usize) -> Text {
        let scored = &self.run.indexes[index];
        self.coded(&scored.nodes[node].code)
    }

    /// Whatever has a code: an indicator, an index, or a branch of one.
    pub(super) fn coded(&self, code: &str) -> Text {
        let of_index = self
            .file
            .indexes
            .iter()
            .find_map(|index| if index.code == code { Some(&index.name) } else { index.nodes.get(code) });
        match of_index.filter(|name| !name.is_empty()) {
            Some(name) => name.clone(),
            None => self.file.name_of_column(code),
        }
    }

    /// Which are meant: “all indicators”, “all but X”.
    pub(super) fn which(&self, which: &Which, kind: Both) -> Both {
        let listed = |codes: &[String], lang: Lang| {
            let names: Vec<String> = codes.iter().map(|code| quoted(&self.coded(code), lang)).collect();
            names.join(if lang == Lang::Zh { "、" } else { ", " })
        };
        let Both { zh, en } = kind;
        match which {
            Which::All => Both { zh: format!("所有{zh}"), en: format!("all {en}") },
            Which::Only(codes) => Both { zh: listed(codes, Lang::Zh), en: listed(codes, Lang::En) },
            Which::Except(codes) => Both {
                zh: format!("除{}以外的{zh}", listed(codes, Lang::Zh)),
                en: format!("all {en} but {}", listed(codes, Lang::En)),
            },
        }
    }
}

pub(super) fn both(zh: impl Into<String>, en: impl Into<String>) -> Both {
    Both { zh: zh.into(), en: en.into() }
}

/// A name in the quotation marks of its reader.
pub(super) fn quoted(name: &Text, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("「{}」", name.read(lang)),
        Lang::En => format!("“{}”", name.read(lang)),
    }
}

/// A share as whole percent, or with one decimal below ten.
pub(super) fn percent(share: f64) -> String {
    let percent = share * 100.0;
    if percent >= 10.0 || percent.fract() == 0.0 { format!("{percent:.0}") } else { format!("{percent:.1}") }
}

/// A number as a person writes it, without needless decimals.
pub(super) fn plain(number: f64) -> String {
    if number != 0.0 && (number.abs() >= 1e15 || number.abs() < 1e-4) {
        format!("{number:e}")
    } else {
        format!("{number}")
    }
}
