//! Words that a token is held against: one by its first letters as a number, several by marks that most words do not have.
//!
//! What is asked of every number is asked often, and the answer is nearly always no. So each token knows its first letters since it was cut, those
//! of the words and their marks are known since this was compiled, and letters are compared only where these agree. Costs a multiplication a list.

/// How many letters are compared as one number.
pub(crate) const HEAD: usize = 8;

/// The first bytes of a word as one number, in small letters; behind its end stand zeros, which no word has.
#[inline(always)]
#[expect(
    clippy::inline_always,
    reason = "of a word that is written out, the number is known before this runs"
)]
pub(crate) const fn head(word: &[u8]) -> u64 {
    let (mut head, mut at) = (0, 0);
    while at < HEAD {
        if at < word.len() {
            head |= (word[at].to_ascii_lowercase() as u64) << (8 * at);
        }
        at += 1;
    }
    head
}

/// The two marks of a word, by its first letters and its length, each by its number below 64.
#[inline]
const fn marks(head: u64, length: usize) -> (u64, u64) {
    const MIX: u64 = 0x9E37_79B9_7F4A_7C15;
    let mixed = (head ^ (length as u64) << 58).wrapping_mul(MIX);
    (mixed >> 58, mixed >> 52 & 63)
}

/// Several words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cues {
    /// One bit for each first mark that they have, and for each second.
    marks: (u64, u64),
    pub(in crate::find) heads: &'static [u64],
    pub(in crate::find) words: &'static [&'static str],
}

impl Cues {
    /// The words and their heads.
    pub(crate) const fn new(words: &'static [&'static str], heads: &'static [u64]) -> Self {
        let (mut all, mut at) = ((0, 0), 0);
        while at < words.len() {
            let (first, second) = marks(heads[at], words[at].len());
            all = (all.0 | 1 << first, all.1 | 1 << second);
            at += 1;
        }
        Self { marks: all, heads, words }
    }

    /// Whether a word may be one of them, by its first letters and its length.
    #[inline]
    pub(in crate::find) fn may_be(&self, head: u64, length: usize) -> bool {
        let (first, second) = marks(head, length);
        self.marks.0 >> first & self.marks.1 >> second & 1 != 0
    }

    /// Whether a word is one of them, in capitals or not.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.words.iter().any(|one| word.eq_ignore_ascii_case(one))
    }

    /// The heads of words.
    pub(crate) const fn heads<const COUNT: usize>(words: &[&str]) -> [u64; COUNT] {
        let (mut heads, mut at) = ([0; COUNT], 0);
        while at < COUNT {
            heads[at] = head(words[at].as_bytes());
            at += 1;
        }
        heads
    }
}

/// Words to be asked for with [`is_among`](super::scan::Scan::is_among), made ready when this is compiled.
macro_rules! words {
    ($($word:literal),+ $(,)?) => {
        const {
            const WORDS: &[&str] = &[$($word),+];
            const HEADS: [u64; WORDS.len()] = $crate::find::tokens::cues::Cues::heads(WORDS);
            $crate::find::tokens::cues::Cues::new(WORDS, &HEADS)
        }
    };
}

pub(crate) use words;
