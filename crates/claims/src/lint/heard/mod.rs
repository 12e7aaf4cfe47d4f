//! What stands around a claim in its text: its clause, the words of the ledger in it, whose number it is and of what time.

pub(crate) mod around;
pub(crate) mod asked;
pub(crate) mod bounds;
pub(crate) mod contest;
pub(crate) mod corrected;
pub(crate) mod cue_words;
pub(crate) mod cues;
pub(crate) mod divided;
pub(crate) mod edges;
pub(crate) mod editions;
pub(crate) mod elided;
pub(crate) mod follow;
pub(crate) mod listed;
pub(crate) mod meant;
pub(crate) mod other_city;
pub(crate) mod other_event;
pub(crate) mod outsiders;
pub(crate) mod said;
pub(crate) mod span;
mod spotting;
pub(crate) mod stages;
pub(crate) mod subject;
pub(crate) mod then_en;
pub(crate) mod told_apart;
pub(crate) mod topic;
pub(crate) mod whose_zh;
pub(crate) mod words;
