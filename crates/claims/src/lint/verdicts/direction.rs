//! Rises told as falls: whether a claim moves the other way than its figure does, and the word near it that would have to give way.
//!
//! The word is looked for beside the number when someone asks what to write instead, and not while a text is held against the figures.

use crate::claim::{Change, Claim, Kind};
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::What;
use crate::lint::Language;
use crate::lint::heard::around::Around;
use crate::lint::matching::Matcher;

/// Words of a rise, each with that of a fall which fits where it stands; of several for one word the first is taken.
const ZH: &str = "增长|下降 上升|下降 提高|降低 增加|减少 上涨|下跌 提升|降低 扩大|缩小 增多|减少 回升|回落 攀升|下滑 走高|走低 上浮|下浮 \
    上调|下调 扩张|收缩 延长|缩短 加快|放缓 激增|锐减 猛增|骤降 大增|大降 增幅|降幅 涨幅|跌幅 微增|微降 高于|低于 高出|低于 增长|萎缩 上扬|下挫 \
    增加|缩减 增加|削减 增|减 升|降 涨|跌 多|少 高|低";
const EN: &str = "rose|fell risen|fallen rise|fall rises|falls rising|falling grew|shrank grown|shrunk rise|decline growth|decline grew|declined \
    increase|decrease increased|decreased increases|decreases increasing|decreasing climbed|dropped rise|drop climb|drop climbs|drops jumped|plunged \
    jump|plunge surged|slumped surge|slump gained|lost gain|loss gains|losses rose|slipped advanced|slid raised|cut raised|reduced raised|lowered \
    increase|reduction expanded|contracted improved|worsened widened|narrowed soared|plummeted more|less more|fewer higher|lower above|below up|down";

/// How far before and behind its number the word of a rise or fall is looked for, in bytes.
const NEAR: (usize, usize) = (60, 30);

/// A claim that is the size of a rise where the figure is that of a fall, or the other way round: what is said, and what is so.
pub(in crate::lint) fn opposed(claim: &Claim, direction: Option<Change>) -> Option<(Change, Change)> {
    let sized = matches!(claim.kind, Kind::Share | Kind::Points | Kind::Factor);
    let (said, truth) = claim.change.zip(direction)?;
    let opposite = matches!((said, truth), (Change::Up, Change::Down) | (Change::Down, Change::Up));
    (sized && opposite).then_some((said, truth))
}

/// A rise or fall by its plainest word.
pub(crate) fn plain(change: Change, language: Language) -> &'static str {
    match (language, change == Change::Down) {
        (Language::Zh, false) => "增长",
        (Language::Zh, true) => "下降",
        (Language::En, false) => "up",
        (Language::En, true) => "down",
    }
}

/// The word by which a claim of `text` says that it rises or falls, and the one that would be right; the plainest where none is known.
pub(in crate::lint) fn turned(
    text: &str,
    claim: &Claim,
    said: Change,
    language: Language,
) -> (&'static str, &'static str) {
    let pairs = match language {
        Language::Zh => ZH,
        Language::En => EN,
    };
    let turn = |(up, down)| if said == Change::Down { (down, up) } else { (up, down) };
    let pairs = || pairs.split_whitespace().filter_map(|pair| pair.split_once('|')).map(turn);
    let start = text.floor_char_boundary(claim.place.start.saturating_sub(NEAR.0));
    let end = text.ceil_char_boundary((claim.place.end + NEAR.1).min(text.len()));
    let before = text.get(start..claim.place.start).unwrap_or_default();
    let behind = text.get(claim.place.end..end).unwrap_or_default();
    // The nearest; of words that end or begin alike the longest, of one with several opposites the first.
    let nearest = |distance: &dyn Fn(&str) -> Option<usize>| {
        let known = pairs().filter_map(|pair| Some((distance(pair.0)?, usize::MAX - pair.0.len(), pair)));
        known.min_by_key(|(distance, length, _)| (*distance, *length)).map(|(.., pair)| pair)
    };
    nearest(&|word| before_number(before, word, language))
        .or_else(|| nearest(&|word| words(behind, word, language).next().filter(|at| *at < clause(behind))))
        .unwrap_or_else(|| turn((plain(Change::Up, language), plain(Change::Down, language))))
}

/// How far before a number the last such word of its clause ends.
fn before_number(before: &str, word: &str, language: Language) -> Option<usize> {
    let from = before.rfind(ENDS).unwrap_or(0);
    let at = words(before, word, language).filter(|at| *at >= from).last()?;
    let distance = before.len() - at - word.len();
    // 多家 and 升级 are no rises: one character alone must stand at its number.
    let alone = word.len() == '增'.len_utf8() && language == Language::Zh;
    (!alone || distance <= '了'.len_utf8()).then_some(distance)
}

/// What ends a clause.
const ENDS: [char; 8] = ['，', '。', '；', ',', ';', '\n', '、', '！'];

fn clause(text: &str) -> usize {
    text.find(ENDS).unwrap_or(text.len())
}

/// Where a word stands, in English as a whole one.
fn words<'a>(text: &'a str, word: &'a str, language: Language) -> impl Iterator<Item = usize> + 'a {
    let is_letter = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphabetic());
    text.match_indices(word).map(|(at, _)| at).filter(move |at| {
        let whole =
            !is_letter(text[..*at].chars().next_back()) && !is_letter(text[at + word.len()..].chars().next());
        language == Language::Zh || whole
    })
}

/// What a sentence says that only tells of a rise or fall, and not of what.
const OF_NOTHING: [&str; 60] = [
    "the",
    "a",
    "an",
    "total",
    "is",
    "was",
    "are",
    "were",
    "be",
    "been",
    "we",
    "it",
    "they",
    "you",
    "that",
    "this",
    "these",
    "so",
    "yes",
    "no",
    "and",
    "but",
    "or",
    "in",
    "all",
    "overall",
    "change",
    "figure",
    "number",
    "on",
    "of",
    "by",
    "over",
    "from",
    "last",
    "year",
    "year's",
    "years",
    "edition",
    "week",
    "still",
    "now",
    "again",
    "have",
    "last year",
    "a year",
    "a year ago",
    "a year earlier",
    "year on year",
    "year-on-year",
    "s",
    "before",
    "earlier",
    "ago",
    "against",
    "compared",
    "with",
    "sum",
    "amount",
    "count",
];
/// The same in Chinese, character by character.
const OF_NOTHING_ZH: &str =
    "上届年比较本同去今总共计则也又已是为了的再全期这那个数它此并还即同环均约达到出幅度率";

impl Matcher<'_> {
    /// “So yes, we are down 21 percent.” Whether the sentence before a claim and the clause behind it name no thing that it could be of.
    pub(in crate::lint) fn names_nothing(&self, claim: &Claim, around: &Around) -> bool {
        let tokens = &self.scan.tokens;
        let first = tokens.partition_point(|token| token.start < around.sentence.0);
        let own = tokens.partition_point(|token| token.start < claim.place.start);
        let behind = tokens.partition_point(|token| token.start < claim.place.end);
        let last = tokens.partition_point(|token| token.start < around.clause.1);
        (first..own).chain(behind..last).all(|at| self.is_of_nothing(at))
    }

    fn is_of_nothing(&self, at: usize) -> bool {
        match self.scan.what(at) {
            What::Sign(_)
            | What::Line
            | What::Literal(_)
            | What::Known(
                Sense::Change(_) | Sense::Moves(_) | Sense::Hedge(_) | Sense::Money(_) | Sense::Power(_),
            ) => true,
            _ if self.scan.is_chinese(at) => {
                self.scan.letters(at).chars().all(|letter| OF_NOTHING_ZH.contains(letter))
            }
            _ => self.scan.is_any(at, &OF_NOTHING),
        }
    }
}
