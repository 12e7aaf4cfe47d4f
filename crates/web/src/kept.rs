//! An answer that is kept: its bytes, compressed once, and the headers that go with them.
//!
//! Compressing a page costs more than everything else about it, so it is done when the page is rendered and never again. Of what
//! is large only the compressed bytes stay in memory; who cannot read those has them unpacked while they are sent.

use std::io::Write as _;

use axum::body::{Body, Bytes};
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_LENGTH,
    CONTENT_TYPE, ETAG, IF_MODIFIED_SINCE, IF_NONE_MATCH, LAST_MODIFIED, VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use festoon_domain::text::Lang;
use festoon_guide::Guide;
use festoon_guide::assets::fingerprint;
use flate2::Compression;
use flate2::write::GzEncoder;
use jiff::Timestamp;

use crate::files::is_known;
use crate::headers;
use crate::unpacked::Unpacked;

/// Smaller answers gain nothing from being compressed.
const LEAST_COMPRESSED: usize = 860;

/// Of larger answers only the compressed bytes are kept.
const MOST_KEPT_PLAIN: usize = 512 * 1024;

/// What was rendered at an address.
#[derive(Debug)]
pub(crate) struct Rendered {
    /// Its bytes.
    pub(crate) body: Vec<u8>,
    /// `text/html; charset=utf-8`
    pub(crate) media_type: &'static str,
    /// The language it is in, if it is in one.
    pub(crate) lang: Option<Lang>,
    /// Who may read it from a page of another site.
    pub(crate) reach: Reach,
}

/// Whose pages may read an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Ours alone.
    Ours,
    /// Everybody's: it is made for other programs.
    Everybody,
}

/// A rendered answer with its headers.
#[derive(Debug)]
pub(crate) struct Kept {
    /// The headers of a whole answer but for its encoding.
    head: HeaderMap,
    etag: String,
    modified: Option<Timestamp>,
    length: usize,
    plain: Option<Bytes>,
    gzip: Option<Bytes>,
}

impl Kept {
    /// Keeps what was rendered of a guide. An answer changes when the release does, or the notices over it, or this program.
    pub(crate) fn new(rendered: Rendered, guide: &Guide) -> Self {
        let release = guide.release();
        Self::dated(rendered, release.map_or(0, |release| release.number), guide.modified())
    }

    /// The same for what is of no week, which has no date: its tag alone tells whether it is the same.
    pub(crate) fn of_no_week(rendered: Rendered) -> Self {
        Self::dated(rendered, 0, None)
    }

    fn dated(rendered: Rendered, number: u32, modified: Option<Timestamp>) -> Self {
        // Release and address would do within one run of one program. But the next version of this program renders an old
        // release differently, and a browser must not go on with a page whose styles are gone.
        let etag = format!("W/\"{number}-{:016x}\"", fingerprint(&rendered.body));

        let mut head = HeaderMap::with_capacity(16);
        let mut put = |name, value: &str| {
            let value = HeaderValue::from_str(value).expect("our own words are plain ASCII");
            head.insert(name, value);
        };
        put(ETAG, &etag);
        put(CACHE_CONTROL, "public, max-age=0, must-revalidate");
        put(CONTENT_TYPE, rendered.media_type);
        put(VARY, "accept-encoding");
        if let Some(modified) = modified {
            put(LAST_MODIFIED, &http_date(modified));
        }
        if let Some(lang) = rendered.lang {
            put(CONTENT_LANGUAGE, lang.tag());
        }
        headers::put_on(&mut head);
        if rendered.reach == Reach::Everybody {
            headers::for_everybody(&mut head);
        }

        let gzip = (rendered.body.len() >= LEAST_COMPRESSED && is_compressible(rendered.media_type))
            .then(|| Bytes::from(compress(&rendered.body)));
        let length = rendered.body.len();
        let keeps_plain = gzip.is_none() || rendered.body.len() <= MOST_KEPT_PLAIN;
        let plain = keeps_plain.then(|| Bytes::from(rendered.body));
        Self { head, etag, modified, length, plain, gzip }
    }

    /// The same under a tag of its own, by which it is known without being made.
    pub(crate) fn tagged(mut self, etag: String) -> Self {
        self.head.insert(ETAG, HeaderValue::from_str(&etag).expect("our own tags are plain ASCII"));
        self.etag = etag;
        self
    }

    /// The same under a name for whoever keeps it as a file; letters, digits, hyphens and points.
    pub(crate) fn filed_as(mut self, name: &str) -> Self {
        let plain: String =
            name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '.' { c } else { '-' }).collect();
        let value = format!("inline; filename=\"{plain}\"");
        let value = HeaderValue::from_str(&value).expect("only plain ASCII is left");
        self.head.insert(CONTENT_DISPOSITION, value);
        self
    }

    /// How much memory it takes, its headers guessed.
    pub(crate) fn bytes(&self) -> usize {
        let of = |bytes: &Option<Bytes>| bytes.as_ref().map_or(0, Bytes::len);
        of(&self.plain) + of(&self.gzip) + 1024
    }

    /// Answers who asked with these headers.
    pub(crate) fn answer(&self, asked: &HeaderMap) -> Response {
        if is_held(asked, &self.etag, self.modified) {
            let mut response = StatusCode::NOT_MODIFIED.into_response();
            let mut head = self.head.clone();
            head.remove(CONTENT_TYPE);
            *response.headers_mut() = head;
            return response;
        }
        let mut head = self.head.clone();
        let body = match (&self.gzip, &self.plain) {
            (Some(gzip), _) if accepts_gzip(asked) => {
                head.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
                Body::from(gzip.clone())
            }
            (_, Some(plain)) => Body::from(plain.clone()),
            (Some(gzip), None) => {
                head.insert(CONTENT_LENGTH, HeaderValue::from(self.length));
                Body::new(Unpacked::new(gzip.clone()))
            }
            (None, None) => Body::empty(),
        };
        let mut response = Response::new(body);
        *response.headers_mut() = head;
        response
    }
}

/// Whether the asker holds the answer with this tag. A tag says more than a date, so the date only counts without one.
pub(crate) fn is_held(asked: &HeaderMap, etag: &str, modified: Option<Timestamp>) -> bool {
    if asked.contains_key(IF_NONE_MATCH) {
        return is_known(asked, etag);
    }
    let Some(modified) = modified else { return false };
    let since = asked.get(IF_MODIFIED_SINCE).and_then(|value| value.to_str().ok());
    let since = since.and_then(|text| jiff::fmt::rfc2822::parse(text).ok());
    since.is_some_and(|since| modified.as_second() <= since.timestamp().as_second())
}

/// `Sun, 06 Nov 1994 08:49:37 GMT`
fn http_date(at: Timestamp) -> String {
    at.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

fn is_compressible(media_type: &str) -> bool {
    !media_type.starts_with("image/") || media_type.starts_with("image/svg")
}

fn compress(body: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(body.len() / 4), Compression::new(6));
    encoder.write_all(body).expect("writing to memory cannot fail");
    encoder.finish().expect("writing to memory cannot fail")
}

/// Whether `Accept-Encoding` takes gzip: what it says of gzip itself counts before what it says of all codings.
fn accepts_gzip(asked: &HeaderMap) -> bool {
    let ranges = asked.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    let mut of_all = false;
    for range in ranges.flat_map(|value| value.split(',')) {
        let (coding, weight) = range.split_once(';').unwrap_or((range, ""));
        let takes = !matches!(weight.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000");
        let coding = coding.trim();
        if coding.eq_ignore_ascii_case("gzip") || coding.eq_ignore_ascii_case("x-gzip") {
            return takes;
        }
        of_all |= coding == "*" && takes;
    }
    of_all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(name: axum::http::HeaderName, value: &str) -> HeaderMap {
        HeaderMap::from_iter([(name, value.parse().expect("a header"))])
    }

    #[test]
    fn gzip_is_for_those_who_take_it() {
        for takes in ["gzip", "GZIP", "deflate, gzip;q=0.5", "*", "br, gzip"] {
            assert!(accepts_gzip(&asked(ACCEPT_ENCODING, takes)), "{takes}");
        }
        for refuses in ["", "br", "gzip;q=0", "gzip;q=0, *", "*, gzip;q=0", "identity"] {
            assert!(!accepts_gzip(&asked(ACCEPT_ENCODING, refuses)), "{refuses}");
        }
    }

    #[test]
    fn a_date_is_written_as_http_wants_it() {
        let at: Timestamp = "1994-11-06T08:49:37Z".parse().expect("a time");
        assert_eq!(http_date(at), "Sun, 06 Nov 1994 08:49:37 GMT");
    }
}
