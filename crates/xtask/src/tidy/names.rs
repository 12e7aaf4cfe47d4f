//! Modules bear the domain's words; a drawer for everything has no name here.

use super::{Complaint, Tree};

const DRAWERS: &[&str] =
    &["util", "utils", "helper", "helpers", "common", "misc", "manager", "managers", "data"];

pub(super) fn are_the_domains_words(tree: &Tree) -> Vec<Complaint> {
    let sources = tree.paths.iter().filter(|path| path.starts_with("crates/") || path.starts_with("bench/"));
    let mut complaints: Vec<Complaint> = sources
        .filter(|path| {
            path.split('/').next_back().is_some_and(|name| is_drawer(name.trim_end_matches(".rs")))
        })
        .map(|path| Complaint::file(path, "is a drawer; name it for what it is about"))
        .collect();

    for file in tree.with_extension(&["rs"]) {
        for (number, line) in file.lines() {
            let Some((_, name)) = line.trim().trim_end_matches([';', '{', ' ']).split_once("mod ") else {
                continue;
            };
            if is_drawer(name) {
                complaints.push(Complaint::line(&file.path, number, format!("module “{name}” is a drawer")));
            }
        }
    }
    complaints
}

fn is_drawer(name: &str) -> bool {
    DRAWERS.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawer_is_complained_about_as_a_file_and_as_a_module() {
        let tree = Tree::of(&[
            ("crates/web/src/helpers.rs", "//! Help.\n"),
            ("crates/web/src/a.rs", "pub mod util;\n"),
        ]);
        assert_eq!(are_the_domains_words(&tree).len(), 2);
    }

    #[test]
    fn a_word_that_only_begins_like_one_is_fine() {
        let tree = Tree::of(&[("crates/web/src/utilities_of_halls.rs", "//! mod\nmod commons_room;\n")]);
        assert_eq!(are_the_domains_words(&tree), []);
    }
}
