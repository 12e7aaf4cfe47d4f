//! The dictionaries, in one lexicon, made once a process.

mod chinese;
mod counted;
mod english;
mod names;

use crate::claim::Change;
use crate::find::tokens::lexicon::Lexicon;
use crate::find::tokens::sense::Sense;
use std::sync::LazyLock;

/// Words with one meaning, parted by bars.
pub(in crate::find) type Words = (Sense, &'static str);

/// Verbs that rise, to each of which 至, 到 and 为 say what it came to.
const RISING: &str = "增长|加|增设|增开|加开|拉高|推高|垫高|刷新|增加|提高|上升|上涨|提升|扩大|增多|攀升|激增|猛增|跃升|上浮|上调|延长|加快|回升|走高|反弹|扩张|扩充|\
    追加|调增|扩容|拓宽|拓展|放大|抬升|长高|爬升|攀|拉长|扩增|回暖|劲增|飙升|飙涨|递增|升高|增高|抬高|加大|提速|暴涨|暴增|剧增|陡增|\
    大增|大涨|微涨|微增|稳增|上扬|上行|加长|加宽|做大|跃增|扩|拓|升|涨|增|提|蹿升|拉升|翻倍增长|壮大";
/// Verbs that fall, likewise.
const FALLING: &str = "下降|砍|拉低|减少|降低|缩短|下跌|下滑|回落|缩减|萎缩|收窄|下调|压缩|压减|缩小|削减|放缓|下浮|走低|回调|收缩|\
    调减|压降|下挫|走弱|滑落|下探|放慢|裁减|缩水|锐减|骤降|骤减|剧减|大降|大跌|暴跌|微降|微跌|递减|下行|压低|调低|精简|简化|\
    压|缩|降|减|跌|瘦|瘦身|跳水|探底|贬值";
/// Of these, those that say nothing by themselves: 压 and 提 are no rise or fall without what they come to.
const BOUND: &str = "攀|加|增设|增开|加开|刷新|扩|拓|升|提|压|缩|砍|做大|简化|精简|加宽|壮大|跳水|探底";

/// The verbs of change with what makes them say a result, and the newer ones alone.
fn moved() -> Vec<(String, Sense)> {
    let bound: Vec<&str> = BOUND.split('|').collect();
    let verbs = [(RISING, Change::Up), (FALLING, Change::Down)];
    let mut words = Vec::new();
    for (verb, change) in
        verbs.into_iter().flat_map(|(verbs, change)| verbs.split('|').map(move |verb| (verb, change)))
    {
        let verb = verb.trim();
        words.extend(["至", "到", "为"].map(|result| (format!("{verb}{result}"), Sense::Change(Change::To))));
        if !bound.contains(&verb) {
            words.push((verb.to_owned(), Sense::Change(change)));
        }
    }
    words
}

/// Everything that the finder knows words of.
pub(crate) static WORDS: LazyLock<Lexicon<Sense>> = LazyLock::new(|| {
    let lists = [chinese::WORDS, english::WORDS, counted::WORDS, names::WORDS];
    let words = lists.into_iter().flatten();
    let words = words.flat_map(|(sense, words)| words.split('|').map(move |word| (word, *sense)));
    let moved = moved();
    Lexicon::new(words.chain(moved.iter().map(|(word, sense)| (word.as_str(), *sense))))
});
