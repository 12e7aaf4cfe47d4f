//! Where two bundles differ: the file, and in a table the row and the cell.

use std::collections::BTreeSet;
use std::path::Path;

use festoon_domain::text::Lang;

use super::{Bundle, files};

/// How many cells or lines of one file are told; the first ones say enough.
const MOST_OF_A_FILE: usize = 5;

/// One place where a bundle is not what comes out when it is made again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// A file should be there, and is not.
    Lacking {
        /// Its path.
        path: String,
    },
    /// A file is there that no bundle has.
    Surplus {
        /// Its path.
        path: String,
    },
    /// What the bundle is made of is not what was packed: its sum is another.
    Altered {
        /// Its path.
        path: String,
    },
    /// A cell of a table.
    Cell {
        /// The table's path.
        path: String,
        /// The row, counted from 1 with the headings.
        row: usize,
        /// The column, counted from 1.
        column: usize,
        /// Its heading.
        heading: String,
        /// What stands there.
        stands: String,
        /// What comes out.
        right: String,
    },
    /// A line of another text.
    Line {
        /// Its path.
        path: String,
        /// The line, counted from 1.
        line: usize,
        /// What stands there.
        stands: String,
        /// What comes out.
        right: String,
    },
}

impl Difference {
    /// The file it is in.
    #[must_use]
    pub fn path(&self) -> &str {
        match self {
            Self::Lacking { path }
            | Self::Surplus { path }
            | Self::Altered { path }
            | Self::Cell { path, .. }
            | Self::Line { path, .. } => path,
        }
    }

    /// What differs, as a sentence that begins with the place.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let shown = |words: &str| -> String {
            if words.chars().count() > 80 {
                format!("{}…", words.chars().take(80).collect::<String>())
            } else {
                words.to_owned()
            }
        };
        match (self, lang) {
            (Self::Lacking { path }, Lang::Zh) => format!("{path}：包里没有这个文件，应该有。"),
            (Self::Lacking { path }, Lang::En) => format!("{path}: it is not in the bundle, and should be."),
            (Self::Surplus { path }, Lang::Zh) => format!("{path}：包里多了这个文件。"),
            (Self::Surplus { path }, Lang::En) => format!("{path}: it is in the bundle, and should not be."),
            (Self::Altered { path }, Lang::Zh) => format!("{path}：与打包时不同，校验和对不上。"),
            (Self::Altered { path }, Lang::En) => {
                format!("{path}: it is not the file that was packed; its sum is another.")
            }
            (Self::Cell { path, row, column, heading, stands, right }, Lang::Zh) => format!(
                "{path} › 第 {row} 行第 {column} 列（{heading}）：包里是「{}」，重算是「{}」。",
                shown(stands),
                shown(right)
            ),
            (Self::Cell { path, row, column, heading, stands, right }, Lang::En) => format!(
                "{path} › row {row}, column {column} ({heading}): the bundle has “{}”, made again it is “{}”.",
                shown(stands),
                shown(right)
            ),
            (Self::Line { path, line, stands, right }, Lang::Zh) => {
                format!("{path} › 第 {line} 行：包里是「{}」，重算是「{}」。", shown(stands), shown(right))
            }
            (Self::Line { path, line, stands, right }, Lang::En) => format!(
                "{path} › line {line}: the bundle has “{}”, made again it is “{}”.",
                shown(stands),
                shown(right)
            ),
        }
    }
}

/// Everything that differs, by path.
pub(super) fn between(bundle: &Bundle, rebuilt: &Bundle) -> Vec<Difference> {
    let paths: BTreeSet<&String> = bundle.0.iter().chain(&rebuilt.0).map(|file| &file.path).collect();
    let mut all = Vec::new();
    for path in paths {
        match (bundle.file(path), rebuilt.file(path)) {
            (None, Some(_)) => all.push(Difference::Lacking { path: path.clone() }),
            (Some(_), None) => all.push(Difference::Surplus { path: path.clone() }),
            (Some(stands), Some(right)) if stands.bytes != right.bytes => {
                let (stands, right) =
                    (String::from_utf8_lossy(&stands.bytes), String::from_utf8_lossy(&right.bytes));
                if *path == files::SUMS {
                    all.extend(of_sums(&stands, &right));
                } else if Path::new(path).extension().is_some_and(|ending| ending == "csv") {
                    all.extend(of_tables(path, &stands, &right));
                } else {
                    all.extend(of_lines(path, &stands, &right));
                }
            }
            _ => {}
        }
    }
    all
}

/// The sum of what a bundle is made of is the only witness that it was altered; that of anything else is told by its cells already.
fn of_sums(stands: &str, right: &str) -> Vec<Difference> {
    let by_path = |text: &str| -> BTreeSet<(String, String)> {
        text.lines()
            .filter_map(|line| line.split_once("  "))
            .map(|(sum, path)| (path.to_owned(), sum.to_owned()))
            .collect()
    };
    let (stood, made) = (by_path(stands), by_path(right));
    let altered = made.difference(&stood).map(|(path, _)| path);
    let inputs = altered.filter(|path| *path == files::FRAMEWORK || path.starts_with("data/"));
    let found: Vec<Difference> = inputs.map(|path| Difference::Altered { path: path.clone() }).collect();
    if found.is_empty() { of_lines(files::SUMS, stands, right) } else { found }
}

fn of_tables(path: &str, stands: &str, right: &str) -> Vec<Difference> {
    let rows = |text: &str| -> Vec<Vec<String>> {
        let reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        let records = reader.into_records().filter_map(Result::ok);
        records.map(|record| record.iter().map(str::to_owned).collect()).collect()
    };
    let (stood, made) = (rows(stands), rows(right));
    let mut all = Vec::new();
    for row in 0..stood.len().max(made.len()) {
        let cell = |rows: &[Vec<String>], column: usize| {
            rows.get(row).and_then(|row| row.get(column)).cloned().unwrap_or_default()
        };
        let width =
            [&stood, &made].into_iter().filter_map(|rows| rows.get(row)).map(Vec::len).max().unwrap_or(0);
        for column in (0..width).filter(|column| cell(&stood, *column) != cell(&made, *column)) {
            let heading = made.first().and_then(|row| row.get(column)).cloned().unwrap_or_default();
            let (stands, right) = (cell(&stood, column), cell(&made, column));
            let path = path.to_owned();
            all.push(Difference::Cell { path, row: row + 1, column: column + 1, heading, stands, right });
            if all.len() == MOST_OF_A_FILE {
                return all;
            }
        }
    }
    // Other ends of lines or needless quotation marks are no other cells, and other bytes all the same.
    if all.is_empty() { of_lines(path, stands, right) } else { all }
}

fn of_lines(path: &str, stands: &str, right: &str) -> Vec<Difference> {
    let (stood, made): (Vec<&str>, Vec<&str>) = (stands.split('\n').collect(), right.split('\n').collect());
    let line = |lines: &[&str], at: usize| lines.get(at).copied().unwrap_or_default().to_owned();
    let differing = (0..stood.len().max(made.len())).filter(|at| stood.get(*at) != made.get(*at));
    let told = differing.take(MOST_OF_A_FILE).map(|at| Difference::Line {
        path: path.to_owned(),
        line: at + 1,
        stands: line(&stood, at),
        right: line(&made, at),
    });
    told.collect()
}
