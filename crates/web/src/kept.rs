//! An answer that is kept: its bytes, compressed once, and the headers that go with them.
//!
//! Compressing a page costs more than everything else about it, so it is done when the page is rendered and never again. Of what
//! is large only the compressed bytes stay in memory; who cannot read those has them unpacked while they are sent.

use std::io::Write as _;

use axum::body::{Body, Bytes};
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_LENGTH,
    CONTENT_TYPE, VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use festoon_domain::text::Lang;
use festoon_guide::Guide;
use festoon_guide::assets::fingerprint;
use flate2::Compression;
use flate2::write::GzEncoder;
use jiff::Timestamp;

use crate::headers;
use crate::unpacked::Unpacked;
use crate::validators::Validators;

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
    head: Head,
    length: usize,
    plain: Option<Bytes>,
    gzip: Option<Bytes>,
}

/// What is said before an answer, and alone to who holds it already.
#[derive(Debug)]
struct Head {
    /// The headers of a whole answer but for its encoding.
    headers: HeaderMap,
    validators: Validators,
}

impl Kept {
    /// Keeps what was rendered of a guide. An answer changes when the release does, or the notices over it, or this program.
    pub(crate) fn new(rendered: Rendered, guide: &Guide) -> Self {
        Self::under(Head::of_week(&rendered, guide), rendered)
    }

    /// The same for what tells what releases changed, which is found out when they are shown already.
    pub(crate) fn telling(rendered: Rendered, guide: &Guide) -> Self {
        let number = guide.release().map_or(0, |release| release.number);
        Self::under(Head::dated(&rendered, number, guide.told()), rendered)
    }

    /// The same for what is of no week, with the time since which it is as it is, where that is known; else its tag alone tells.
    pub(crate) fn of_no_week(rendered: Rendered, since: Option<Timestamp>) -> Self {
        Self::under(Head::dated(&rendered, 0, since), rendered)
    }

    /// Answers with what only one asker wants. Whoever holds it already is told so before anything is compressed.
    pub(crate) fn once(rendered: Rendered, guide: &Guide, asked: &HeaderMap) -> Response {
        let head = Head::of_week(&rendered, guide);
        if head.validators.are_known(asked) {
            return head.alone();
        }
        Self::under(head, rendered).answer(asked)
    }

    fn under(head: Head, rendered: Rendered) -> Self {
        let gzip = (rendered.body.len() >= LEAST_COMPRESSED && is_compressible(rendered.media_type))
            .then(|| Bytes::from(compress(&rendered.body)));
        let length = rendered.body.len();
        let keeps_plain = gzip.is_none() || rendered.body.len() <= MOST_KEPT_PLAIN;
        let plain = keeps_plain.then(|| Bytes::from(rendered.body));
        Self { head, length, plain, gzip }
    }

    /// The same, to be kept by caches as long as this says instead of being asked about each time.
    pub(crate) fn cached(mut self, how: &'static str) -> Self {
        self.head.headers.insert(CACHE_CONTROL, HeaderValue::from_static(how));
        self
    }

    /// The same under a tag of its own, by which it is known without being made.
    pub(crate) fn known_by(mut self, validators: Validators) -> Self {
        validators.put_on(&mut self.head.headers);
        self.head.validators = validators;
        self
    }

    /// The same under a name for whoever keeps it as a file; letters, digits, hyphens and points.
    pub(crate) fn filed_as(mut self, name: &str) -> Self {
        let plain: String =
            name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '.' { c } else { '-' }).collect();
        let value = format!("inline; filename=\"{plain}\"");
        let value = HeaderValue::from_str(&value).expect("only plain ASCII is left");
        self.head.headers.insert(CONTENT_DISPOSITION, value);
        self
    }

    /// How much memory it takes, its headers guessed.
    pub(crate) fn bytes(&self) -> usize {
        let of = |bytes: &Option<Bytes>| bytes.as_ref().map_or(0, Bytes::len);
        of(&self.plain) + of(&self.gzip) + 1024
    }

    /// Answers who asked with these headers.
    pub(crate) fn answer(&self, asked: &HeaderMap) -> Response {
        if self.head.validators.are_known(asked) {
            return self.head.alone();
        }
        let mut head = self.head.headers.clone();
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

impl Head {
    fn of_week(rendered: &Rendered, guide: &Guide) -> Self {
        Self::dated(rendered, guide.release().map_or(0, |release| release.number), guide.dated())
    }

    fn dated(rendered: &Rendered, number: u32, modified: Option<Timestamp>) -> Self {
        // Release and address would do within one run of one program. But the next version of this program renders an old
        // release differently, and a browser must not go on with a page whose styles are gone.
        let etag = format!("W/\"{number}-{:016x}\"", fingerprint(&rendered.body));
        let validators = Validators::new(&etag, modified);

        let mut headers = HeaderMap::with_capacity(16);
        validators.put_on(&mut headers);
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=0, must-revalidate"));
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(rendered.media_type));
        headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
        if let Some(lang) = rendered.lang {
            headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static(lang.tag()));
        }
        headers::put_on(&mut headers);
        if rendered.reach == Reach::Everybody {
            headers::for_everybody(&mut headers);
        }
        Self { headers, validators }
    }

    /// The answer to who holds the rest.
    fn alone(&self) -> Response {
        let mut headers = self.headers.clone();
        headers.remove(CONTENT_TYPE);
        let mut response = StatusCode::NOT_MODIFIED.into_response();
        *response.headers_mut() = headers;
        response
    }
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
}
