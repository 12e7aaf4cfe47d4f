//! Rust sources open with what they are for, expect instead of allowing, and give a reason for what they leave.

use super::{Complaint, Tree};

const SOURCES: &[&str] = &["rs", "js", "mjs", "css", "html", "py"];
/// Written apart, so that this file does not hold what it looks for.
const LEFT: &str = concat!("TO", "DO");
const ALLOWING: [&str; 2] = [concat!("#[", "allow"), concat!("#![", "allow")];

pub(super) fn open_with_what_they_are_for(tree: &Tree) -> Vec<Complaint> {
    tree.with_extension(&["rs"])
        .filter(|file| !file.text.starts_with("//! "))
        .map(|file| Complaint::line(&file.path, 1, "a file opens with //! and what it is for"))
        .collect()
}

pub(super) fn expect_instead_of_allowing(tree: &Tree) -> Vec<Complaint> {
    on_each_line(tree, &["rs"], |line| {
        ALLOWING
            .iter()
            .any(|allowing| line.contains(allowing))
            .then(|| "expect a lint, with a reason, instead of allowing it".into())
    })
}

/// A reason is at least three words after the mark and a colon.
pub(super) fn give_a_reason_for_what_is_left(tree: &Tree) -> Vec<Complaint> {
    on_each_line(tree, SOURCES, |line| {
        let (before, rest) = line.split_once(LEFT)?;
        // A calendar's component for tasks ends in the same letters.
        if before.ends_with(|c: char| c.is_alphanumeric()) {
            return None;
        }
        let reason = rest.strip_prefix(':').unwrap_or_default();
        (reason.split_whitespace().count() < 3).then(|| format!("{LEFT} without a reason"))
    })
}

fn on_each_line(
    tree: &Tree,
    extensions: &'static [&'static str],
    look: impl Fn(&str) -> Option<String>,
) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for file in tree.with_extension(extensions).filter(|file| !file.path.contains("vendor/")) {
        for (number, line) in file.lines() {
            complaints.extend(look(line).map(|what| Complaint::line(&file.path, number, what)));
        }
    }
    complaints
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_without_a_word_about_itself_is_complained_about() {
        let tree = Tree::of(&[("a.rs", "use x;\n"), ("b.rs", "//! Reads.\n")]);
        assert_eq!(open_with_what_they_are_for(&tree).len(), 1);
    }

    #[test]
    fn allowing_a_lint_is_complained_about() {
        let text = format!("//! A.\n{}(dead_code)]\n", ALLOWING[0]);
        assert_eq!(expect_instead_of_allowing(&Tree::of(&[("a.rs", &text)])).len(), 1);
    }

    #[test]
    fn what_is_left_needs_a_reason() {
        let bare = format!("// {LEFT}: later\n// {LEFT}\n");
        let reasoned = format!("// {LEFT}: waits for the store of issue three\n");
        assert_eq!(give_a_reason_for_what_is_left(&Tree::of(&[("a.rs", &bare)])).len(), 2);
        assert_eq!(give_a_reason_for_what_is_left(&Tree::of(&[("a.rs", &reasoned)])), []);
    }
}
