//! Rules, grades and speeds as arguments say them.

use festoon_domain::timetable::{Rule, Severity};

/// A rule by its word.
pub(super) fn rule(word: &str) -> Result<Rule, String> {
    Rule::ALL.into_iter().find(|rule| rule.word() == word).ok_or_else(|| {
        let words = Rule::ALL.map(Rule::word).join(", ");
        format!("there is no such rule · 没有这条规则; {words}")
    })
}

/// `seats=note`.
pub(super) fn grade(said: &str) -> Result<(Rule, Option<Severity>), String> {
    let (word, grade) = said.split_once('=').ok_or("write RULE=GRADE, as seats=note · 请写成 seats=note")?;
    let severity = match grade {
        "block" => Some(Severity::Block),
        "warn" => Some(Severity::Warn),
        "note" => Some(Severity::Note),
        "ignore" => None,
        _ => return Err("a grade is block, warn, note or ignore · 等级为 block、warn、note 或 ignore".into()),
    };
    Ok((rule(word)?, severity))
}

/// Kilometres an hour on the ground.
pub(super) fn speed(said: &str) -> Result<f64, String> {
    said.parse()
        .ok()
        .filter(|speed| (1.0..=400.0).contains(speed))
        .ok_or_else(|| "a speed is 1 to 400 km/h · 时速为 1 至 400 公里".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_graded_by_its_word() {
        assert_eq!(grade("seats=block"), Ok((Rule::Seats, Some(Severity::Block))));
        assert_eq!(grade("road=ignore"), Ok((Rule::Road, None)));
        assert!(grade("seats").is_err() && grade("seats=loud").is_err() && grade("chairs=note").is_err());
    }
}
