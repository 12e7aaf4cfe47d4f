//! By what an asker finds out whether they hold an answer already: its tag, and its date where that tells it from others.

use axum::http::header::{ETAG, IF_MODIFIED_SINCE, IF_NONE_MATCH, LAST_MODIFIED};
use axum::http::{HeaderMap, HeaderValue};
use jiff::Timestamp;

/// What distinguishes an answer from others of its address.
#[derive(Debug)]
pub(crate) struct Validators {
    etag: HeaderValue,
    modified: Option<Timestamp>,
}

impl Validators {
    /// A tag with its quotes, and when the answer changed last, where no other answer of the address has had that second.
    pub(crate) fn new(etag: &str, modified: Option<Timestamp>) -> Self {
        Self { etag: HeaderValue::from_str(etag).expect("our own tags are plain ASCII"), modified }
    }

    /// Says them to who asks.
    pub(crate) fn put_on(&self, head: &mut HeaderMap) {
        head.insert(ETAG, self.etag.clone());
        if let Some(modified) = self.modified {
            let date = HeaderValue::from_str(&http_date(modified)).expect("digits and plain words");
            head.insert(LAST_MODIFIED, date);
        }
    }

    /// Whether the asker holds this very answer. A tag says more than a date, so the date only counts without one.
    pub(crate) fn are_known(&self, asked: &HeaderMap) -> bool {
        if asked.contains_key(IF_NONE_MATCH) {
            return is_known(asked, self.etag.to_str().unwrap_or_default());
        }
        let Some(modified) = self.modified else { return false };
        let since = asked.get(IF_MODIFIED_SINCE).and_then(|value| value.to_str().ok());
        let since = since.and_then(|text| jiff::fmt::rfc2822::parse(text).ok());
        since.is_some_and(|since| modified.as_second() <= since.timestamp().as_second())
    }
}

/// Whether the asker names this tag. Tags are compared weakly, as RFC 9110 asks for GET.
pub(crate) fn is_known(headers: &HeaderMap, etag: &str) -> bool {
    let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    headers
        .get_all(IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|tag| tag.trim() == "*" || bare(tag) == bare(etag))
}

/// `Sun, 06 Nov 1994 08:49:37 GMT`
fn http_date(at: Timestamp) -> String {
    at.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderName;

    use super::*;

    #[test]
    fn a_date_is_written_as_http_wants_it() {
        let at: Timestamp = "1994-11-06T08:49:37Z".parse().expect("a time");
        assert_eq!(http_date(at), "Sun, 06 Nov 1994 08:49:37 GMT");
    }

    #[test]
    fn a_date_counts_only_where_there_is_no_tag_and_to_the_second() {
        let at: Timestamp = "1994-11-06T08:49:37.9Z".parse().expect("a time");
        let dated = Validators::new("\"a\"", Some(at));
        let asked = |pairs: &[(HeaderName, &'static str)]| {
            let pairs = pairs.iter().cloned();
            pairs.map(|(name, value)| (name, HeaderValue::from_static(value))).collect::<HeaderMap>()
        };
        let (now, before) = ("Sun, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:36 GMT");
        assert!(dated.are_known(&asked(&[(IF_MODIFIED_SINCE, now)])));
        assert!(!dated.are_known(&asked(&[(IF_MODIFIED_SINCE, before)])));
        assert!(!dated.are_known(&asked(&[(IF_MODIFIED_SINCE, now), (IF_NONE_MATCH, "\"b\"")])));
        assert!(dated.are_known(&asked(&[(IF_MODIFIED_SINCE, before), (IF_NONE_MATCH, "W/\"a\"")])));
        assert!(!Validators::new("\"a\"", None).are_known(&asked(&[(IF_MODIFIED_SINCE, now)])));
    }
}
