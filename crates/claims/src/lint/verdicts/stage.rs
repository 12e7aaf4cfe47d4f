//! The words by which a text says a stage, and those that would be right in their place: 已签约 gives way to 拟签约, since nobody writes 已拟签约.

use super::sentence::{stage_en, stage_zh};
use crate::claim::{Claim, Stage};
use crate::lint::Language;

/// What is done, with the word that says so.
const DONE: [&str; 8] =
    ["已经签约", "已签约", "已经落地", "已落地", "已经开工", "已开工", "已经投产", "已投产"];

/// A signing told with its verb, of one thing or of several, and what is still to come.
const SIGNED: [(&str, &str); 7] = [
    ("have been signed", "are to be signed"),
    ("had been signed", "were to be signed"),
    ("has been signed", "is to be signed"),
    ("were signed", "are to be signed"),
    ("was signed", "is to be signed"),
    ("are signed", "are to be signed"),
    ("is signed", "is to be signed"),
];

/// How far before and behind its number the words of a stage are looked for, in bytes.
const NEAR: (usize, usize) = (120, 90);

/// The words by which a claim of `text` says its stage, and those for the true one.
pub(super) fn turned(
    text: &str,
    claim: &Claim,
    [said, truth]: [Stage; 2],
    language: Language,
) -> (&'static str, &'static str) {
    let start = text.floor_char_boundary(claim.place.start.saturating_sub(NEAR.0));
    let end = text.ceil_char_boundary((claim.place.end + NEAR.1).min(text.len()));
    let before = text.get(start..claim.place.start).unwrap_or_default();
    let behind = text.get(claim.place.end..end).unwrap_or_default();
    let before = ENDS.iter().fold(before, |rest, end| rest.rsplit(end).next().unwrap_or(rest));
    let behind = ENDS.iter().fold(behind, |rest, end| rest.split(end).next().unwrap_or(rest));
    // The nearest; of several that end alike the longest.
    let distance = |word: &str| {
        let ahead = before.rfind(word).map(|at| before.len() - at - word.len());
        ahead.into_iter().chain(behind.find(word)).min()
    };
    match language {
        Language::Zh => {
            let own = stage_zh(said);
            let done = DONE.into_iter().filter(|done| done.ends_with(own) && truth < Stage::Signed);
            let nearest = done.filter_map(|done| Some((distance(done)?, done))).min();
            // 已 may stand before another 签约 of the sentence.
            let plain = distance(own).unwrap_or(usize::MAX);
            let done = nearest.filter(|(at, _)| *at <= plain).map(|(_, done)| done);
            (done.unwrap_or(own), stage_zh(truth))
        }
        Language::En if said == Stage::Signed && truth == Stage::ToBeSigned => {
            let plain = distance(" signed").unwrap_or(usize::MAX);
            let passive = SIGNED.into_iter().filter_map(|pair| {
                let whole = distance(&format!(" {}", pair.0))?;
                (whole <= plain).then_some((whole, pair))
            });
            // “They signed 156 projects”: a verb for a verb.
            let active = || before.trim_end().ends_with(" signed").then_some(("signed", "are to be signed"));
            let nearest = passive.min().map(|(_, pair)| pair);
            nearest.or_else(active).unwrap_or((stage_en(said), stage_en(truth)))
        }
        Language::En => (stage_en(said), stage_en(truth)),
    }
}

/// What ends a sentence.
const ENDS: [&str; 8] = ["。", "；", "！", "？", "\n", "; ", "! ", ". "];
