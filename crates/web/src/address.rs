//! Addresses in one spelling. `/w/jiangning%2D2021/en` and `/w/jiangning-2021/en` are one address (RFC 3986, 6.2.2), so what comes in
//! is spelt plainly before anything is looked up: what is kept is found, and what reads the path and what reads its parts agree.
//!
//! It is not redirected, because calendars that subscribed follow no redirects.

use std::borrow::Cow;

use axum::http::Uri;
use axum::http::uri::PathAndQuery;
use festoon_guide::url::named_in;
use percent_encoding::percent_decode_str;

/// The same address spelt plainly, where it is not already: letters, digits and `-._~` as they are, everything else that is escaped in
/// capitals. The query stays as it came; who reads one understands every spelling.
pub(crate) fn plain(uri: &Uri) -> Option<Uri> {
    let path = plain_path(uri.path())?;
    let whole = match uri.query() {
        Some(query) => format!("{path}?{query}"),
        None => path,
    };
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(PathAndQuery::try_from(whole).ok()?);
    Uri::from_parts(parts).ok()
}

/// The week that a path names, as its slug is written.
pub(crate) fn week_in(path: &str) -> Option<Cow<'_, str>> {
    let (week, _) = named_in(path);
    week.map(|week| percent_decode_str(week).decode_utf8_lossy())
}

fn plain_path(path: &str) -> Option<String> {
    if !path.contains('%') {
        return None;
    }
    let mut pieces = path.split('%');
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let Some((code, rest)) = piece.split_at_checked(2) else {
            plain.extend(["%", piece]);
            continue;
        };
        match u8::from_str_radix(code, 16) {
            Ok(byte) if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) => {
                plain.push(char::from(byte));
            }
            Ok(_) => plain.extend(["%", &code.to_ascii_uppercase()]),
            Err(_) => plain.extend(["%", code]),
        }
        plain.push_str(rest);
    }
    (plain != path).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelt(address: &str) -> Option<String> {
        let uri = address.parse().expect("an address");
        plain(&uri).map(|uri| uri.to_string())
    }

    #[test]
    fn what_needs_no_escape_is_written_out_and_the_rest_stays_escaped() {
        for (asked, wanted) in [
            ("/w/jiangning%2D2021/en", "/w/jiangning-2021/en"),
            ("/w/%6a%69/%65%6E?q=%2D", "/w/ji/en?q=%2D"),
            ("/w/%e5%8d%97/zh", "/w/%E5%8D%97/zh"),
            ("http://here.example/%7E", "http://here.example/~"),
            ("/a%2fb%2e", "/a%2Fb."),
        ] {
            assert_eq!(spelt(asked).as_deref(), Some(wanted), "{asked}");
        }
        for plain in
            ["/w/jiangning-2021/en", "/zh?q=%2d", "/a%2Fb", "/%", "/%2", "/%zz", "/%+1", "/%E5%8D%97"]
        {
            assert_eq!(spelt(plain), None, "{plain}");
        }
    }
}
