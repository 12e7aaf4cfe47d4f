//! A zone nobody knows, with the names somebody may have meant.

use crate::complaint::Complaint;
use crate::language::both;

/// How many letters may be wrong for a name to have been meant.
const MOST_WRONG: usize = 3;

/// There is no such zone; perhaps one of these was meant.
pub(super) fn unknown(said: &str) -> Complaint {
    let near = near(said);
    let sentence = if near.is_empty() {
        both(
            "没有这个时区。请写 IANA 名称，如 Asia/Shanghai。",
            "there is no such zone. Give an IANA name such as Asia/Shanghai.",
        )
    } else {
        both(
            format!("没有这个时区。是不是 {}？", near.join("、")),
            format!("there is no such zone. Did you mean {}?", near.join(" or ")),
        )
    };
    Complaint::about(&format!("--zone {said}"), sentence)
}

/// The nearest names, at most three; a city without its continent counts as near.
fn near(said: &str) -> Vec<String> {
    let said = said.to_ascii_lowercase().replace(' ', "_");
    if said.len() > 64 {
        return Vec::new();
    }
    let mut found: Vec<(usize, String)> = jiff::tz::db()
        .available()
        .filter_map(|name| {
            let known = name.as_str().to_ascii_lowercase();
            let city = known.rsplit('/').next().unwrap_or(&known);
            let wrong = distance(&said, &known).min(distance(&said, city));
            (wrong <= MOST_WRONG.min(said.len() / 3)).then(|| (wrong, name.as_str().to_owned()))
        })
        .collect();
    found.sort();
    let best = found.first().map_or(0, |(wrong, _)| *wrong);
    found.into_iter().take_while(|(wrong, _)| *wrong == best).take(3).map(|(_, name)| name).collect()
}

/// Letters to add, drop or change (Levenshtein, one row of the table at a time).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, c) in a.chars().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, d) in b.iter().enumerate() {
            let changed = corner + usize::from(c != *d);
            corner = row[j + 1];
            row[j + 1] = changed.min(corner + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_a_letter_wrong_or_without_its_continent_is_recognised() {
        assert_eq!(near("Asia/Shangai"), ["Asia/Shanghai"]);
        assert_eq!(near("brussels"), ["Europe/Brussels"]);
        assert_eq!(near("Mars/Olympus"), [""; 0]);
    }
}
