//! Sentences about findings, in both languages, that a host understands.
//!
//! Matched exhaustively: a new finding without a sentence in both languages does not compile.
//! The sentences name things as their host named them and say times in the week's zone.

mod naming;
mod remedies;
mod sentences;
mod when;

use super::{Finding, Rule, Severity};
use crate::programme::Programme;
use crate::text::Lang;

pub use naming::{appointment, person, place, room, title, venue};
pub use when::{day, moment, month, span, times, weekday};

/// What is wrong, as a sentence with names, times and minutes.
#[must_use]
pub fn sentence(programme: &Programme, finding: &Finding, lang: Lang) -> String {
    sentences::of(programme, &finding.clash, lang)
}

/// What would mend it, as a sentence.
#[must_use]
pub fn remedy(programme: &Programme, finding: &Finding, lang: Lang) -> String {
    remedies::of(programme, &finding.clash, lang)
}

/// The rule's name, as a heading.
#[must_use]
pub const fn rule(rule: Rule, lang: Lang) -> &'static str {
    match (rule, lang) {
        (Rule::TwoPlaces, Lang::Zh) => "一人同时在两处",
        (Rule::TwoPlaces, Lang::En) => "in two places at once",
        (Rule::Road, Lang::Zh) => "路上时间不够",
        (Rule::Road, Lang::En) => "not enough time for the road",
        (Rule::RoadUnknown, Lang::Zh) => "路程未知",
        (Rule::RoadUnknown, Lang::En) => "road unknown",
        (Rule::Slack, Lang::Zh) => "嘉宾行程过紧",
        (Rule::Slack, Lang::En) => "guest of honour without slack",
        (Rule::RoomTwice, Lang::Zh) => "会场重复占用",
        (Rule::RoomTwice, Lang::En) => "room taken twice",
        (Rule::VenueFull, Lang::Zh) => "场馆总人数超限",
        (Rule::VenueFull, Lang::En) => "venue over capacity",
        (Rule::Closed, Lang::Zh) => "不在开放时间内",
        (Rule::Closed, Lang::En) => "outside opening hours",
        (Rule::Seats, Lang::Zh) => "座位不够",
        (Rule::Seats, Lang::En) => "more audience than seats",
        (Rule::Interpreters, Lang::Zh) => "译员不足",
        (Rule::Interpreters, Lang::En) => "too few interpreters",
        (Rule::Untranslated, Lang::Zh) => "缺少译文",
        (Rule::Untranslated, Lang::En) => "missing translation",
        (Rule::Stale, Lang::Zh) => "译文未跟上原文",
        (Rule::Stale, Lang::En) => "translation behind the original",
        (Rule::NoRoom, Lang::Zh) => "没有会场",
        (Rule::NoRoom, Lang::En) => "no room",
        (Rule::NoTime, Lang::Zh) => "没有时间",
        (Rule::NoTime, Lang::En) => "no time",
        (Rule::NoHost, Lang::Zh) => "没有主办单位",
        (Rule::NoHost, Lang::En) => "no host",
        (Rule::Duplicate, Lang::Zh) => "疑似重复申报",
        (Rule::Duplicate, Lang::En) => "likely duplicate",
    }
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
