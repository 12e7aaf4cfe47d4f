//! The part of an address after its question mark, which anybody may write and messengers add to.

use std::borrow::Cow;

/// The last value of a name that is not empty; escapes undone, what is no UTF-8 replaced. Reads the query once and keeps nothing.
#[must_use]
pub fn last_of<'q>(query: &'q str, name: &str) -> Option<Cow<'q, str>> {
    let pairs = form_urlencoded::parse(query.as_bytes());
    pairs.filter(|(found, _)| found == name).last().map(|(_, value)| value).filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_of_a_name_counts_and_what_is_not_text_does_no_harm() {
        let of = |query: &'static str| last_of(query, "venue").map(Cow::into_owned);
        assert_eq!(of("venue=a&kind=talk&venue=b"), Some("b".into()));
        assert_eq!(of("venue=a&venue="), None);
        assert_eq!(of("venue"), None);
        assert_eq!(of("&&=&=venue&?venue=a"), None);
        assert_eq!(of("v%65nue=%E7%81%AF+x"), Some("灯 x".into()));
        assert_eq!(of("venue=%ff%00%"), Some("\u{fffd}\0%".into()));
    }
}
