//! Numbers, hedges and money as they are said: `近 500 亿元`, `nearly ¥50 billion`, with the exact value beside.

use festoon_domain::figures::{Hedge, Measure};
use festoon_domain::text::Lang;

/// A number as said, in the three pieces a page sets in different sizes, and as it exactly is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// `近`, `nearly`; empty if exact.
    pub before: &'static str,
    /// `500`, `¥50`.
    pub number: String,
    /// `亿元`, ` billion`, `余 个`; may be empty.
    pub after: String,
    /// `50,000,000,000 元`, `¥50,000,000,000`: for hover, print and machines' readers.
    pub exact: String,
    /// The value itself.
    pub value: i64,
}

impl Said {
    /// All of it in one string.
    #[must_use]
    pub fn plain(&self) -> String {
        format!("{}{}{}", self.before, self.number, self.after)
    }

    /// Whether the exact value says more than the words.
    #[must_use]
    pub fn is_rounded(&self) -> bool {
        self.exact.trim() != self.plain().trim()
    }
}

/// A figure's number with its hedge.
#[must_use]
pub fn figure(measure: Measure, value: i64, hedge: Hedge, lang: Lang) -> Said {
    if measure == Measure::InvestmentTotal {
        return hedged_money(value, hedge, lang);
    }
    let (before, number, exact) = (hedge_before(hedge, lang), grouped(value), grouped(value));
    let after = match lang {
        // 余 follows the number in Chinese: 150余个.
        Lang::Zh if hedge == Hedge::MoreThan => format!(" 余{}", counter(measure)),
        Lang::Zh => format!(" {}", counter(measure)),
        Lang::En => String::new(),
    };
    let exact = match lang {
        Lang::Zh => format!("{exact} {}", counter(measure)),
        Lang::En => exact,
    };
    Said { before, number, after, exact, value }
}

/// An amount in yuan: `496 亿元`, `¥49.6 billion`.
#[must_use]
pub fn money(yuan: i64, lang: Lang) -> Said {
    hedged_money(yuan, Hedge::Exactly, lang)
}

fn hedged_money(yuan: i64, hedge: Hedge, lang: Lang) -> Said {
    let (sign, magnitude) = (if yuan < 0 { "−" } else { "" }, yuan.unsigned_abs());
    let steps: &[(u64, &str)] = match lang {
        Lang::Zh => &[(100_000_000, " 亿元"), (10_000, " 万元")],
        Lang::En => &[(1_000_000_000, " billion"), (1_000_000, " million")],
    };
    let (step, name) = steps.iter().find(|(step, _)| magnitude >= *step).copied().unwrap_or((
        1,
        match lang {
            Lang::Zh => " 元",
            Lang::En => "",
        },
    ));
    let number = hundredths(magnitude, step);
    let before = match (hedge, lang) {
        (Hedge::MoreThan, Lang::Zh) => "超 ",
        _ => hedge_before(hedge, lang),
    };
    let (number, exact) = match lang {
        Lang::Zh => (format!("{sign}{number}"), format!("{} 元", grouped(yuan))),
        Lang::En => (format!("{sign}¥{number}"), format!("¥{}", grouped(yuan))),
    };
    Said { before, number, after: name.to_owned(), exact, value: yuan }
}

/// The hedge where it stands before the number.
const fn hedge_before(hedge: Hedge, lang: Lang) -> &'static str {
    match (hedge, lang) {
        (Hedge::Exactly, _) | (Hedge::MoreThan, Lang::Zh) => "",
        (Hedge::Nearly, Lang::Zh) => "近 ",
        (Hedge::Nearly, Lang::En) => "nearly ",
        (Hedge::MoreThan, Lang::En) => "more than ",
        (Hedge::About, Lang::Zh) => "约 ",
        (Hedge::About, Lang::En) => "about ",
    }
}

/// The Chinese measure word.
const fn counter(measure: Measure) -> &'static str {
    match measure {
        Measure::Activities | Measure::KeyActivities => "项",
        Measure::ThemeForums | Measure::SummitForums => "场",
        Measure::Projects | Measure::SignedOverOneBillion => "个",
        Measure::InvestmentTotal => "元",
        Measure::Exhibits => "件",
        Measure::Chains => "条",
        Measure::ExhibitionPoints | Measure::Checkpoints => "处",
    }
}

/// With at most two decimals, rounded half up, without trailing zeros.
fn hundredths(magnitude: u64, step: u64) -> String {
    let scaled = (u128::from(magnitude) * 100 + u128::from(step) / 2) / u128::from(step);
    let (whole, rest) = (scaled / 100, scaled % 100);
    let whole = grouped(i64::try_from(whole).unwrap_or(i64::MAX));
    match rest {
        0 => whole,
        rest if rest.is_multiple_of(10) => format!("{whole}.{}", rest / 10),
        rest => format!("{whole}.{rest:02}"),
    }
}

/// With a comma between thousands.
#[must_use]
pub fn grouped(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut grouped = String::from(if value < 0 { "−" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_said_in_each_languages_own_steps() {
        assert_eq!(money(49_600_000_000, Lang::Zh).plain(), "496 亿元");
        assert_eq!(money(49_600_000_000, Lang::En).plain(), "¥49.6 billion");
        assert_eq!(money(49_600_000_000, Lang::En).exact, "¥49,600,000,000");
        assert_eq!(money(1_234_567, Lang::Zh).plain(), "123.46 万元");
        assert_eq!(money(1_205_000, Lang::En).plain(), "¥1.21 million");
        assert_eq!(money(999, Lang::Zh).plain(), "999 元");
        assert_eq!(money(-49_600_000_000, Lang::En).plain(), "−¥49.6 billion");
    }

    #[test]
    fn the_hedge_is_part_of_the_statement() {
        let said = |hedge, lang| figure(Measure::InvestmentTotal, 50_000_000_000, hedge, lang).plain();
        assert_eq!(said(Hedge::Nearly, Lang::Zh), "近 500 亿元");
        assert_eq!(said(Hedge::Nearly, Lang::En), "nearly ¥50 billion");
        assert_eq!(said(Hedge::MoreThan, Lang::Zh), "超 500 亿元");
        let count = |lang| figure(Measure::Exhibits, 370, Hedge::MoreThan, lang).plain();
        assert_eq!(count(Lang::Zh), "370 余件");
        assert_eq!(count(Lang::En), "more than 370");
    }

    #[test]
    fn an_amount_that_rounds_says_so() {
        assert!(money(49_612_345_678, Lang::Zh).is_rounded());
        assert!(!figure(Measure::Activities, 48, Hedge::Exactly, Lang::Zh).is_rounded());
    }
}
