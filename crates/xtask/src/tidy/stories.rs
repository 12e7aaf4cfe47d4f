//! The store has no statement that a compiler checks, so every function of it that speaks to a database is called in a story, and
//! stories run on both databases. What is kept for good is changed by no statement.
//!
//! A function counts as called where a story names it with its subject: `weeks::create(tx)`, or `weeks::all` given on.

use super::tree::File;
use super::{Complaint, Tree};

const STORE: &str = "crates/store/src/";
const STORIES: &str = "crates/store/tests/stories/";
/// What is written once, and the only file that may take it out: a restore does, with everything else.
const KEPT: [&str; 3] = ["journal", "released", "released_body"];
const WIPES: &str = "crates/store/src/copy";

pub(super) fn every_store_function_is_in_a_story(tree: &Tree) -> Vec<Complaint> {
    let stories: Vec<&File> =
        tree.with_extension(&["rs"]).filter(|file| file.path.starts_with(STORIES)).collect();
    let mut complaints = Vec::new();
    for file in tree.with_extension(&["rs"]) {
        let Some(subject) = file.path.strip_prefix(STORE).and_then(|path| path.strip_suffix(".rs")) else {
            continue;
        };
        for (line, name) in functions(file) {
            let call = format!("{subject}::{name}");
            if !stories.iter().any(|story| calls(&story.text, &call)) {
                let what = format!("{subject}::{name} is in no story under {STORIES}");
                complaints.push(Complaint::line(&file.path, line, what));
            }
        }
    }
    complaints
}

pub(super) fn what_is_kept_is_never_changed(tree: &Tree) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    let sources = tree.with_extension(&["rs", "sql"]).filter(|file| file.path.starts_with(STORE));
    for file in sources.filter(|file| !file.path.starts_with(WIPES)) {
        for (number, line) in file.lines() {
            for table in KEPT {
                let changes = [
                    format!("UPDATE {table}"),
                    format!("DELETE FROM {table}"),
                    format!("TABLE {table} RENAME"),
                ];
                if changes.iter().any(|change| says(line, change)) {
                    let what = format!("a row of {table} is never changed or taken out");
                    complaints.push(Complaint::line(&file.path, number, what));
                }
            }
        }
    }
    complaints
}

/// The public functions whose first parameter is a look or a transaction, with the lines they begin in.
fn functions(file: &File) -> impl Iterator<Item = (usize, &str)> {
    let mut before = 0;
    (1..).zip(file.text.split_inclusive('\n')).filter_map(move |(number, line)| {
        let rest = &file.text[before..];
        before += line.len();
        let (name, parameters) = rest.strip_prefix("pub fn ")?.split_once('(')?;
        let name = name.split('<').next()?;
        let first = parameters.split([',', ')']).next()?;
        let speaks = ["&mut Tx<", "&mut Read<"].iter().any(|verbs| first.contains(verbs));
        speaks.then_some((number, name))
    })
}

/// Whether a text names this outside of its comments.
fn calls(text: &str, call: &str) -> bool {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).any(|line| says(line, call))
}

/// Whether a line says this, and not as a part of longer words.
fn says(line: &str, what: &str) -> bool {
    let part_of_word = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(what).any(|(place, _)| {
        !line[..place].ends_with(part_of_word) && !line[place + what.len()..].starts_with(part_of_word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const WEEKS: &str = "//! Weeks.\n\npub fn create(tx: &mut Tx<'_>, slug: &str) {}\n\npub fn find<T>(\n    read: &mut Read<'_>,\n    \
        slug: &str,\n) {}\n\npub fn word(kind: Kind) {}\n\nfn own(tx: &mut Tx<'_>) {}\n";

    fn without_story(story: &str) -> Vec<String> {
        let files = [("crates/store/src/weeks.rs", WEEKS), ("crates/store/tests/stories/weeks.rs", story)];
        let complaints = every_store_function_is_in_a_story(&Tree::of(&files));
        complaints.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_function_of_the_store_that_no_story_calls_is_complained_about() {
        let find =
            "crates/store/src/weeks.rs:5: weeks::find is in no story under crates/store/tests/stories/";
        assert_eq!(
            without_story(
                "weeks::create(tx, \"a\");\n// weeks::find(read)\nother_weeks::find(read);\nweeks::find_all(read);\n"
            ),
            [find]
        );
    }

    #[test]
    fn functions_in_stories_and_those_that_speak_to_no_database_are_fine() {
        assert_eq!(without_story("weeks::create(tx, \"a\");\nread(store, weeks::find);\n"), [""; 0]);
    }

    #[test]
    fn a_statement_that_changes_what_is_kept_is_complained_about() {
        let sql = "UPDATE released SET reason = ''\nDELETE FROM journal WHERE week = $1\nDELETE FROM journal_of_mine\n";
        let complaints = what_is_kept_is_never_changed(&Tree::of(&[("crates/store/src/any.rs", sql)]));
        assert_eq!(complaints.iter().map(|complaint| complaint.line).collect::<Vec<_>>(), [Some(1), Some(2)]);
        assert_eq!(what_is_kept_is_never_changed(&Tree::of(&[("crates/store/src/copy.rs", sql)])), []);
    }
}
