//! Documents name files that exist.
//!
//! A path is what stands between backticks, has a slash, and begins in the tree or ends like a file of ours; a link is
//! checked likewise. Addresses (`/zh/check`), media types and names of the user's own files are left alone.

use super::tree::File;
use super::{Complaint, Tree};

const ENDINGS: &[&str] = &[".rs", ".md", ".html", ".css", ".js", ".mjs", ".py", ".toml"];

pub(super) fn name_files_that_exist(tree: &Tree) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for file in tree.with_extension(&["md"]) {
        for (number, line) in file.lines() {
            for path in paths(tree, line).chain(links(line)) {
                if !exists(tree, file, path) {
                    let what = format!("“{path}” is named but does not exist");
                    complaints.push(Complaint::line(&file.path, number, what));
                }
            }
        }
    }
    complaints
}

fn paths<'a>(tree: &'a Tree, line: &'a str) -> impl Iterator<Item = &'a str> {
    line.split('`').skip(1).step_by(2).filter(move |quoted| looks_like_a_path(tree, quoted))
}

fn looks_like_a_path(tree: &Tree, quoted: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "._-/".contains(c);
    if !quoted.contains('/')
        || !quoted.chars().all(plain)
        || quoted.starts_with('/')
        || quoted.starts_with("..")
    {
        return false;
    }
    let top = quoted.trim_start_matches("./").split('/').next().unwrap_or_default();
    tree.has(top) || quoted.starts_with("./") || ENDINGS.iter().any(|ending| quoted.ends_with(ending))
}

fn links(line: &str) -> impl Iterator<Item = &str> {
    line.split("](").skip(1).filter_map(|rest| rest.split(')').next()).filter_map(|target| {
        let path = target.split('#').next().unwrap_or_default();
        let elsewhere = path.is_empty() || path.contains(':') || path.starts_with('/');
        (!elsewhere).then_some(path)
    })
}

/// From the root, or from the folder the document lies in.
fn exists(tree: &Tree, document: &File, path: &str) -> bool {
    if tree.has(path) {
        return true;
    }
    let mut parts: Vec<&str> = document.path.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    tree.has(&parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaints(text: &str) -> Vec<String> {
        let mut tree = Tree::of(&[("docs/guide.md", text), ("docs/other.md", ""), ("crates/a/src/b.rs", "")]);
        tree.paths.extend(["docs".into(), "crates".into()]);
        name_files_that_exist(&tree).into_iter().map(|complaint| complaint.what).collect()
    }

    #[test]
    fn a_path_that_leads_nowhere_is_complained_about() {
        assert_eq!(
            complaints("see `crates/a/src/gone.rs`"),
            ["“crates/a/src/gone.rs” is named but does not exist"]
        );
        assert_eq!(complaints("see [this](gone.md)"), ["“gone.md” is named but does not exist"]);
    }

    #[test]
    fn what_exists_and_what_is_no_path_is_fine() {
        let text =
            "`crates/a/src/b.rs` `text/calendar` `/zh/check` `map.toml` [o](other.md) [w](https://a.b/c)";
        assert_eq!(complaints(text), [""; 0]);
    }
}
