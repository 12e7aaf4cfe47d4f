//! Where words stand in two files, one a language, both say the same things.
//!
//! Most sentences are matched exhaustively in Rust, so that a missing one does not compile; this looks at what is left:
//! sibling files `zh.…` and `en.…` with the same ending must define the same names.

use std::collections::BTreeSet;

use super::tree::File;
use super::{Complaint, Tree};

pub(super) fn are_both_complete(tree: &Tree) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for file in &tree.files {
        let Some(other) = sibling(&file.path) else { continue };
        let Some(twin) = tree.files.iter().find(|candidate| candidate.path == other) else {
            complaints.push(Complaint::file(&file.path, format!("its twin {other} does not exist")));
            continue;
        };
        let (mine, theirs) = (names(file), names(twin));
        for missing in theirs.difference(&mine) {
            complaints.push(Complaint::file(&file.path, format!("“{missing}” is missing; {other} has it")));
        }
    }
    complaints
}

/// The path of the other language.
fn sibling(path: &str) -> Option<String> {
    let (folder, name) = path.rsplit_once('/')?;
    let (lang, ending) = name.split_once('.')?;
    let other = match lang {
        "zh" => "en",
        "en" => "zh",
        _ => return None,
    };
    Some(format!("{folder}/{other}.{ending}"))
}

/// What a file defines: functions, constants, and fields or keys that begin a line.
fn names(file: &File) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (_, line) in file.lines() {
        let line = line.trim_start().trim_start_matches("pub ").trim_start_matches("pub(super) ");
        let line =
            line.trim_start_matches("pub(crate) ").trim_start_matches("const ").trim_start_matches("fn ");
        let end = line.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(line.len());
        let (name, rest) = line.split_at(end);
        let defines = [": ", " = ", "("].iter().any(|sign| rest.starts_with(sign)) || rest == ":";
        // The set itself is named after its language.
        if defines && !name.is_empty() && !matches!(name, "ZH" | "EN") {
            names.insert(name.to_owned());
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_missing_in_one_language_is_complained_about() {
        let zh = ("src/words/zh.rs", "pub const WORDS: W = W {\n    week: \"周\",\n    day: \"天\",\n};\n");
        let en = ("src/words/en.rs", "pub const WORDS: W = W {\n    week: \"week\",\n};\n");
        let complaints = are_both_complete(&Tree::of(&[zh, en]));
        assert_eq!(
            complaints,
            [Complaint::file("src/words/en.rs", "“day” is missing; src/words/zh.rs has it")]
        );
    }

    #[test]
    fn a_language_without_its_twin_is_complained_about() {
        assert_eq!(are_both_complete(&Tree::of(&[("src/words/zh.rs", "")])).len(), 1);
    }
}
