//! The hedge of a claim in the text's own word: of “almost 500” it is “almost”, and not the plainest word that says the same.

use crate::claim::{Claim, Hedge};
use crate::find::tokens::scan::Scan;
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::{What, cut};
use crate::find::tokens::traditional::folded;
use crate::lint::Language;
use crate::lint::verdicts::sentence::{hedge_en, hedge_zh};

/// The hedge of a claim of `text` in quotation marks; a reader of the other language is told what it means.
pub(crate) fn told(text: &str, claim: &Claim, hedge: Hedge, reader: Language) -> String {
    let plain = match reader {
        Language::Zh => hedge_zh(hedge),
        Language::En => hedge_en(hedge),
    };
    let own = own_word(text, claim).unwrap_or(plain);
    let foreign = own.is_ascii() == (reader == Language::Zh);
    match (reader, foreign) {
        (Language::Zh, false) => format!("「{own}」"),
        (Language::Zh, true) => format!("「{own}」（{plain}）"),
        (Language::En, false) => format!("“{own}”"),
        (Language::En, true) => format!("“{own}” ({plain})"),
    }
}

/// The word by which a claim of `text` is hedged; nothing where it stands apart from the number.
fn own_word<'a>(text: &'a str, claim: &Claim) -> Option<&'a str> {
    let (own, words) = (claim.hedge?, text.get(claim.place.clone())?);
    // Our words are in simplified characters; each stands where the text's own stands.
    let simplified = folded(words.into());
    let mut tokens = Vec::new();
    cut(&simplified, &mut tokens);
    let scan = Scan { text: &simplified, tokens: &tokens };
    let sign = |sign: char| match sign {
        '~' | '～' | '≈' => Some(Hedge::About),
        '>' | '＞' | '+' | '＋' => Some(Hedge::Over),
        '≥' => Some(Hedge::AtLeast),
        '<' | '＜' => Some(Hedge::Under),
        '≤' => Some(Hedge::AtMost),
        _ => None,
    };
    let bends = |at: usize| match scan.what(at) {
        What::Known(Sense::Hedge(hedge) | Sense::Behind(hedge)) => Some(hedge),
        What::Sign(letter) => sign(letter),
        _ => None,
    };
    let all = || (0..tokens.len()).filter_map(|at| Some((at, bends(at)?)));
    // Of two, the one that says what both say; “not over” says another thing than its last word.
    let (at, _) = all().find(|(_, hedge)| *hedge == own).or_else(|| all().next())?;
    let number = (0..tokens.len()).find(|at| {
        matches!(scan.what(*at), What::Literal(_) | What::Numeral(_))
            || matches!(
                scan.sense(*at),
                Some(Sense::Small(_) | Sense::Tens(_) | Sense::Power(_) | Sense::Dozen | Sense::Part(_))
            )
    });
    let leads = number.is_some_and(|number| at < number);
    let start = if leads { 0 } else { tokens[at].start };
    words.get(start..scan.end(at)).map(str::trim).filter(|word| !word.is_empty())
}
