//! House rules that the compiler cannot keep, as functions from the tree of files to complaints.
//!
//! Each rule is a function in a file beside this one, with a test that shows it can complain.
//! What it deliberately does not do: format, lint or fix; rustfmt and clippy do.
//! The cost is one reading of the tree, some milliseconds.

mod arrows;
mod documents;
mod languages;
mod lengths;
mod names;
mod sources;
mod stories;
mod templates;
mod traces;
mod tree;

pub(crate) use tree::Tree;

use std::fmt;

/// Something that must be put right.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Complaint {
    path: String,
    line: Option<usize>,
    what: String,
}

impl Complaint {
    fn file(path: &str, what: impl Into<String>) -> Self {
        Self { path: path.into(), line: None, what: what.into() }
    }

    fn line(path: &str, line: usize, what: impl Into<String>) -> Self {
        Self { path: path.into(), line: Some(line), what: what.into() }
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.path, self.what),
            None => write!(f, "{}: {}", self.path, self.what),
        }
    }
}

/// Everything that must be put right.
pub(crate) fn complaints(tree: &Tree) -> Vec<Complaint> {
    let rules: [fn(&Tree) -> Vec<Complaint>; 14] = [
        arrows::follow_the_architecture,
        lengths::stay_below_the_limit,
        sources::open_with_what_they_are_for,
        sources::expect_instead_of_allowing,
        sources::give_a_reason_for_what_is_left,
        stories::every_store_function_is_in_a_story,
        stories::what_is_kept_is_never_changed,
        names::are_the_domains_words,
        templates::hold_nothing_inline,
        templates::are_all_used,
        documents::name_files_that_exist,
        languages::are_both_complete,
        traces::of_one_machine_are_absent,
        traces::of_sloppiness_are_absent,
    ];
    rules.iter().flat_map(|rule| rule(tree)).collect()
}

/// What is worth a look, but no reason to fail.
pub(crate) fn remarks(tree: &Tree) -> Vec<Complaint> {
    lengths::worth_reconsidering(tree)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn the_tree_is_tidy() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let tree = Tree::read(&root).expect("the tree can be read");
        assert!(tree.files.len() > 40, "only {} files were found", tree.files.len());

        let complaints: Vec<String> = complaints(&tree).iter().map(ToString::to_string).collect();
        assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
    }
}
