//! What begins with digits: names, lists and addresses first, which are no figures; then days and times; then numbers.

use super::amounts::amount;
use super::amounts::multiple::with_half;
use super::amounts::ordinal;
use super::amounts::spelled_en;
use super::amounts::spelled_zh;
use super::days::calendar_en;
use super::days::calendar_zh;
use super::days::clock;
use super::days::clock_en;
use super::days::plain_days;
use super::days::years_en;
use super::draft::Found;
use super::finder::Finder;
use super::labels::codes::{
    groups_end, is_address, is_call, is_listed, is_placed, is_scale, is_turn, named_end, pair_end,
};
use super::labels::label::is_labelled;
use super::tokens::cues::words;
use super::tokens::literal::{Form, Literal};
use super::tokens::scan::{Quantity, Scan, Style};
use super::tokens::sense::Sense;
use super::tokens::token::What;
use crate::claim::Kind;
use crate::number::Number;

impl Finder<'_> {
    pub(super) fn literal(&self, at: usize, form: Form) -> Found {
        let scan = &self.scan;
        let What::Literal(literal) = scan.what(at) else { return Found::Skip(at + 1) };
        match form {
            Form::Day(year, month, day) => return plain_days::iso(scan, at, (year, month, day)),
            Form::Clock(..) if is_scale(scan, at) => return Found::Skip(at + 1),
            Form::Clock(..) => return clock::read(scan, at).map_or(Found::Skip(at + 1), Found::Figure),
            Form::Ordinal => {
                let date = calendar_en::day_first(scan, at);
                let found = date.or_else(|| ordinal::digits(self, at));
                return found.map_or(Found::Skip(at + 1), Found::Figure);
            }
            Form::Fraction(top, bottom) => return self.slashed(at, top, bottom),
            Form::Plain => {}
        }
        // “Goals: 1) more exhibitors; 2) more visitors”, “6/F”: points of a list and floors.
        let point = scan.is_sign(at + 1, ')')
            && scan.glued(at + 1)
            && !(at.saturating_sub(30)..at)
                .rev()
                .take_while(|at| !scan.is_sign(*at, ')'))
                .any(|at| scan.is_sign(at, '('))
            && (at == 0 || scan.ends_clause(at - 1));
        // “Result: 1. Team 3, 2. Team 7”
        let upper = scan.letters(at + 2).starts_with(|first: char| first.is_ascii_uppercase());
        let numbered = scan.is_sign(at + 1, '.')
            && scan.glued(at + 1)
            && !scan.glued(at + 2)
            && upper
            && matches!(scan.what(at), What::Literal(literal) if literal.whole <= 2 && literal.places == 0)
            && at > 0
            && matches!(scan.what(at - 1), What::Sign(':' | ',' | ';' | '.' | '!' | '?'))
            && is_one_of_list(scan, at);
        let point = point || numbered;
        let storey = scan.is_sign(at + 1, '/') && scan.glued(at + 1) && scan.letters(at + 2) == "F";
        if point || storey {
            return Found::Skip(at + 1);
        }
        // HTTP/2
        let slashed = matches!(scan.before(at, 1), What::Sign('/'))
            && scan.glued(at)
            && scan.glued(at.saturating_sub(1));
        if slashed && at >= 2 && scan.letters(at - 2).bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Found::Skip(at + 1);
        }
        if let Some(fall) = amount::bracketed(scan, at, &literal) {
            return Found::Figure(fall);
        }
        if let Some(next) = joined_name(scan, at) {
            return Found::Skip(next);
        }
        if is_turn(scan, at)
            || is_call(scan, at)
            || is_address(scan, at)
            || is_listed(scan, at)
            || is_placed(scan, at, at + 1)
            || self.is_bracketed_year(at)
        {
            let houses = scan.is_among(at + 3, words!["栋", "幢", "单元"]);
            return Found::Skip(if houses { at + 3 } else { at + 1 });
        }
        let told = || self.drafts.iter().rev().take(4).any(|draft| draft.kind == Kind::Time);
        let time = clock_en::shop_hours(scan, at).or_else(|| clock_en::near_hour(scan, at));
        if let Some(time) = time.or_else(|| clock_en::dotted(scan, at, told())) {
            return Found::Figure(time);
        }
        if let Some(next) =
            pair_end(scan, at).or_else(|| groups_end(scan, at)).or_else(|| named_end(scan, at))
        {
            return Found::Skip(next);
        }
        // “between Exits 12 and 14 until 28 May”
        let listed = scan.is_among(at.wrapping_sub(1), words!["and", "to"])
            && matches!(scan.before(at, 2), What::Literal(_))
            && matches!(scan.before(at, 3), What::Known(Sense::Label))
            && is_labelled(scan, at);
        if listed {
            return Found::Skip(at + 1);
        }
        let dated = calendar_zh::digits(scan, at)
            .or_else(|| clock::read(scan, at).map(Found::Figure))
            .or_else(|| calendar_en::day_first(scan, at).map(Found::Figure));
        if let Some(dated) = dated {
            return dated;
        }
        if let Some(rank) = ordinal::ranked(scan, at) {
            return Found::Figure(rank);
        }
        if is_labelled(scan, at) {
            return Found::Skip(at + 1);
        }
        if let Some(year) = years_en::year(scan, at) {
            return year;
        }
        let quantity = scaled(scan, at, &literal);
        let next = quantity.next;
        let of = quantity.power == 0 && literal.places == 0 && literal.whole <= 2;
        // “10 o’clock”, “on Friday at 9”
        let hour =
            of.then(|| clock_en::o_clock(scan, quantity).or_else(|| clock_en::at_hour(scan, quantity)));
        if let Some(time) = hour.flatten() {
            return Found::Figure(time);
        }
        let part = of.then(|| spelled_en::one_in(scan, quantity)).flatten();
        let quantity = part.unwrap_or_else(|| with_half(scan, quantity));
        amount::figure(self, quantity).map_or(Found::Skip(next), Found::Figure)
    }

    /// “Regulation No. 7 (2021)”: the year of what a number names, which is no figure either.
    fn is_bracketed_year(&self, at: usize) -> bool {
        let scan = &self.scan;
        let bracketed = scan.is_sign(at.wrapping_sub(1), '(') && scan.is_sign(at + 1, ')');
        let year =
            matches!(scan.what(at), What::Literal(literal) if literal.whole == 4 && literal.places == 0);
        let named =
            at >= 2 && matches!(scan.what(at - 2), What::Literal(_) | What::Code) && self.floor() < at - 1;
        bracketed && year && named
    }

    /// 1/3 as a share: only where the text speaks of parts.
    fn slashed(&self, at: usize, top: u16, bottom: u16) -> Found {
        let scan = &self.scan;
        let value = Number::fraction(i128::from(top), i128::from(bottom));
        let parts = scan.is_chinese(at + 1) || scan.is_chinese(at.wrapping_sub(1)) || scan.is(at + 1, "of");
        let (Some(value), true) = (value, parts) else { return Found::Skip(at + 1) };
        let quantity = Quantity {
            first: at,
            next: at + 1,
            value: Some(value),
            step: Number::fraction(1, 100).unwrap_or(Number::ONE),
            digits: 1,
            more: false,
            power: 0,
            style: Style::Fraction,
        };
        amount::figure(self, quantity).map_or(Found::Skip(at + 1), Found::Figure)
    }
}

/// How many tokens two points of a list may stand apart.
const POINTS: usize = 80;

/// Whether the number before or behind it stands with a full stop as well: 1. and 2.
fn is_one_of_list(scan: &Scan, at: usize) -> bool {
    let number = |at: usize| match scan.what(at) {
        What::Literal(literal) if literal.places == 0 && literal.whole <= 2 && scan.is_sign(at + 1, '.') => {
            literal.value
        }
        _ => None,
    };
    let own = number(at);
    let near = (at.saturating_sub(POINTS)..at + POINTS).filter(|other| *other != at).filter_map(number);
    near.into_iter().any(|other| {
        let next = own.and_then(|own| own.plus(Number::ONE));
        Some(other) == next || other.plus(Number::ONE) == own
    })
}

/// A number in digits with its scale: 46, 1.2万, 1亿2000万, 3.2 million.
fn scaled(scan: &Scan, at: usize, literal: &Literal) -> Quantity {
    let (zh_power, zh_next, more) = spelled_zh::scale(scan, at + 1);
    let (power, next) = if zh_next > at + 1 { (zh_power, zh_next) } else { spelled_en::scale(scan, at + 1) };
    let step = Number::scaled(1, power + i32::from(literal.last)).unwrap_or(Number::ONE);
    let value = literal.value.and_then(|value| value.shifted(power));
    let lower = spelled_zh::lower_part(scan, next, power).filter(|_| literal.places == 0);
    let whole = lower.and_then(|(more, step, digits, next)| {
        Some((value?.plus(more)?, step, literal.significant.saturating_add(digits), next))
    });
    let (value, step, digits, next) = match whole {
        Some((value, step, digits, next)) => (Some(value), step, digits, next),
        None => (value, step, literal.significant, next),
    };
    Quantity { first: at, next, value, step, digits, more, power, style: Style::Digits }
}

/// The token behind a name that a sign makes of two numbers, or of a word and a number: “9+3”, 7×24, T+0, A+轮.
fn joined_name(scan: &Scan, at: usize) -> Option<usize> {
    // “9+3”, 7×24: two numbers and a sign in one word are a name.
    if matches!(scan.what(at + 1), What::Sign('+' | '×' | '＋'))
        && scan.glued(at + 1)
        && scan.glued(at + 2)
        && matches!(scan.what(at + 2), What::Literal(_) | What::Word(_))
    {
        return Some(at + 3);
    }
    // T+0, A+轮: a sign between a word and a number makes one name of them.
    let added = matches!(scan.before(at, 1), What::Sign('+' | '＋'))
        && scan.glued(at)
        && scan.glued(at.saturating_sub(1));
    if added && matches!(scan.before(at, 2), What::Word(_)) && at >= 2 {
        return Some(at + 1);
    }
    None
}
