//! The arrows between crates are those of the table in ARCHITECTURE.md, which is the only place that states them.
//!
//! A crate may stand on fewer than its row allows, never on more. Tests may also stand on the test kit.

use std::collections::BTreeMap;

use super::{Complaint, Tree};

const BOOK: &str = "ARCHITECTURE.md";
const HEADING: &str = "## The arrows";

pub(super) fn follow_the_architecture(tree: &Tree) -> Vec<Complaint> {
    let allowed = table(tree);
    if allowed.is_empty() {
        return vec![Complaint::file(BOOK, format!("has no table under “{HEADING}”"))];
    }

    let mut complaints = Vec::new();
    for file in tree.files.iter().filter(|file| is_member(&file.path)) {
        let manifest: toml::Table = match file.text.parse() {
            Ok(manifest) => manifest,
            Err(error) => {
                complaints.push(Complaint::file(&file.path, error.to_string()));
                continue;
            }
        };
        let name =
            manifest.get("package").and_then(|package| package.get("name")).and_then(toml::Value::as_str);
        let Some(targets) = name.and_then(|name| allowed.get(name)) else {
            let what = format!("the crate has no row under “{HEADING}” of {BOOK}");
            complaints.push(Complaint::file(&file.path, what));
            continue;
        };
        for dependency in ours(&manifest, "dependencies") {
            if !targets.contains(&dependency) {
                complaints.push(Complaint::file(&file.path, format!("must not stand on {dependency}")));
            }
        }
        for dependency in ours(&manifest, "dev-dependencies") {
            if !targets.contains(&dependency) && dependency != "festoon-testkit" {
                complaints
                    .push(Complaint::file(&file.path, format!("its tests must not stand on {dependency}")));
            }
        }
    }
    complaints
}

/// The rows `| `crate` | `crate`, `crate` |` under the heading.
fn table(tree: &Tree) -> BTreeMap<String, Vec<String>> {
    let Some(book) = tree.files.iter().find(|file| file.path == BOOK) else { return BTreeMap::new() };
    let mut rows = BTreeMap::new();
    let section = book.text.lines().skip_while(|line| *line != HEADING).skip(1);
    for line in section.take_while(|line| !line.starts_with("## ")) {
        let mut cells = line.split('|').skip(1);
        let (Some(from), Some(to)) = (cells.next(), cells.next()) else { continue };
        if let Some(name) = quoted(from).next() {
            rows.insert(name, quoted(to).collect());
        }
    }
    rows
}

fn quoted(cell: &str) -> impl Iterator<Item = String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned)
}

fn is_member(path: &str) -> bool {
    path == "bench/Cargo.toml" || (path.starts_with("crates/") && path.ends_with("/Cargo.toml"))
}

fn ours(manifest: &toml::Table, section: &str) -> Vec<String> {
    let table = manifest.get(section).and_then(toml::Value::as_table);
    let names = table.into_iter().flat_map(toml::Table::keys).cloned();
    names.filter(|name| name.starts_with("festoon") || name == "xtask").collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARCHITECTURE: &str = "# House\n\n## The arrows\n\n| crate | may stand on |\n|---|---|\n\
        | `festoon-domain` | nothing |\n| `festoon-guide` | `festoon-domain` |\n\n## Next\n\n| `other` | `x` |\n";

    fn complaints(manifest: &str) -> Vec<String> {
        let tree = Tree::of(&[("ARCHITECTURE.md", ARCHITECTURE), ("crates/any/Cargo.toml", manifest)]);
        follow_the_architecture(&tree).into_iter().map(|complaint| complaint.what).collect()
    }

    #[test]
    fn an_arrow_that_goes_back_is_complained_about() {
        let manifest = "[package]\nname = 'festoon-domain'\n[dependencies]\nfestoon-guide.workspace = true\n";
        assert_eq!(complaints(manifest), ["must not stand on festoon-guide"]);
    }

    #[test]
    fn an_arrow_of_the_table_and_a_test_kit_are_fine() {
        let manifest = "[package]\nname = 'festoon-guide'\n[dependencies]\nfestoon-domain.workspace = true\n\
            [dev-dependencies]\nfestoon-testkit.workspace = true\n";
        assert_eq!(complaints(manifest), [""; 0]);
    }

    #[test]
    fn a_crate_without_a_row_is_complained_about() {
        assert_eq!(complaints("[package]\nname = 'other'\n").len(), 1);
    }
}
