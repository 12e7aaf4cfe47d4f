//! How grave each rule is, and its numbers, for one week.

use super::{Rule, Severity};
use crate::venue::Minutes;

/// The week's grading of the rules.
#[derive(Debug, Clone)]
pub struct Rulebook {
    grades: [Option<Severity>; Rule::ALL.len()],
    /// Minutes a guest of honour wants to spare beyond the road.
    pub slack: Minutes,
    /// How many findings of one rule about one person, room or venue are listed before the rest is only counted.
    pub most_listed: usize,
}

impl Default for Rulebook {
    fn default() -> Self {
        let mut book = Self { grades: [None; Rule::ALL.len()], slack: Minutes(15), most_listed: 1000 };
        for rule in Rule::ALL {
            book.grade(rule, Some(usual(rule)));
        }
        book
    }
}

impl Rulebook {
    /// How grave findings of a rule are; `None` when the week ignores it.
    #[must_use]
    pub fn severity(&self, rule: Rule) -> Option<Severity> {
        self.grades[rule as usize]
    }

    /// Grades a rule, or ignores it.
    pub fn grade(&mut self, rule: Rule, severity: Option<Severity>) {
        self.grades[rule as usize] = severity;
    }
}

const fn usual(rule: Rule) -> Severity {
    match rule {
        Rule::TwoPlaces | Rule::Road | Rule::RoomTwice | Rule::VenueFull | Rule::Closed => Severity::Block,
        Rule::Slack | Rule::Seats | Rule::Interpreters | Rule::Duplicate | Rule::NoTime | Rule::NoRoom => {
            Severity::Warn
        }
        Rule::RoadUnknown | Rule::NoHost | Rule::Untranslated | Rule::Stale => Severity::Note,
    }
}
