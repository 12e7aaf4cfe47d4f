//! The walk through a paragraph: at each token, whatever could begin a figure is tried, the longest reading first.

use super::codes::{
    groups_end, is_address, is_call, is_listed, is_placed, is_scale, is_turn, named_end, pair_end,
};
use super::hedge::hedge_before;
use super::label::is_labelled;
use super::literal::{Form, Literal};
use super::multiple::{between_parts, doubling, every_so_many, halving, hour_and_a_half, with_half};
use super::scan::{Quantity, Reading, Scan, Style};
use super::sense::Sense;
use super::token::{Case, What};
use super::{amount, calendar_en, calendar_zh, clock, clock_en, context, ordinal, spelled_en, spelled_zh};
use crate::claim::{Change, Claim, Hedge, Kind, Oddity, Role, UnitFrom, Value};
use crate::number::Number;
use crate::unit::{Currency, Unit};

/// A figure while it is being read, in tokens instead of bytes.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) first: usize,
    pub(super) next: usize,
    /// Where its number begins and ends.
    pub(super) number: (usize, usize),
    pub(super) kind: Kind,
    pub(super) value: Value,
    pub(super) unit: Option<Unit>,
    pub(super) unit_from: UnitFrom,
    pub(super) currency: Option<Currency>,
    pub(super) hedge: Option<Hedge>,
    pub(super) change: Option<Change>,
    pub(super) role: Role,
    pub(super) step: Number,
    pub(super) digits: u8,
    pub(super) oddity: Option<Oddity>,
}

impl Draft {
    /// A figure of a kind and a value, from a token to another, without anything around it.
    pub(super) fn new(first: usize, next: usize, kind: Kind, value: Value) -> Self {
        Self {
            first,
            next,
            number: (first, next),
            kind,
            value,
            unit: None,
            unit_from: UnitFrom::Words,
            currency: None,
            hedge: None,
            change: None,
            role: Role::Stated,
            step: Number::ONE,
            digits: 1,
            oddity: None,
        }
    }
}

/// What trying to read a figure came to.
pub(super) enum Found {
    Figure(Draft),
    /// No figure; the token to go on from.
    Skip(usize),
}

/// Reads the figures of one paragraph.
pub(super) struct Finder<'a> {
    pub(super) scan: Scan<'a>,
    pub(super) drafts: Vec<Draft>,
}

impl<'a> Finder<'a> {
    pub(super) fn new(scan: Scan<'a>) -> Self {
        Self { scan, drafts: Vec::new() }
    }

    /// The claims of the paragraph.
    pub(super) fn run(mut self) -> Vec<Claim> {
        let mut at = 0;
        while at < self.scan.tokens.len() {
            at = match self.begin(at) {
                None => at + 1,
                Some(Found::Skip(next)) => next.max(at + 1),
                Some(Found::Figure(draft)) => {
                    let next = draft.next.max(at + 1);
                    self.drafts.push(draft);
                    next
                }
            };
        }
        context::date_rows(&self.scan, &mut self.drafts);
        context::finish(&self.scan, &self.drafts)
    }

    /// The first token that no figure has taken.
    pub(super) fn floor(&self) -> usize {
        self.drafts.last().map_or(0, |draft| draft.next)
    }

    fn begin(&self, at: usize) -> Option<Found> {
        let scan = &self.scan;
        match scan.what(at) {
            What::Nth => Some(ordinal::chinese(scan, at)),
            What::Literal(literal) => Some(self.literal(at, literal.form)),
            What::Numeral(_) => Some(self.numeral(at)),
            What::Known(Sense::Month(_)) => calendar_en::month_first(scan, at).map(Found::Figure),
            What::Known(Sense::Multiple(times, change)) => self.multiple(at, times, change),
            What::Known(Sense::Ordinal(of)) => calendar_en::quarter(scan, at, of)
                .or_else(|| every_so_many(scan, at, of))
                .or_else(|| ordinal::spelled(self, at, of))
                .map(Found::Figure),
            What::Known(Sense::Part(2)) if clock_en::half_past(scan, at).is_some() => {
                clock_en::words_to_words(scan, at)
                    .or_else(|| clock_en::half_past(scan, at))
                    .map(Found::Figure)
            }
            What::Known(Sense::Part(4)) => clock_en::half_past(scan, at).map(Found::Figure),
            What::Known(
                Sense::Small(_) | Sense::Tens(_) | Sense::Part(2) | Sense::Dozen | Sense::Power(_),
            )
            | What::Word(Case::Small | Case::Capital) => self.spelled(at),
            What::Known(Sense::Plain) => hour_and_a_half(scan, at).map(Found::Figure),
            What::Code => calendar_en::quarter_code(scan, at).map(Found::Figure),
            What::Other if scan.letters(at) == "翻" => doubling(scan, at),
            _ => None,
        }
    }

    fn literal(&self, at: usize, form: Form) -> Found {
        let scan = &self.scan;
        let What::Literal(literal) = scan.what(at) else { return Found::Skip(at + 1) };
        match form {
            Form::Day(year, month, day) => return calendar_zh::iso(scan, at, (year, month, day)),
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
            && matches!(scan.what(at - 1), What::Sign(':' | ',' | ';'))
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
            let houses = matches!(scan.letters(at + 3), "栋" | "幢" | "单元");
            return Found::Skip(if houses { at + 3 } else { at + 1 });
        }
        if let Some(time) = clock_en::shop_hours(scan, at).or_else(|| clock_en::near_hour(scan, at)) {
            return Found::Figure(time);
        }
        if let Some(next) =
            pair_end(scan, at).or_else(|| groups_end(scan, at)).or_else(|| named_end(scan, at))
        {
            return Found::Skip(next);
        }
        // “between Exits 12 and 14 until 28 May”
        let listed = scan.is_any(at.wrapping_sub(1), &["and", "to"])
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
        if let Some(year) = calendar_en::year(scan, at) {
            return year;
        }
        let quantity = scaled(scan, at, &literal);
        let next = quantity.next;
        let of = quantity.power == 0 && literal.places == 0 && literal.whole <= 2;
        // “10 o’clock”
        if of && let Some(time) = clock_en::o_clock(scan, quantity) {
            return Found::Figure(time);
        }
        let part = of.then(|| spelled_en::one_in(scan, quantity)).flatten();
        let quantity = part.unwrap_or_else(|| with_half(scan, quantity));
        amount::figure(self, quantity).map_or(Found::Skip(next), Found::Figure)
    }

    fn numeral(&self, at: usize) -> Found {
        let scan = &self.scan;
        if let Some(found) =
            clock::read(scan, at).map(Found::Figure).or_else(|| calendar_zh::spelled(scan, at))
        {
            return found;
        }
        if let Some(half) = halving(scan, at) {
            return Found::Figure(half);
        }
        match spelled_zh::read(scan, at) {
            None => Found::Skip(at + 1),
            Some(Reading::Skip(next)) => Found::Skip(next),
            Some(Reading::Number(quantity)) if is_placed(scan, at, quantity.next) => {
                Found::Skip(quantity.next)
            }
            Some(Reading::Number(quantity)) => {
                amount::figure(self, quantity).map_or(Found::Skip(quantity.next), Found::Figure)
            }
        }
    }

    fn spelled(&self, at: usize) -> Option<Found> {
        let quantity = spelled_en::read(&self.scan, at)?;
        // “the second half”: which one, and no share.
        let which = ["first", "second", "latter", "opening", "closing", "top", "bottom"];
        if self.scan.sense(at) == Some(Sense::Part(2)) && self.scan.is_any(at.wrapping_sub(1), &which) {
            return Some(Found::Skip(at + 1));
        }
        if is_labelled(&self.scan, at) || is_in_name(&self.scan, at, quantity.next) {
            return Some(Found::Skip(quantity.next));
        }
        if self.scan.is(at.wrapping_sub(1), "between") && self.scan.is(quantity.next, "and") {
            let article = usize::from(self.scan.is(quantity.next + 1, "one"));
            let half =
                usize::from(self.scan.is(quantity.next + 1, "a") && self.scan.is(quantity.next + 2, "half"));
            let to = spelled_en::read(&self.scan, quantity.next + 1 + article.max(half));
            if let Some(parts) = between_parts(quantity, to) {
                return Some(Found::Figure(parts));
            }
        }
        let timed = ["past", "minutes", "minute", "this", "tomorrow", "in", "tonight", "o"];
        if self.scan.is_any(quantity.next, &["to", "until", "till"])
            && let Some(hours) = clock_en::words_to_words(&self.scan, at)
        {
            return Some(Found::Figure(hours));
        }
        if !self.scan.is_any(quantity.next, &timed) {
            return Some(amount::figure(self, quantity).map_or(Found::Skip(quantity.next), Found::Figure));
        }
        let late = self.drafts.iter().rev().take(8).any(
            |draft| matches!(draft.value, Value::Time(time) if draft.kind == Kind::Time && time.hour() >= 17),
        );
        if let Some(time) =
            clock_en::o_clock(&self.scan, quantity).or_else(|| clock_en::in_words(&self.scan, quantity, late))
        {
            return Some(Found::Figure(time));
        }
        Some(amount::figure(self, quantity).map_or(Found::Skip(quantity.next), Found::Figure))
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

    /// “doubled”, “twice as many”, “halved”; “double-decker” and “double room” are no figures.
    fn multiple(&self, at: usize, times: u32, change: Change) -> Option<Found> {
        let scan = &self.scan;
        let word = scan.letters(at);
        let adjective = word.eq_ignore_ascii_case("double")
            || word.eq_ignore_ascii_case("triple")
            || word.eq_ignore_ascii_case("treble");
        let as_often = scan.is(at + 1, "as") && word.eq_ignore_ascii_case("twice");
        if as_often && matches!(scan.what(at + 2), What::Word(Case::Small) | What::Known(_)) {
            let mut draft = Draft::new(at, at + 3, Kind::Factor, Value::Number(Number::whole(2)));
            (draft.unit, draft.change) = (Some(Unit::Times), Some(change));
            return Some(Found::Figure(draft));
        }
        let bound = scan.is_sign(at + 1, '-') || scan.is_sign(at.wrapping_sub(1), '-') && scan.glued(at);
        let of_old = scan.is_any(
            at + 1,
            &[
                "the",
                "that",
                "last",
                "last year",
                "as",
                "what",
                "to",
                "from",
                "compared",
                "its",
                "on",
                "their",
                "his",
                "her",
                "our",
                "this",
            ],
        );
        if bound || adjective && !of_old || word.eq_ignore_ascii_case("twice") && !of_old {
            return None;
        }
        let value = if times == 0 { Number::fraction(1, 2)? } else { Number::whole(times) };
        // “half as much again”
        let again =
            times == 0 && scan.is_any(at, &["half as much", "half as many"]) && scan.is(at + 1, "again");
        let value = if again { Number::fraction(3, 2)? } else { value };
        let mut draft = Draft::new(at, at + 1 + usize::from(again), Kind::Factor, Value::Number(value));
        (draft.unit, draft.change) = (Some(Unit::Times), Some(change));
        if let Some((hedge, first)) = hedge_before(scan, at, self.floor()) {
            (draft.hedge, draft.first) = (Some(hedge), first);
        }
        Some(Found::Figure(draft))
    }
}

/// “the Seven Bridges Museum”: a number with a capital in the middle of a sentence, and a name behind it.
fn is_in_name(scan: &Scan, at: usize, next: usize) -> bool {
    let upper = |at: usize| scan.letters(at).starts_with(|first: char| first.is_ascii_uppercase());
    let small = scan.letters(at.wrapping_sub(1)).starts_with(|first: char| first.is_ascii_lowercase());
    at > 0 && small && upper(at) && upper(next)
}

/// Whether the number before or behind it stands with a full stop as well: 1. and 2.
fn is_one_of_list(scan: &Scan, at: usize) -> bool {
    let number = |at: usize| match scan.what(at) {
        What::Literal(literal) if literal.places == 0 && literal.whole <= 2 && scan.is_sign(at + 1, '.') => {
            literal.value
        }
        _ => None,
    };
    let own = number(at);
    let near = (at.saturating_sub(24)..at + 24).filter(|other| *other != at).filter_map(number);
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
