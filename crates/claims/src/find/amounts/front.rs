//! What stands before a number: its hedge, its currency, its sign.

use super::hedge::hedge_before;
use crate::claim::Hedge;
use crate::find::tokens::scan::Scan;
use crate::find::tokens::sense::Sense;
use crate::find::tokens::token::What;
use crate::unit::Currency;

/// What stands before a number: its first token, its hedge, its currency.
pub(in crate::find) fn front(
    scan: &Scan,
    at: usize,
    floor: usize,
) -> (usize, Option<Hedge>, Option<Currency>) {
    let mut first = at;
    let mut currency = None;
    let mut hedge = None;
    for _ in 0..3 {
        if currency.is_none()
            && let Some((found, at)) = currency_before(scan, first, floor)
        {
            (currency, first) = (Some(found), at);
            continue;
        }
        if hedge.is_none()
            && let Some((found, at)) = hedge_before(scan, first, floor)
        {
            (hedge, first) = (Some(found), at);
            continue;
        }
        break;
    }
    // “+28.4 %” and “−31 %”
    if currency.is_none()
        && matches!(
            scan.before(first, 1),
            What::Sign('+' | '−' | '-' | '＋' | '﹣' | '↑' | '↓' | '▲' | '▼' | '↗' | '↘')
        )
        && first > floor
        && scan.glued(first)
    {
        let bound = first >= 2 && scan.glued(first - 1);
        let opened = matches!(scan.before(first, 2), What::Sign('(' | '（' | ',' | '，' | ':' | '：' | '、'));
        if !bound || opened {
            first -= 1;
        }
    }
    (first, hedge, currency)
}

fn currency_before(scan: &Scan, at: usize, floor: usize) -> Option<(Currency, usize)> {
    let before = at.checked_sub(1).filter(|before| *before >= floor)?;
    match scan.what(before) {
        What::Known(Sense::Money(currency)) => {
            let word = scan.letters(before);
            let stands = word.bytes().all(|byte| byte.is_ascii_uppercase())
                && (word != "RM" || scan.glued(at))
                || matches!(word, "Rs" | "Dh" | "Dhs")
                || word.eq_ignore_ascii_case("rmb")
                || matches!(
                    word,
                    "人民币"
                        | "美元"
                        | "欧元"
                        | "港币"
                        | "港元"
                        | "英镑"
                        | "日元"
                        | "美金"
                        | "新台币"
                        | "台币"
                );
            stands.then_some((currency, before))
        }
        What::Sign('¥' | '￥') => Some((Currency::CNY, before)),
        What::Sign('€') => Some((Currency::EUR, before)),
        What::Sign('£') => Some((Currency::GBP, before)),
        What::Sign('₹') => Some((Currency::parse("INR")?, before)),
        What::Sign('₩') => Some((Currency::parse("KRW")?, before)),
        What::Sign('$' | '＄') => {
            let country = before.wrapping_sub(1);
            let glued = scan.glued(before) && before > floor;
            let currency = match scan.letters(country) {
                "HK" if glued => Currency::HKD,
                "A" | "AU" if glued => Currency::parse("AUD")?,
                "C" | "CA" if glued => Currency::parse("CAD")?,
                "S" if glued => Currency::parse("SGD")?,
                "NZ" if glued => Currency::parse("NZD")?,
                "NT" if glued => Currency::parse("TWD")?,
                "R" if glued => Currency::parse("BRL")?,
                "US" | "U.S." if glued => Currency::USD,
                _ => return Some((Currency::USD, before)),
            };
            Some((currency, country))
        }
        _ => None,
    }
}
