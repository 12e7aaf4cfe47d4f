//! No traces of one machine, of its network, or of sloppiness.

use super::{Complaint, Tree};

/// Written apart, so that this file does not hold what it looks for.
const HOMES: [&str; 3] = [concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/ho", "me/")];
const REGISTRIES: [&str; 6] = [
    concat!("npmjs", ".org"),
    concat!("npmjs", ".com"),
    concat!("pypi", ".org"),
    concat!("pythonhosted", ".org"),
    concat!("static.", "crates.io"),
    concat!("index.", "crates.io"),
];
const TYPED_BY_HAND: &[&str] =
    &["rs", "toml", "md", "html", "css", "js", "mjs", "py", "json", "sh", "svg", "yml", "yaml", ""];

pub(super) fn of_one_machine_are_absent(tree: &Tree) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for file in &tree.files {
        for (number, line) in file.lines() {
            for home in HOMES.iter().filter(|home| names_a_home(line, home)) {
                complaints.push(Complaint::line(
                    &file.path,
                    number,
                    format!("a path of one machine: {home}"),
                ));
            }
            for host in REGISTRIES.iter().filter(|host| line.contains(*host)) {
                complaints.push(Complaint::line(&file.path, number, format!("a registry's host: {host}")));
            }
        }
    }
    complaints
}

/// At the start of a word: `frame/work/` is none.
fn names_a_home(line: &str, home: &str) -> bool {
    line.match_indices(home).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || "._-/}*".contains(c))
    })
}

pub(super) fn of_sloppiness_are_absent(tree: &Tree) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    let by_hand = |path: &str| {
        let name = path.rsplit('/').next().unwrap_or_default();
        TYPED_BY_HAND.contains(&name.rsplit_once('.').map_or("", |(_, ending)| ending))
    };
    for file in tree.files.iter().filter(|file| by_hand(&file.path) && !file.path.contains("vendor/")) {
        for (number, line) in file.lines() {
            if line.ends_with([' ', '\t', '\r']) {
                complaints.push(Complaint::line(&file.path, number, "white space at the end of the line"));
            }
        }
        if !file.text.is_empty() && !file.text.ends_with('\n') {
            complaints.push(Complaint::file(&file.path, "does not end with a line break"));
        }
    }
    complaints
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_one_machine_and_registries_are_complained_about() {
        let text = format!(
            "cd {}festoon\nfrom https://registry.{}/x\nlib/frame{}x\n",
            HOMES[2], REGISTRIES[0], HOMES[0]
        );
        assert_eq!(of_one_machine_are_absent(&Tree::of(&[("notes.md", &text)])).len(), 2);
    }

    #[test]
    fn trailing_white_space_and_a_missing_last_line_break_are_complained_about() {
        let complaints = of_sloppiness_are_absent(&Tree::of(&[("a.md", "one \ntwo"), ("b.csv", "x \n")]));
        assert_eq!(complaints.len(), 2);
    }
}
