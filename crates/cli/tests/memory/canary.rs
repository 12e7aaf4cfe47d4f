//! Canaries: words that stand only where the public may not look, and a walk over everything that the public can ask for.
//!
//! The walk goes through two servers whose weeks differ in those words alone, and whose answers must be the same to the byte: so not
//! even a length or a tag tells of them. The draft of one has moved on since, and both have a release behind the one that is shown.

mod sowing;
mod walk;

use std::collections::BTreeSet;
use std::thread;

use serde_json::Value;

use self::sowing::{GONE, Twin, WEEK, sown};
use self::walk::Walk;

/// Where a walk begins: what nothing links to, because programs know it.
const DOORS: [&str; 23] = [
    "/",
    "/zh",
    "/en",
    "/robots.txt",
    "/sitemap.xml",
    "/schedule.xml?lang=en",
    "/schedule.json?lang=zh",
    "/opass/session.json",
    "/calendar.ics?lang=zh",
    "/feed.atom?lang=zh",
    "/feed.atom?lang=en",
    "/roads.json",
    "/notices.json",
    "/worker.js",
    "/widget.js",
    "/manifest.webmanifest?lang=zh",
    "/api/v1/openapi.json",
    "/api/v1/weeks",
    "/zh/offline",
    "/zh/plan",
    "/metrics",
    "/healthz",
    "/w/jiangning-2021/zh",
];

/// The tables of the programs' side.
const TABLES: [&str; 9] =
    ["activities", "parts", "sessions", "occurrences", "people", "venues", "rooms", "hosts", "figures"];

/// What is secret, as somebody would ask for it who guessed: names of both releases, of the draft, reasons, and who made them.
const SECRETS: [&str; 11] = [
    "金丝雀",
    "金丝雀甲",
    "金丝雀乙先生",
    "金丝雀项目",
    "金丝雀之歌",
    "Canary Guest",
    "Canary Visitor of Honour",
    "canaryprojector",
    "canaryreason",
    "Canarydraft",
    "Canarylin",
];

/// What sounds like one, begins like one, or is spelt nearly like one.
const HINTS: [&str; 5] = ["jinsique", "jsq", "canar", "cnaary", "金丝"];

/// Where secret things would be if they were public.
const GUESSED: [&str; 4] = ["canary-guest", "canary-session", "plain-guest", "canary"];

#[test]
fn nothing_public_says_or_depends_on_what_is_only_in_the_draft_or_above_its_readers() {
    let ((_one, canary), (_other, plain)) = thread::scope(|scope| {
        let plain = scope.spawn(|| sown(Twin::Plain));
        (sown(Twin::Canary), plain.join().expect("it is sown"))
    });
    let mut walk = Walk::new(&canary, &plain);
    for door in DOORS {
        walk.find(door);
    }
    let numbers = occurrences(&mut walk);
    search(&mut walk);
    guess(&mut walk);
    near(&mut walk);
    plans(&mut walk, &numbers);
    walk.go();
    publish(&mut walk, &numbers);

    for kind in [
        "/zh/sessions/",
        "/en/people/",
        "/zh/venues/",
        "/api/v1/weeks/",
        "/cards/session/",
        "/w/jiangning-2021/en/",
        "/assets/",
        "part=entries",
    ] {
        let count = walk.visited.iter().filter(|address| address.contains(kind)).count();
        assert!(count >= 4, "only {count} of {kind} were found, the walk is not one");
    }
    let feed = String::from_utf8_lossy(&walk.ask("/feed.atom?lang=en")).into_owned();
    assert!(feed.contains("Opening words") && feed.contains("Release 1"), "the feed has a history: {feed}");
    let gone = String::from_utf8_lossy(&walk.ask(&format!("/en/sessions/{GONE}"))).into_owned();
    assert!(gone.contains("Cancelled"), "what was published stays: {gone}");
    assert_eq!((walk.sung, walk.apart), (Vec::<String>::new(), Vec::<String>::new()));
}

/// Every table, whole and in small pages, and occurrences by every filter there is; the numbers by which plans know them.
fn occurrences(walk: &mut Walk<'_>) -> Vec<u64> {
    let api = format!("/api/v1/weeks/{WEEK}");
    for table in TABLES {
        walk.find(&format!("{api}/{table}?limit=500"));
        walk.find(&format!("{api}/{table}?limit=60"));
        for slug in GUESSED {
            walk.find(&format!("{api}/{table}/{slug}"));
        }
    }
    for (filter, table) in [("venue", "venues"), ("activity", "activities"), ("person", "people")] {
        for key in keys(walk, table).iter().map(String::as_str).chain(GUESSED) {
            walk.find(&format!("{api}/occurrences?limit=500&{filter}={key}"));
        }
    }
    for day in 14..=28 {
        walk.find(&format!("{api}/occurrences?limit=500&day=2021-06-{day}"));
        walk.find(&format!(
            "{api}/occurrences?limit=500&from=2021-06-{day}T07:00:00%2B08:00&to=2021-06-{day}T09:00:00%2B08:00"
        ));
    }
    items(walk, "occurrences").iter().filter_map(|item| item["number"].as_u64()).collect()
}

fn keys(walk: &mut Walk<'_>, table: &str) -> Vec<String> {
    items(walk, table).iter().filter_map(|item| item["key"].as_str().map(str::to_owned)).collect()
}

fn items(walk: &mut Walk<'_>, table: &str) -> Vec<Value> {
    let answer = walk.ask(&format!("/api/v1/weeks/{WEEK}/{table}?limit=500"));
    let text = String::from_utf8(answer).expect("UTF-8");
    let (_, body) = text.split_once("\r\n\r\n").expect("a body");
    let answer: Value = serde_json::from_str(body).expect("JSON");
    let items = answer["items"].as_array().unwrap_or_else(|| panic!("no items in {answer}"));
    items.clone()
}

/// The form, the part of the page that a script asks for, and the programs' side.
fn search(walk: &mut Walk<'_>) {
    for asked in SECRETS.iter().chain(&HINTS) {
        let asked = encoded(asked);
        for lang in ["zh", "en"] {
            walk.find(&format!("/{lang}/search?q={asked}"));
            walk.find(&format!("/{lang}/search?q={asked}&part=results"));
            walk.find(&format!("/api/v1/weeks/{WEEK}/search?q={asked}&lang={lang}"));
        }
    }
}

/// Nobody learns from what is not there whether it is there for others.
fn guess(walk: &mut Walk<'_>) {
    for slug in GUESSED {
        for lang in ["zh", "en"] {
            for kind in ["sessions", "people", "activities", "venues", "figures"] {
                walk.find(&format!("/{lang}/{kind}/{slug}"));
                walk.find(&format!("/w/{WEEK}/{lang}/{kind}/{slug}"));
                walk.find(&format!("/{kind}/{slug}/calendar.ics?lang={lang}"));
            }
        }
        for kind in ["session", "person", "activity"] {
            walk.find(&format!("/cards/{kind}/{slug}.png?lang=zh"));
        }
    }
}

/// What was on when the cancelled session was to be, and when a guest of honour was there.
fn near(walk: &mut Walk<'_>) {
    for lang in ["zh", "en"] {
        for moment in ["2021-06-17T09:10", "2021-06-22T14:40", "2021-06-17T07:10"] {
            walk.find(&format!("/{lang}/near?at={moment}"));
        }
        walk.find(&format!("/{lang}/near?from=canary-guest"));
    }
}

/// Every plan of a few sessions, as a page and as a device asks for it.
fn plans(walk: &mut Walk<'_>, numbers: &[u64]) {
    assert!(numbers.len() > 150, "only {} occurrences have a number", numbers.len());
    for some in numbers.chunks(40) {
        for lang in ["zh", "en"] {
            let plan = format!("/{lang}/plan?o={}", list(some));
            walk.find(&plan);
            walk.find(&format!("{plan}&part=entries"));
        }
    }
}

/// A published plan has a name by chance, so the two are asked for one by one.
fn publish(walk: &mut Walk<'_>, numbers: &[u64]) {
    for (some, lang) in numbers.chunks(80).zip(["zh", "en", "zh"]) {
        walk.publishes(lang, &list(some));
    }
}

fn list(numbers: &[u64]) -> String {
    numbers.iter().map(u64::to_string).collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join(".")
}

fn encoded(words: &str) -> String {
    words
        .bytes()
        .map(|b| if b.is_ascii_alphanumeric() { (b as char).into() } else { format!("%{b:02X}") })
        .collect()
}
