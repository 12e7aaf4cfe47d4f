//! Each rule by which a claim finds its figure has a line that would be told wrongly without it, here by subject.

mod announcements;
mod beside;
mod days;
mod going_on;
#[path = "../held/mod.rs"]
mod held;
mod lists;
mod money;
mod naming;
mod others;
mod parts;
mod two_weeks;

use held::told;

// What is told of the last claim with some words, in a text held against the figures of one of the marked sets.

pub(crate) fn english(text: &str, claim: &str) -> (String, String) {
    told("en-1", ("2023-09-25", "mingwan-2023"), text, claim)
}

pub(crate) fn chinese(text: &str, claim: &str) -> (String, String) {
    told("zh-1", ("2023-09-25", "qichuan-2023"), text, claim)
}

pub(crate) fn xipu(day: &str, text: &str, claim: &str) -> (String, String) {
    told("zh-3", (day, "xipu-2025"), text, claim)
}

pub(crate) fn haolin(day: &str, text: &str, claim: &str) -> (String, String) {
    told("en-6", (day, "haolin-2024"), text, claim)
}

pub(crate) fn linting(day: &str, text: &str, claim: &str) -> (String, String) {
    told("zh-6", (day, "linting-2024"), text, claim)
}

pub(crate) fn lanting(day: &str, text: &str, claim: &str) -> (String, String) {
    told("zh-7", (day, "lanting-2025"), text, claim)
}

pub(crate) fn yanpu(day: &str, text: &str, claim: &str) -> (String, String) {
    told("zh-8", (day, "yanpu-2024"), text, claim)
}

pub(crate) fn taoyan(day: &str, text: &str, claim: &str) -> (String, String) {
    told("en-8", (day, "taoyan-2025"), text, claim)
}

pub(crate) fn lanze(day: &str, text: &str, claim: &str) -> (String, String) {
    told("en-7", (day, "lanze-2024"), text, claim)
}

pub(crate) fn tarlung(day: &str, text: &str, claim: &str) -> (String, String) {
    told("en-11", (day, "tarlung-2025"), text, claim)
}

pub(crate) fn wesselhaven(day: &str, text: &str, claim: &str) -> (String, String) {
    told("en-16", (day, "wesselhaven-2025"), text, claim)
}

pub(crate) fn yangang(day: &str, text: &str, claim: &str) -> (String, String) {
    told("zh-16", (day, "yangang-2024"), text, claim)
}

/// What is told of a text of the tenth Chinese set.
pub(crate) fn jingpu(day: &str, text: &str, claim: &str) -> String {
    told("zh-10", (day, "jp-2026"), text, claim).0
}
