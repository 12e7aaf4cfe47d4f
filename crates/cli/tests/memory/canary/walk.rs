//! A walk through two servers at once, hand in hand.
//!
//! It follows every address that any answer names, so a new page or file is looked at without being named here.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::thread;

use super::sowing::ORIGIN;
use crate::memory::office::Server;

/// No public answer has one of these: the words, and the two ways in which answers write what is not ASCII.
const CANARIES: [&str; 4] = ["canary", "金丝雀", "%e9%87%91%e4%b8%9d%e9%9b%80", "\\u91d1\\u4e1d\\u96c0"];

/// Drawing pictures takes its time; what is in one cannot be read, but it must be the same in both.
const MOST_CARDS: usize = 4;

/// Who asks at the turn of a second may be told two times.
const TRIES: usize = 4;

/// Who walks.
pub(crate) struct Walk<'a> {
    canary: &'a Server,
    plain: &'a Server,
    known: BTreeSet<String>,
    waiting: VecDeque<String>,
    cards: BTreeMap<String, usize>,
    pub(crate) visited: BTreeSet<String>,
    /// Where a canary was heard.
    pub(crate) sung: Vec<String>,
    /// Where the two did not answer the same.
    pub(crate) apart: Vec<String>,
}

impl<'a> Walk<'a> {
    pub(crate) fn new(canary: &'a Server, plain: &'a Server) -> Self {
        Self {
            canary,
            plain,
            known: BTreeSet::new(),
            waiting: VecDeque::new(),
            cards: BTreeMap::new(),
            visited: BTreeSet::new(),
            sung: Vec::new(),
            apart: Vec::new(),
        }
    }

    /// An address to be visited, if it is not yet.
    pub(crate) fn find(&mut self, address: &str) {
        let address = address.split('#').next().unwrap_or_default();
        if self.known.insert(address.to_owned()) {
            self.waiting.push_back(address.to_owned());
        }
    }

    /// An address that an answer names.
    fn follow(&mut self, named: &str) {
        // Filters lead to filters: one at a time says all there is to say. What is asked of a form is asked by the test.
        let is_filtered = named.contains("/programme") && named.contains(['?', '&']);
        let is_one_filter = is_filtered && !named.contains('&') && !named.starts_with("/w/");
        let is_a_form = named.contains("/check") || named.contains("/plan?");
        if (is_filtered && !is_one_filter) || is_a_form || self.known.contains(named) {
            return;
        }
        if let Some((_, card)) = named.split_once("/cards/") {
            let kind = card.split('/').next().unwrap_or_default();
            let drawn = self.cards.entry(kind.to_owned()).or_default();
            *drawn += 1;
            if *drawn > MOST_CARDS {
                return;
            }
        }
        self.find(named);
    }

    /// Goes until there is nothing left to visit.
    pub(crate) fn go(&mut self) {
        while let Some(address) = self.waiting.pop_front() {
            let answer = self.ask(&address);
            let text = String::from_utf8_lossy(&answer);
            // Who asks with a canary may be shown the question, but no more than where there is none.
            if !is_of_canaries(&address) && is_of_canaries(&text) {
                self.sung.push(address.clone());
            }
            if text.contains("\r\ncontent-type: image/png") && !address.contains("/uploads/") {
                self.look_at_picture(&address, &answer);
            }
            for named in addresses_in(&text) {
                self.follow(&named);
            }
            self.visited.insert(address);
        }
    }

    /// What the one with canaries answers, in which the other must not differ: whole, without its body, and when it is known already.
    pub(crate) fn ask(&mut self, address: &str) -> Vec<u8> {
        let answer = self.both(&format!("GET {address}"), "");
        // Under a week's own name everything is there once more, made in the same way; so is what is left of a day.
        if address.starts_with("/w/") || (address.contains("/programme") && address.contains('?')) {
            return answer;
        }
        let head = self.both(&format!("HEAD {address}"), "");
        if head_of(&head).lines().count() != head_of(&answer).lines().count() {
            self.apart.push(format!("HEAD {address} has other headers"));
        }
        for (name, condition) in [("etag", "if-none-match"), ("last-modified", "if-modified-since")] {
            let is_own = is_of_the_moment(address) || (name == "last-modified" && address.contains("/feed."));
            let Some(value) = header(&answer, name).filter(|_| !is_own) else { continue };
            let again = self.both(&format!("GET {address}"), &format!("{condition}: {value}\r\n"));
            if !again.starts_with(b"HTTP/1.1 304") {
                self.apart.push(format!("{address} is not known by its {name}"));
            }
        }
        answer
    }

    /// Asks both the same.
    pub(crate) fn both(&mut self, asked: &str, more: &str) -> Vec<u8> {
        for tried in 1.. {
            let (canary, plain) = thread::scope(|scope| {
                let plain = scope.spawn(|| self.plain.exchange(asked, more));
                (self.canary.exchange(asked, more), plain.join().expect("it is answered"))
            });
            assert!(!canary.starts_with(b"HTTP/1.1 500"), "{asked} fails");
            if steady(asked, &canary) == steady(asked, &plain) {
                return canary;
            }
            if tried == TRIES {
                self.apart.push(format!("{asked} {more}"));
                return canary;
            }
        }
        unreachable!("it is tried a few times")
    }

    /// Publishes a plan with both, and looks at what a calendar is given.
    pub(crate) fn publishes(&mut self, lang: &str, numbers: &str) {
        let form = format!("numbers={numbers}&lang={lang}&until=30d");
        let more = format!(
            "content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{form}",
            form.len()
        );
        let calendars = [self.canary, self.plain].map(|server| {
            let sent = server.exchange(&format!("POST /{lang}/plan"), &more);
            let led = header(&sent, "location").expect("who publishes is led to the page about it");
            let key = led.split("/plans/").nth(1).and_then(|rest| rest.split('?').next());
            let key = key.unwrap_or_else(|| panic!("no plan is published: {led}"));
            let page =
                String::from_utf8_lossy(&server.exchange(&format!("GET /plans/{key}?lang={lang}"), ""))
                    .into_owned();
            let calendar = server.exchange(&format!("GET /plans/{key}.ics"), "");
            assert!(calendar.starts_with(b"HTTP/1.1 200"), "{}", String::from_utf8_lossy(&calendar));
            let said = page.replace(key, "") + &String::from_utf8_lossy(&calendar);
            if is_of_canaries(&said) {
                self.sung.push(format!("a published plan: {said}"));
            }
            steady("", &calendar)
        });
        if calendars[0] != calendars[1] {
            self.apart.push(format!("a published plan of {numbers}"));
        }
    }

    /// A picture of ours is its pixels: no block of words, times or places.
    fn look_at_picture(&mut self, address: &str, answer: &[u8]) {
        let body = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("a head") + 4;
        let mut rest = answer.get(body + 8..).expect("a picture has a signature");
        while let [a, b, c, d, name @ ..] = rest {
            let length = u32::from_be_bytes([*a, *b, *c, *d]) as usize;
            let name = name.get(..4).expect("a block has a name");
            if ![&b"IHDR"[..], b"PLTE", b"tRNS", b"IDAT", b"IEND"].contains(&name) {
                self.sung.push(format!("{address} has {}", String::from_utf8_lossy(name)));
            }
            rest = rest.get(12 + length..).unwrap_or_default();
        }
    }
}

fn is_of_canaries(text: &str) -> bool {
    let text = text.to_lowercase();
    CANARIES.iter().any(|canary| text.contains(canary))
}

fn head_of(answer: &[u8]) -> String {
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or(answer.len());
    String::from_utf8_lossy(&answer[..end]).into_owned()
}

fn header(answer: &[u8], name: &str) -> Option<String> {
    let head = head_of(answer);
    head.lines().find_map(|line| line.strip_prefix(&format!("{name}: ")).map(str::to_owned))
}

/// What is near is said of a moment, and tagged with it.
fn is_of_the_moment(address: &str) -> bool {
    address.contains("/near")
}

/// An answer without what is of the moment: when it was given, what time it is, and since when the server knows the history.
fn steady(asked: &str, answer: &[u8]) -> Vec<u8> {
    let head = head_of(answer);
    let moving = match asked {
        near if is_of_the_moment(near) => "etag: ",
        feed if feed.contains("/feed.atom") => "last-modified: ",
        _ => "date: ",
    };
    let kept = |line: &&str| !line.starts_with("date: ") && !line.starts_with(moving);
    let mut steady = head.lines().filter(kept).collect::<Vec<_>>().join("\n").into_bytes();
    let mut body = answer.get(head.len()..).unwrap_or_default();
    for opening in ["\"now\":\"", "data-made=\""] {
        let found = body.windows(opening.len()).position(|window| window == opening.as_bytes());
        let Some(found) = found.map(|at| at + opening.len()) else { continue };
        steady.extend(&body[..found]);
        let ends = body[found..].iter().position(|&b| b == b'"').unwrap_or_default();
        body = &body[found + ends..];
    }
    steady.extend(body);
    steady
}

/// Whatever in an answer reads like an address of this server. Calendars fold their lines and pages write `&` in full.
fn addresses_in(answer: &str) -> Vec<String> {
    let unfolded = answer.replace("\r\n ", "").replace("&amp;", "&");
    let ends =
        |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | '`' | '\\' | '(' | ')' | ';');
    let mut addresses = Vec::new();
    for word in unfolded.split(ends) {
        let path = word.find(ORIGIN).map_or(word, |at| &word[at + ORIGIN.len()..]);
        let is_ours = path.starts_with('/') && !path.starts_with("//") && path.is_ascii() && path.len() < 400;
        if is_ours && !path.contains(['{', '*', '$', '^', '|']) {
            addresses.push(path.trim_end_matches([',', '.']).to_owned());
        }
    }
    addresses
}
