//! A file is one thought: 500 lines at most, reconsidered above 300. Tests are not counted.

use super::tree::File;
use super::{Complaint, Tree};

const LIMIT: usize = 500;
const RECONSIDER: usize = 300;
const COUNTED: &[&str] = &["rs", "js", "mjs", "css", "html", "py"];

pub(super) fn stay_below_the_limit(tree: &Tree) -> Vec<Complaint> {
    longer_than(tree, LIMIT)
}

pub(super) fn worth_reconsidering(tree: &Tree) -> Vec<Complaint> {
    longer_than(tree, RECONSIDER)
}

fn longer_than(tree: &Tree, most: usize) -> Vec<Complaint> {
    let files =
        tree.with_extension(COUNTED).filter(|file| !is_test(&file.path) && !file.path.contains("vendor/"));
    files
        .map(|file| (file, lines_without_tests(file)))
        .filter(|(_, lines)| *lines > most)
        .map(|(file, lines)| {
            Complaint::file(&file.path, format!("{lines} lines; a file is one thought, at most {most}"))
        })
        .collect()
}

fn is_test(path: &str) -> bool {
    path.split('/').any(|part| part == "tests") || path.ends_with("/tests.rs")
}

fn lines_without_tests(file: &File) -> usize {
    let end = file.text.find("\n#[cfg(test)]\nmod tests {").unwrap_or(file.text.len());
    file.text[..end].lines().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_beyond_the_limit_is_complained_about() {
        let long = "line\n".repeat(LIMIT + 1);
        assert_eq!(stay_below_the_limit(&Tree::of(&[("crates/a/src/long.rs", &long)])).len(), 1);
    }

    #[test]
    fn tests_are_not_counted() {
        let tests = format!("line\n#[cfg(test)]\nmod tests {{\n{}}}\n", "line\n".repeat(LIMIT + 1));
        let long = "line\n".repeat(LIMIT + 1);
        let tree = Tree::of(&[("src/a.rs", &tests), ("crates/a/tests/b.rs", &long)]);
        assert_eq!(stay_below_the_limit(&tree), []);
    }
}
