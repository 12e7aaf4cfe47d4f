//! Templates hold no style and no script of their own, and none lies about unused.
//!
//! Three exceptions with a fence: the self-contained reports, on clashes, on an evaluation and on claims, carry them, because each is a single file on
//! somebody's disk; they lie in `clash_report/page.html`, `evaluation/page.html` and `claims_report/page.html` and are never served.

use super::tree::File;
use super::{Complaint, Tree};

pub(super) fn hold_nothing_inline(tree: &Tree) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for file in templates(tree).filter(|file| !is_self_contained(&file.path)) {
        for (number, line) in file.lines() {
            if let Some(what) = inline(line) {
                complaints.push(Complaint::line(&file.path, number, format!("{what} inline in a template")));
            }
        }
    }
    complaints
}

pub(super) fn are_all_used(tree: &Tree) -> Vec<Complaint> {
    templates(tree)
        .filter(|template| {
            let Some((_, name)) = template.path.split_once("/templates/") else { return false };
            let quoted = format!("\"{name}\"");
            let mut readers = tree.with_extension(&["rs", "html", "svg", "txt"]);
            !readers.any(|file| file.path != template.path && file.text.contains(&quoted))
        })
        .map(|template| Complaint::file(&template.path, "no source and no other template names it"))
        .collect()
}

fn templates(tree: &Tree) -> impl Iterator<Item = &File> {
    tree.files.iter().filter(|file| file.path.contains("/templates/"))
}

fn is_self_contained(path: &str) -> bool {
    ["clash_report", "evaluation", "claims_report"]
        .iter()
        .any(|report| path.ends_with(&format!("templates/{report}/page.html")))
}

fn inline(line: &str) -> Option<&'static str> {
    let line = line.to_lowercase();
    if line.contains("<style") || has_attribute(&line, |name| name == "style") {
        return Some("style");
    }
    // Structured data for search engines is not run; everything else comes from a file.
    if line.contains("<script") && !line.contains("src=") && !line.contains("application/ld+json") {
        return Some("script");
    }
    let handler =
        |name: &str| name.len() > 2 && name.starts_with("on") && name.chars().all(|c| c.is_ascii_lowercase());
    has_attribute(&line, handler).then_some("an event handler")
}

/// Whether a word before `="` or `='` is of a sort.
fn has_attribute(line: &str, is_it: impl Fn(&str) -> bool) -> bool {
    let mut rest = line;
    while let Some(at) = rest.find("=\"").into_iter().chain(rest.find("='")).min() {
        let before = &rest[..at];
        let name = before.rsplit([' ', '\t', '"', '\'', '<']).next().unwrap_or_default();
        if is_it(name) {
            return true;
        }
        rest = &rest[at + 2..];
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaints(path: &str, text: &str) -> usize {
        hold_nothing_inline(&Tree::of(&[(path, text)])).len()
    }

    #[test]
    fn style_script_and_handlers_are_complained_about() {
        for bad in ["<p style=\"color:red\">", "<style>", "<script>go()</script>", "<a\n onclick='x()'>"] {
            assert_eq!(complaints("crates/guide/templates/week.html", bad), 1, "{bad}");
        }
    }

    #[test]
    fn script_from_a_file_and_words_that_look_alike_are_fine() {
        for good in [
            "<script src=\"/assets/a.js\" defer></script>",
            "<p data-style=\"x\" class=\"once\">",
            "<meta content=\"on\">",
        ] {
            assert_eq!(complaints("crates/guide/templates/week.html", good), 0, "{good}");
        }
    }

    #[test]
    fn a_report_that_travels_alone_may_carry_its_style() {
        for report in ["clash_report", "evaluation", "claims_report"] {
            assert_eq!(complaints(&format!("crates/guide/templates/{report}/page.html"), "<style>"), 0);
            assert_eq!(complaints(&format!("crates/guide/templates/{report}/body.html"), "<style>"), 1);
        }
    }

    #[test]
    fn a_template_nobody_names_is_complained_about() {
        let template = ("crates/guide/templates/week/day.html", "<p>");
        let source = ("crates/guide/src/week.rs", "#[template(path = \"week/day.html\")]");
        assert_eq!(are_all_used(&Tree::of(&[template])).len(), 1);
        assert_eq!(are_all_used(&Tree::of(&[template, source])), []);
    }
}
