//! Numbers in digits, as they are written: full-width or not, grouped or not, with a point, or so that they are no number at all.

use super::special::{code_end, is_picture, pointed_day, scientific, special};
use crate::claim::Oddity;
use crate::number::Number;

/// Digits, read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Literal {
    /// Nothing when it is too large to calculate with.
    pub(crate) value: Option<Number>,
    /// Digits behind the point.
    pub(crate) places: u8,
    /// Significant digits: without zeros in front, and behind when there is no point.
    pub(crate) significant: u8,
    /// The exponent of the last digit that is not zero.
    pub(crate) last: i8,
    /// How many digits stand before the point.
    pub(crate) whole: u8,
    /// Whether commas group them.
    pub(crate) grouped: bool,
    /// What is strange about it.
    pub(crate) oddity: Option<Oddity>,
    /// How it goes on.
    pub(crate) form: Form,
}

/// What a literal is beside a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Nothing else.
    Plain,
    /// 2021-06-21
    Day(u16, u8, u8),
    /// 9:30
    Clock(u8, u8),
    /// 5th
    Ordinal,
    /// 1/3
    Fraction(u16, u16),
}

/// More digits than this are read as too many.
const DIGITS: usize = 27;

/// What begins at `at`, and its end; nothing for a code, a version, a telephone number.
pub(crate) fn read(text: &str, at: usize) -> (usize, Option<Literal>) {
    let mut digits = Digits::default();
    let mut here = at;
    let mut places = 0_usize;
    let mut grouped = false;
    let mut oddity = None;
    let first = run(text, here, &mut digits);
    let zero = digits.first_zero && first.1 > 1;
    here = first.0;
    let mut whole = first.1;
    // Before a Chinese character nothing goes on.
    if matches!(text.as_bytes().get(here), Some(0xE3..=0xEE)) {
        return (here, Some(valued(&digits, (whole, 0), false, zero.then_some(Oddity::LeadingZeros))));
    }

    while let Some(next) = group(text, here, whole).or_else(|| spaced(text, at, here)) {
        let (end, count) = run(text, next, &mut digits);
        if count != 3 && !grouped && whole > 3 {
            break;
        }
        (grouped, here, whole) = (true, end, whole + count);
        if count != 3 {
            oddity = Some(Oddity::Grouping);
        }
    }
    if let Some(next) = point(text, here) {
        let (end, count) = run(text, next, &mut digits);
        (here, places) = (end, count);
        if point(text, here).is_some() {
            // 2024.05.16
            if let Some(day) = pointed_day(text, at, &digits) {
                return day;
            }
            // 2.2.1 is a version, 192.168.0.1 an address.
            return (code_end(text, here), None);
        }
    }
    let plain = !grouped && places == 0;
    if plain && let Some(special) = special(text, at, here, &digits, whole) {
        return special;
    }
    let exponent = scientific(text, here);
    if let Some(end) = exponent {
        let literal =
            Literal { oddity: Some(Oddity::TooLarge), ..digits.literal(None, whole, places, grouped) };
        return (end, Some(literal));
    }
    let oddity = if zero { Some(Oddity::LeadingZeros) } else { oddity };
    after_letters(text, here, valued(&digits, (whole, places), grouped, oddity))
}

/// The number of digits, so many before the point and behind it.
fn valued(
    digits: &Digits,
    (whole, places): (usize, usize),
    grouped: bool,
    oddity: Option<Oddity>,
) -> Literal {
    let value = (digits.count <= DIGITS)
        .then(|| Number::scaled(digits.value, -i32::try_from(places).unwrap_or(i32::MAX)))
        .flatten();
    let oddity = if value.is_none() { Some(Oddity::TooLarge) } else { oddity };
    Literal { oddity, ..digits.literal(value, whole, places, grouped) }
}

/// What stands directly behind digits: 5th, 174k, 5G.
fn after_letters(text: &str, here: usize, mut literal: Literal) -> (usize, Option<Literal>) {
    let rest = &text.as_bytes()[here..];
    let letters = rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    if letters == 0 {
        return (here, Some(literal));
    }
    let mut lower = [0; 8];
    let Some(lower) = lower.get_mut(..letters) else { return (code_end(text, here), None) };
    lower.copy_from_slice(&rest[..letters]);
    lower.make_ascii_lowercase();
    let behind = rest.get(letters).copied().unwrap_or(b' ');
    match &*lower {
        b"st" | b"nd" | b"rd" | b"th" => {
            literal.form = Form::Ordinal;
            (here + letters, Some(literal))
        }
        _ if behind.is_ascii_digit() => (code_end(text, here), None),
        // “an 8.8x rise”, but “2X”
        b"x" if rest[0] == b'x' => (here, Some(literal)),
        b"k" | b"m" | b"bn" | b"mn" | b"b" | b"tn" | b"mln" | b"bln" | b"am" | b"pm" | b"a" | b"p"
        | b"km" | b"gwh" | b"mwh" | b"nm" | b"mah" | b"kwh" | b"mw" | b"h" | b"pp" | b"ppt" | b"sqm"
        | b"gbps" | b"ha" | b"min" | b"yuan" | b"rmb" | b"cny" | b"usd" | b"eur" | b"gbp" | b"million"
        | b"billion" | b"trillion" | b"v" | b"w" | b"eflops" | b"mflops" | b"gflops" | b"qps" | b"tps"
        | b"thousand" | b"wh" | b"twh" | b"kv" | b"kva" | b"ghz" | b"mhz" | b"khz" | b"hz" | b"mbps"
        | b"kbps" | b"tbps" | b"mg" | b"ml" | b"kpa" | b"mpa" | b"teu" | b"mph" | b"kph" | b"rpm"
        | b"fps" | b"ppm" | b"dwt" | b"kwp" | b"mwp" | b"gwp" | b"tops" | b"tflops" | b"pflops" | b"um"
        | b"db" | b"lbs" | b"lb" | b"ft" | b"mt" | b"kt" | b"sqft" | b"pb" | b"mb" | b"mins" | b"secs"
        | b"yrs" | b"mio" | b"trn" | b"hkd" | b"jpy" | b"pct" | b"euros" | b"dollars" | b"pounds"
        | b"yen" | b"won" | b"hrs" | b"kg" | b"gb" | b"tb" | b"gw" | b"kw" | b"cm" | b"mm" | b"pc" => {
            let capital_code =
                matches!(rest[0], b'K' | b'M' | b'B' | b'A' | b'P' | b'V' | b'W') && letters == 1;
            // 4K is a resolution, 20K a number; a lone capital behind one digit names something.
            if capital_code && literal.whole <= 1 && literal.places == 0 {
                return (code_end(text, here), None);
            }
            // 国产910B芯片: beside Chinese characters a capital names a model.
            let chinese = text[here + letters..].chars().next().is_some_and(super::token::is_cjk)
                || text[..here].trim_end_matches(|digit: char| digit.is_ascii_digit()).ends_with('-');
            if matches!(rest[0], b'B' | b'M') && letters == 1 && literal.places == 0 && chinese {
                return (code_end(text, here), None);
            }
            // 1000P算力, but 1080P
            if rest[0] == b'P' && letters == 1 && literal.whole > 2 && !is_picture(&literal) {
                return (here, Some(literal));
            }
            if matches!(rest[0], b'v' | b'w') && letters == 1 {
                return (code_end(text, here), None);
            }
            if matches!(&*lower, b"a" | b"p") && behind != b'.' {
                return (code_end(text, here), None);
            }
            (here, Some(literal))
        }
        _ => (code_end(text, here), None),
    }
}

/// The digits of one number.
#[derive(Default)]
pub(in crate::find) struct Digits {
    pub(in crate::find) value: i128,
    pub(in crate::find) count: usize,
    pub(in crate::find) first_zero: bool,
    significant: usize,
    zeros: usize,
}

impl Digits {
    fn take(&mut self, digit: u8) {
        self.first_zero |= self.count == 0 && digit == 0;
        self.count += 1;
        if self.significant > 0 || digit > 0 {
            self.significant += 1;
        }
        self.zeros = if digit == 0 { self.zeros + 1 } else { 0 };
        if self.count <= DIGITS {
            self.value = self.value * 10 + i128::from(digit);
        }
    }

    pub(in crate::find) fn literal(
        &self,
        value: Option<Number>,
        whole: usize,
        places: usize,
        grouped: bool,
    ) -> Literal {
        let small = |count: usize| u8::try_from(count).unwrap_or(u8::MAX);
        let last = i8::try_from(self.zeros)
            .unwrap_or(i8::MAX)
            .saturating_sub(i8::try_from(places).unwrap_or(i8::MAX));
        // Zeros behind a point are stated on purpose, those before it may be rounding.
        let dropped = if places > 0 { 0 } else { self.zeros.min(self.significant) };
        Literal {
            value,
            places: small(places),
            significant: small(self.significant - dropped),
            last: if self.value == 0 { 0 } else { last },
            whole: small(whole),
            grouped,
            oddity: None,
            form: Form::Plain,
        }
    }
}

/// Takes the run of digits at `at`: its end and how many there were.
pub(in crate::find) fn run(text: &str, at: usize, digits: &mut Digits) -> (usize, usize) {
    let mut end = at;
    let mut count = 0;
    let bytes = text.as_bytes();
    while let Some(digit @ b'0'..=b'9') = bytes.get(end) {
        digits.take(digit - b'0');
        (end, count) = (end + 1, count + 1);
    }
    // Digits of full width are three bytes long.
    if bytes.get(end) != Some(&0xEF) {
        return (end, count);
    }
    for letter in text[end..].chars() {
        let digit = match letter {
            '0'..='9' => u32::from(letter) - u32::from('0'),
            '０'..='９' => u32::from(letter) - u32::from('０'),
            _ => break,
        };
        digits.take(u8::try_from(digit).unwrap_or(0));
        end += letter.len_utf8();
        count += 1;
    }
    (end, count)
}

/// Where the digits of a group begin, when one of three follows a grouping sign.
fn group(text: &str, here: usize, before: usize) -> Option<usize> {
    let sign = text[here..]
        .chars()
        .next()
        .filter(|sign| matches!(sign, ',' | '，' | '\u{a0}' | '\u{2009}' | '\u{202f}'))?;
    let next = here + sign.len_utf8();
    let count = text[next..].chars().take(4).take_while(|letter| is_digit(*letter)).count();
    let odd = sign == ',' && before <= 3 && (1..3).contains(&count);
    let odd = odd
        && text[next..].chars().nth(count) == Some(',')
        && text[next..].chars().nth(count + 1).is_some_and(is_digit);
    (count == 3 && before > 0 && (before <= 3 || before.is_multiple_of(3))
        || count == 3 && before > 3 && before < 30
        || odd)
        .then_some(next)
}

/// 20 000 people: where the digits of a group behind a blank begin, in prose of words in small letters.
///
/// Columns of a table, “Hall 3 100 seats” and “5 May 300” have another number, a name or a month beside them.
fn spaced(text: &str, at: usize, here: usize) -> Option<usize> {
    let so_far = &text.as_bytes()[at..here];
    let whole = so_far.iter().position(|byte| *byte == b' ').unwrap_or(so_far.len());
    let digits = so_far.iter().all(|byte| byte.is_ascii_digit() || *byte == b' ');
    let [b' ', rest @ ..] = &text.as_bytes()[here..] else { return None };
    let group = rest.iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
    if !digits || !(1..=3).contains(&whole) || group != 3 || so_far.first() == Some(&b'0') {
        return None;
    }
    let goes_on = matches!(rest[3..], [b' ', next, ..] if next.is_ascii_lowercase() || next.is_ascii_digit());
    let lead = text[..at].trim_end_matches(' ').rsplit([' ', '\n']).next().unwrap_or_default();
    let prose = lead.trim_end_matches(',').bytes().all(|byte| byte.is_ascii_lowercase());
    (goes_on && prose).then_some(here + 1)
}

pub(in crate::find) fn point(text: &str, here: usize) -> Option<usize> {
    let sign = text[here..].chars().next().filter(|sign| matches!(sign, '.' | '．'))?;
    let next = here + sign.len_utf8();
    text[next..].chars().next().is_some_and(is_digit).then_some(next)
}

fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit() || ('０'..='９').contains(&letter)
}
