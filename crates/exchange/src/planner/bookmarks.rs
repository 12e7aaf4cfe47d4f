//! Which sessions one visitor marked: as pairs that somebody counted, or as the lists themselves.
//!
//! Of lists only the pairs are kept, so who marked what is forgotten as soon as it is read. A visitor who marked everything says nothing about
//! two sessions, and would cost a square of them; beyond a number that no visitor can attend, a list is left out.

use std::collections::BTreeMap;
use std::sync::Arc;

use festoon_domain::programme::Spot;

use crate::schedule::undeclared;
use crate::{NamedFile, Reason, Refusal, Right};

/// Nobody can see more in a week.
const LONGEST_LIST: usize = 200;

/// How many visitors marked both of two sessions.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bookmark {
    /// Slug, guid or key; the one that sorts first.
    pub one: String,
    pub other: String,
    pub visitors: u32,
    /// The first row that says so, counted from 1.
    pub row: u32,
}

/// Reads `one,other,visitors` or `visitor,session`, told apart by the headings.
///
/// # Errors
/// A file without these headings, a row without its cells, a number that is none: with the row.
pub fn read(file: &NamedFile) -> Result<Vec<Bookmark>, Refusal> {
    let at = |spot, reason| Refusal { file: Arc::clone(&file.name), spot, reason };
    let row_of = |row: u32| Spot::Row("".into(), row);
    let text = undeclared(&file.bytes).text;
    let mut table =
        csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let headings =
        table.headers().map_err(|error| at(Spot::Whole, Reason::Broken(error.to_string())))?.clone();
    let is_pairs = match headings.iter().collect::<Vec<_>>()[..] {
        ["one", "other", "visitors"] => true,
        ["visitor", "session"] => false,
        _ => {
            let right = Right::new(
                "第一行应为 one,other,visitors（已经数好的一对一对）或 visitor,session（每人收藏的场次）。",
                "the first row should be one,other,visitors (pairs, counted) or visitor,session (what each marked).",
            );
            return Err(at(row_of(1), Reason::Malformed(right)));
        }
    };

    let mut pairs: BTreeMap<(String, String), (u32, u32)> = BTreeMap::new();
    let mut lists: BTreeMap<String, Vec<(String, u32)>> = BTreeMap::new();
    for (row, record) in (2..).zip(table.records()) {
        let record = record.map_err(|error| at(row_of(row), Reason::Broken(error.to_string())))?;
        let cells: Vec<&str> = record.iter().collect();
        match cells[..] {
            [one, other, visitors] if is_pairs => {
                let Ok(visitors) = visitors.parse::<u32>() else {
                    let right = Right::new(
                        format!("「{visitors}」不是人数：应为 0 以上的整数。"),
                        format!("“{visitors}” is no number of visitors: a whole number from 0."),
                    );
                    return Err(at(row_of(row), Reason::Malformed(right)));
                };
                add(&mut pairs, (one, other), visitors, row);
            }
            [visitor, session] if !is_pairs => {
                lists.entry(visitor.to_owned()).or_default().push((session.to_owned(), row));
            }
            [""] => {}
            _ => {
                let right = Right::new(
                    "这一行的格数和表头不一样。",
                    "this row has not as many cells as there are headings.",
                );
                return Err(at(row_of(row), Reason::Malformed(right)));
            }
        }
    }
    for mut marked in lists.into_values() {
        marked.sort_unstable();
        marked.dedup_by(|one, other| one.0 == other.0);
        if marked.len() > LONGEST_LIST {
            continue;
        }
        for (place, (one, row)) in marked.iter().enumerate() {
            for (other, later) in &marked[place + 1..] {
                add(&mut pairs, (one, other), 1, *row.max(later));
            }
        }
    }
    let bookmark = |((one, other), (visitors, row))| Bookmark { one, other, visitors, row };
    Ok(pairs.into_iter().map(bookmark).collect())
}

/// Whoever marked one session twice marked no two.
fn add(
    pairs: &mut BTreeMap<(String, String), (u32, u32)>,
    (one, other): (&str, &str),
    visitors: u32,
    row: u32,
) {
    let (first, second) = if one <= other { (one, other) } else { (other, one) };
    if first != second && visitors > 0 {
        let count = pairs.entry((first.to_owned(), second.to_owned())).or_insert((0, row));
        count.0 = count.0.saturating_add(visitors);
        count.1 = count.1.min(row);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> NamedFile {
        NamedFile { name: "bookmarks.csv".into(), bytes: text.as_bytes().to_vec() }
    }

    fn pair(one: &str, other: &str, visitors: u32, row: u32) -> Bookmark {
        Bookmark { one: one.into(), other: other.into(), visitors, row }
    }

    #[test]
    fn lists_and_counted_pairs_say_the_same() {
        let lists = read(&file("visitor,session\n1,b\n1,a\n2,a\n2,b\n2,c\n2,c\n")).expect("sound");
        let pairs = read(&file("one,other,visitors\nb,a,1\na,b,1\nc,a,1\nb,c,1\na,a,9\n")).expect("sound");
        assert_eq!(lists, vec![pair("a", "b", 2, 3), pair("a", "c", 1, 6), pair("b", "c", 1, 6)]);
        assert_eq!(pairs, vec![pair("a", "b", 2, 2), pair("a", "c", 1, 4), pair("b", "c", 1, 5)]);
    }

    #[test]
    fn what_is_no_table_of_bookmarks_is_refused_with_its_row() {
        let row = |text: &str| read(&file(text)).map_err(|refusal| refusal.spot);
        assert_eq!(row("a,b\n1,2\n"), Err(Spot::Row("".into(), 1)));
        assert_eq!(row("one,other,visitors\na,b,2\na,b,-2\n"), Err(Spot::Row("".into(), 3)));
        assert_eq!(row("visitor,session\n1\n"), Err(Spot::Row("".into(), 2)));
    }
}
