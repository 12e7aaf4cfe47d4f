//! Canaries: words that stand only where the public may not look, and a walk over everything that the public can ask for.
//!
//! The walk follows every address that any answer names, so a new page or file is looked at without being named here.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fs;
use std::path::Path;

use super::office::{Office, Server, sample};

/// No public answer has one of these.
const CANARIES: [&str; 2] = ["canary", "金丝雀"];

/// Where a walk begins: what nothing links to, because programs know it.
const DOORS: [&str; 20] = [
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
    "/roads.json",
    "/notices.json",
    "/worker.js",
    "/widget.js",
    "/manifest.webmanifest?lang=zh",
    "/api/v1/openapi.json",
    "/api/v1/weeks",
    "/zh/offline",
    "/zh/plan",
    "/w/jiangning-2021/zh",
];

/// The tables of the programs' side.
const TABLES: [&str; 9] =
    ["activities", "parts", "sessions", "occurrences", "people", "venues", "rooms", "hosts", "figures"];

/// Drawing pictures takes its time, and what is in one cannot be read; that they carry no text is looked at elsewhere.
const MOST_CARDS: usize = 12;

#[test]
fn nothing_public_says_what_is_only_in_the_draft_or_above_its_readers() {
    let office = Office::new();
    let week = office.path("week");
    put_canaries_into(Path::new(&sample()), &week);
    office.does(&["import", &week.display().to_string()]);
    office.does(&["release", "jiangning-2021", "--reason", "canaryreason 金丝雀"]);
    let server = office.serves();
    // From here on the draft has what no release has.
    office.does(&["edit", "session/fnc-welcome", "title_en", "Canarydraft", "--reason", "canarywhy"]);
    office.does(&["edit", "activity/future-network-conference", "title_zh", "金丝雀", "--reason", "why"]);

    let mut walk = Walk::default();
    for door in DOORS {
        walk.find(door);
    }
    for table in TABLES {
        walk.find(&format!("/api/v1/weeks/jiangning-2021/{table}?limit=500"));
    }
    // What sounds like a canary, begins like one, or is spelt nearly like one; the question itself holds none.
    for asked in ["jinsique", "jsq", "canar", "cnaary", "%E9%87%91%E4%B8%9D"] {
        for lang in ["zh", "en"] {
            walk.find(&format!("/{lang}/search?q={asked}"));
            walk.find(&format!("/api/v1/weeks/jiangning-2021/search?q={asked}&lang={lang}"));
        }
    }
    let visited = walk.go(&server);
    for kind in [
        "/zh/sessions/",
        "/en/people/",
        "/zh/venues/",
        "/api/v1/weeks/",
        "/cards/session/",
        "/w/jiangning-2021/en/",
    ] {
        let count = visited.iter().filter(|address| address.contains(kind)).count();
        assert!(count >= 5, "only {count} of {kind} were found, the walk is not one");
    }
    assert_eq!(walk.sung, Vec::<String>::new());
}

/// The sample week with canaries where only some may look: a guest's name, projects, what a house must provide.
fn put_canaries_into(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    let mut put = 0;
    for entry in fs::read_dir(from).expect("the sample week") {
        let entry = entry.expect("an entry");
        let name = entry.file_name().to_string_lossy().into_owned();
        let text = fs::read_to_string(entry.path()).expect("text");
        let changed: Vec<String> = text.lines().map(|line| with_canary(&name, line)).collect();
        put += changed.iter().filter(|line| line.contains("金丝雀")).count();
        fs::write(to.join(name), changed.join("\n") + "\n").expect("a file");
    }
    assert!(put > 100, "only {put} canaries sit in the week");
}

fn with_canary(file: &str, line: &str) -> String {
    let mut cells: Vec<&str> = line.split(',').collect();
    match file {
        // Only the protocol desk knows that they are there.
        "people.csv" if line.starts_with("fan-dingbo,") => {
            (cells[1], cells[2]) = ("金丝雀甲", "Canary Guest");
            cells.join(",")
        }
        "projects.csv" if !line.starts_with("key,") => {
            cells[1] = "金丝雀项目";
            cells.join(",")
        }
        "sessions.csv" => line.replace("projector", "canaryprojector"),
        _ => line.to_owned(),
    }
}

/// A walk over a server's addresses.
#[derive(Default)]
struct Walk {
    known: BTreeSet<String>,
    waiting: VecDeque<String>,
    cards: BTreeMap<String, usize>,
    /// Where a canary was heard.
    sung: Vec<String>,
}

impl Walk {
    fn find(&mut self, address: &str) {
        let address = address.split('#').next().unwrap_or_default();
        // Filters lead to filters: one at a time says all there is to say.
        let is_filtered = address.contains("/programme") && address.contains('&');
        let is_a_form = address.contains("/check") || address.contains("/plan?");
        if is_filtered || is_a_form || !self.known.insert(address.to_owned()) {
            return;
        }
        if let Some((_, card)) = address.split_once("/cards/") {
            let kind = card.split('/').next().unwrap_or_default();
            let drawn = self.cards.entry(kind.to_owned()).or_default();
            *drawn += 1;
            if *drawn > MOST_CARDS {
                return;
            }
        }
        self.waiting.push_back(address.to_owned());
    }

    /// Every address that was answered.
    fn go(&mut self, server: &Server) -> BTreeSet<String> {
        let mut visited = BTreeSet::new();
        while let Some(address) = self.waiting.pop_front() {
            let (status, answer) = server.get(&address);
            assert!(status < 500, "{address} answers {status}");
            let heard = answer.to_lowercase();
            if CANARIES.iter().any(|canary| heard.contains(canary)) {
                self.sung.push(address.clone());
            }
            for named in addresses_in(&answer, &server.origin()) {
                self.find(&named);
            }
            visited.insert(address);
        }
        visited
    }
}

/// Whatever in an answer reads like an address of this server. Calendars fold their lines and pages write `&` in full.
fn addresses_in(answer: &str, origin: &str) -> Vec<String> {
    let unfolded = answer.replace("\r\n ", "").replace("&amp;", "&");
    let ends =
        |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | '`' | '\\' | '(' | ')' | ';');
    let mut addresses = Vec::new();
    for word in unfolded.split(ends) {
        let path = word.find(origin).map_or(word, |at| &word[at + origin.len()..]);
        let is_ours = path.starts_with('/') && !path.starts_with("//") && path.is_ascii() && path.len() < 400;
        if is_ours && !path.contains(['{', '*', '$', '^', '|']) {
            addresses.push(path.trim_end_matches([',', '.']).to_owned());
        }
    }
    addresses
}
