//! Numbers as a report says them: ranks without needless decimals, a true minus, per cent with the reader's spacing.

use festoon_domain::text::Lang;

/// What stands where there is no number.
pub(super) const NOTHING: &str = "—";

/// With so many decimals.
pub(super) fn number(value: f64, decimals: usize) -> String {
    let said = format!("{:.decimals$}", value.abs());
    let is_nought = said.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    if value < 0.0 && !is_nought { format!("−{said}") } else { said }
}

/// A score: two decimals, which tell ranks apart and promise no more.
pub(super) fn score(value: Option<f64>) -> String {
    value.map_or_else(|| NOTHING.to_owned(), |value| number(value, 2))
}

/// A change of score: with its sign.
pub(super) fn change(value: Option<f64>) -> String {
    let signed = |value: f64| {
        let said = number(value, 2);
        if value > 0.0 { format!("+{said}") } else { said }
    };
    value.map_or_else(|| NOTHING.to_owned(), signed)
}

/// A rank: whole, or a half where equals share their mean.
pub(super) fn rank(value: f64) -> String {
    if value.fract() == 0.0 { format!("{value:.0}") } else { format!("{value:.1}") }
}

/// A rank that need not be there.
pub(super) fn rank_or_not(value: Option<f64>) -> String {
    value.map_or_else(|| NOTHING.to_owned(), rank)
}

/// Two ranks and all between.
pub(super) fn ranks(low: f64, high: f64) -> String {
    let (low, high) = (rank(low), rank(high));
    if low == high { low } else { format!("{low}–{high}") }
}

/// How many places it rose or fell: a shape and a number.
pub(super) fn climbed(places: Option<f64>) -> String {
    match places {
        None => NOTHING.to_owned(),
        Some(places) if places > 0.0 => format!("▲ {}", rank(places)),
        Some(places) if places < 0.0 => format!("▼ {}", rank(-places)),
        Some(_) => "=".to_owned(),
    }
}

/// A share of one: whole per cent, with a decimal below ten.
pub(super) fn percent(share: f64, lang: Lang) -> String {
    let percent = share * 100.0;
    // From 9.95 on a decimal would round to 10.0.
    let decimals = usize::from(percent.abs() < 9.95 && percent.fract() != 0.0);
    let said = number(percent, decimals);
    match lang {
        Lang::Zh => format!("{said}%"),
        Lang::En => format!("{said} %"),
    }
}

/// As measured: what was given, however small, without needless decimals.
pub(super) fn plain(value: f64) -> String {
    let size = value.abs();
    if value != 0.0 && !(1e-4..1e15).contains(&size) {
        return format!("{value:e}").replace('-', "−");
    }
    let said = format!("{size:.4}");
    let said = said.trim_end_matches('0').trim_end_matches('.');
    if value < 0.0 { format!("−{said}") } else { said.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_said_without_needless_decimals() {
        assert_eq!([rank(3.0), rank(2.5)], ["3", "2.5"]);
        assert_eq!([ranks(1.0, 1.0), ranks(2.0, 4.5)], ["1", "2–4.5"]);
        assert_eq!(
            [plain(180.0), plain(-0.25), plain(0.000_012), plain(0.0)],
            ["180", "−0.25", "1.2e−5", "0"]
        );
    }

    #[test]
    fn a_change_that_rounds_to_nothing_has_no_minus() {
        assert_eq!([number(-0.001, 2), number(-1.5, 2)], ["0.00", "−1.50"]);
        assert_eq!([change(Some(0.5)), change(Some(-0.5)), change(None)], ["+0.50", "−0.50", "—"]);
    }

    #[test]
    fn per_cent_stand_apart_in_english_only() {
        assert_eq!(
            [
                percent(0.385, Lang::Zh),
                percent(0.05, Lang::En),
                percent(0.012, Lang::En),
                percent(0.0999, Lang::En)
            ],
            ["38%", "5 %", "1.2 %", "10 %"]
        );
    }

    #[test]
    fn places_moved_have_a_shape() {
        assert_eq!(
            [climbed(Some(2.0)), climbed(Some(-1.0)), climbed(Some(0.0)), climbed(None)],
            ["▲ 2", "▼ 1", "=", "—"]
        );
    }
}
