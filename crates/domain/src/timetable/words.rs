//! Sentences about findings, in both languages, that a host understands.
//!
//! Matched exhaustively: a new finding without a sentence in both languages does not compile.

use super::{Finding, Rule, Severity};
use crate::programme::Programme;
use crate::text::Lang;

/// What is wrong, as one sentence with names, times and minutes.
#[must_use]
pub fn sentence(_programme: &Programme, _finding: &Finding, _lang: Lang) -> String {
    String::new()
}

/// What would mend it, as one sentence.
#[must_use]
pub fn remedy(_programme: &Programme, _finding: &Finding, _lang: Lang) -> String {
    String::new()
}

/// The rule's name, as a heading.
#[must_use]
pub const fn rule(_rule: Rule, _lang: Lang) -> &'static str {
    ""
}

/// The severity as a word.
#[must_use]
pub const fn severity(severity: Severity, lang: Lang) -> &'static str {
    match (severity, lang) {
        (Severity::Block, Lang::Zh) => "必须解决",
        (Severity::Block, Lang::En) => "must be solved",
        (Severity::Warn, Lang::Zh) => "需要留意",
        (Severity::Warn, Lang::En) => "needs a look",
        (Severity::Note, Lang::Zh) => "提示",
        (Severity::Note, Lang::En) => "worth knowing",
    }
}
