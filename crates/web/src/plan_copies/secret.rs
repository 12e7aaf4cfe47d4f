//! The secret that deletes a copy, between publishing and the page about it.
//!
//! An address would end up in histories and in the logs of whatever stands before the server, so it travels as a cookie that only the
//! addresses of its copy are told, that no script can read and no other site can have sent.

use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue};
use festoon_guide::url::plan_copy_page;
use jiff::Timestamp;

use super::is_key;

const NAME: &str = "festoon-copy";

/// The secret that the browser holds, if it is one.
pub(super) fn held(headers: &HeaderMap) -> Option<&str> {
    let lines = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.filter(|(name, _)| *name == NAME).map(|(_, secret)| secret).find(|secret| is_key(secret))
}

/// Gives it to the browser for as long as the copy is there. `origin` is how the outside world reaches us.
pub(super) fn hand_out(
    headers: &mut HeaderMap,
    key: &str,
    secret: &str,
    (now, expires): (Timestamp, Timestamp),
    origin: &str,
) {
    put(headers, key, secret, expires.duration_since(now).as_secs().max(0), origin);
}

/// Lets the browser forget it.
pub(super) fn take_back(headers: &mut HeaderMap, key: &str, origin: &str) {
    put(headers, key, "", 0, origin);
}

fn put(headers: &mut HeaderMap, key: &str, secret: &str, seconds: i64, origin: &str) {
    let path = plan_copy_page(key);
    let secure = if origin.starts_with("https://") { "; Secure" } else { "" };
    let cookie = format!("{NAME}={secret}; Path={path}; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    let cookie = HeaderValue::from_str(&cookie).expect("keys and secrets are hexadecimal");
    headers.append(SET_COOKIE, cookie);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_given_for_one_copy_and_found_among_other_cookies() {
        let (key, secret) = ("a".repeat(32), "b".repeat(32));
        let until = Timestamp::from_second(90).expect("within range");
        let mut given = HeaderMap::new();
        hand_out(&mut given, &key, &secret, (Timestamp::UNIX_EPOCH, until), "https://week.example.org");
        let cookie = given[SET_COOKIE].to_str().expect("ASCII");
        let rest = format!("; Path=/plans/{key}; Max-Age=90; HttpOnly; SameSite=Lax; Secure");
        assert_eq!(cookie, format!("festoon-copy={secret}{rest}"));

        let sent = |cookies: &str| HeaderMap::from_iter([(COOKIE, cookies.parse().expect("a header"))]);
        assert_eq!(held(&sent(&format!("a=1; festoon-copy=x; festoon-copy={secret}"))), Some(&*secret));
        assert_eq!(held(&sent("festoon-copy=<b>")), None);
    }
}
