//! What there is to say of parts that do not make their total: all of them, so that a reader sees at once which one it may be.

use crate::claim::{Kind, Value};
use crate::lint::{Finding, Language};
use crate::number::Number;
use crate::write;

/// 12、31、9相加为52，不是54; of a hedged total that is true of the sum, what it stands for.
pub(super) fn sentence(
    finding: &Finding,
    text: &str,
    [parts, ends]: [&[Number]; 2],
    reader: Language,
) -> String {
    let claim = &finding.claim;
    let [makes, total] = ends else { return String::new() };
    let digits = |number: &Number| write::digits(claim.kind, *number, reader);
    let whole = |number: &Number| match (claim.kind, claim.currency, reader) {
        (Kind::Money, Some(currency), Language::Zh) => format!("{}{}", digits(number), currency.zh()),
        (Kind::Money, Some(currency), Language::En) => format!("{} {}", digits(number), currency.en()),
        _ => digits(number),
    };
    let listed: Vec<String> = parts.iter().map(digits).collect();
    let (makes, said) = (whole(makes), whole(total));
    let words = claim.hedge.and(text.get(claim.place.clone()));
    let itself = claim.value == Value::Number(*total);
    match reader {
        Language::Zh => {
            let sum = format!("分项之和与总数对不上：{}相加为{makes}", listed.join("、"));
            match words {
                Some(words) if itself => format!("{sum}，不是「{words}」。"),
                Some(words) => format!("{sum}，而「{words}」指的是{said}。"),
                None => format!("{sum}，不是{said}。"),
            }
        }
        Language::En => {
            let sum = format!("Does not add up: {} make {makes}", listed.join(" + "));
            match words {
                Some(words) if itself => format!("{sum}, not “{words}”."),
                Some(words) => format!("{sum}, but “{words}” stands for {said}."),
                None => format!("{sum}, not {said}."),
            }
        }
    }
}
