//! The dictionaries, in one lexicon, made once a process.

mod chinese;
mod counted;
mod english;
mod names;

use crate::find::lexicon::Lexicon;
use crate::find::sense::Sense;
use std::sync::LazyLock;

/// Words with one meaning, parted by bars.
pub(super) type Words = (Sense, &'static str);

/// Everything that the finder knows words of.
pub(crate) static WORDS: LazyLock<Lexicon<Sense>> = LazyLock::new(|| {
    let lists = [chinese::WORDS, english::WORDS, counted::WORDS, names::WORDS];
    let words = lists.into_iter().flatten();
    Lexicon::new(words.flat_map(|(sense, words)| words.split('|').map(move |word| (word, *sense))))
});
