//! From letters to tokens: lines that flow on, words of the dictionaries, digits, codes.

pub(crate) mod cues;
pub(crate) mod cut;
pub(crate) mod cut_en;
pub(crate) mod cut_zh;
pub(crate) mod lexicon;
pub(crate) mod lines;
pub(crate) mod literal;
pub(crate) mod scan;
pub(crate) mod sense;
pub(crate) mod special;
pub(crate) mod token;
pub(crate) mod traditional;
pub(crate) mod words;
