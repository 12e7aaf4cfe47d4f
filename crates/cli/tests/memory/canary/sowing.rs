//! Two weeks that are one to the public: in one canaries sit wherever only some may look, in the other plain words do.
//!
//! Both are brought in, released and changed at the same made-up instants, so that not even a second tells them apart.

use std::fs;
use std::path::Path;

use festoon_app::Actor;
use festoon_app::draft::{Asked, Brought, OnConflict, OnMissing, Separate, import};
use festoon_app::notices;
use festoon_app::releases::release;
use festoon_domain::week::Records;
use festoon_exchange::week_folder;
use festoon_store::{Address, Store};
use jiff::Timestamp;

use crate::memory::office::{Office, Server, sample};

pub(crate) const WEEK: &str = "jiangning-2021";

/// Where both say they are to be found.
pub(crate) const ORIGIN: &str = "https://week.example";

/// A session that the second release cancels; a guest whom nobody may see and what the house must bring were part of it.
pub(crate) const GONE: &str = "signing-group-three";

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Twin {
    Canary,
    Plain,
}

/// How far the office has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    First,
    Second,
    /// What no release has.
    Draft,
}

fn at(minute: i64) -> Timestamp {
    Timestamp::from_second(1_623_000_000 + 60 * minute).expect("an instant")
}

/// Its office with two releases, and its server. Of one the draft has moved on since.
pub(crate) fn sown(twin: Twin) -> (Office, Server) {
    let office = Office::new();
    let data = office.path("data");
    fs::create_dir_all(&data).expect("a folder");
    let address = Address::Sqlite(data.join("festoon.db"));
    Store::migrate(&address).expect("a schema");
    let store = Store::open(&address).expect("a database");

    let (name, reason) = match twin {
        Twin::Canary => ("Canarylin 金丝雀", "canaryreason 金丝雀"),
        Twin::Plain => ("Lin", "on the day"),
    };
    let actor = Actor::new(name).expect("a name");
    bring(&store, twin, Stage::First, &actor);
    release(&store, at(1), &actor, WEEK, reason).expect("a first release");
    bring(&store, twin, Stage::Second, &actor);
    release(&store, at(3), &actor, WEEK, &format!("{reason} again")).expect("a second release");
    let warning = notices::Asked {
        week: WEEK.into(),
        zh: "暴雨预警".into(),
        en: "Heavy rain".into(),
        until: None,
        actor: actor.clone(),
    };
    notices::post(&store, at(4), &warning).expect("it is posted");

    let server = office.serves_with(&["--origin", ORIGIN]);
    server.until("/feed.atom?lang=en", "Release 2: ");
    if twin == Twin::Canary {
        bring(&store, twin, Stage::Draft, &actor);
    }
    (office, server)
}

fn bring(store: &Store, twin: Twin, stage: Stage, actor: &Actor) {
    let asked = Asked {
        week: None,
        on_conflict: OnConflict::KeepDraft,
        on_missing: OnMissing::Withdraw,
        replaces: None,
        separate: Separate::Unsaid,
        actor: actor.clone(),
        why: if twin == Twin::Canary { "canarywhy 金丝雀" } else { "news" }.into(),
    };
    import(store, at(2 * stage as i64), &Brought::week(&records(twin, stage)), &asked)
        .expect("it is taken in");
}

/// The sample week with a twin's words where only some may look.
fn records(twin: Twin, stage: Stage) -> Records {
    let mut secrets = 0;
    let mut files = std::collections::HashMap::new();
    for entry in fs::read_dir(Path::new(&sample())).expect("the sample week") {
        let entry = entry.expect("an entry");
        let name = entry.file_name().to_string_lossy().into_owned();
        let text = fs::read_to_string(entry.path()).expect("text");
        let lines = text.lines().flat_map(|line| said(&name, line, twin, stage));
        let text = lines.collect::<Vec<_>>().join("\n") + "\n";
        secrets += text.matches("canary").count() + text.matches("金丝雀").count();
        files.insert(name, text);
    }
    assert!((secrets > 250) == (twin == Twin::Canary), "{secrets} canaries sit in the week");
    week_folder::read(&|name| files.get(name).map(|text| text.clone().into_bytes().into()))
        .expect("the week is whole")
}

/// What stands in a file instead of a line.
fn said(file: &str, line: &str, twin: Twin, stage: Stage) -> Vec<String> {
    let canary = twin == Twin::Canary;
    let mut cells: Vec<&str> = line.split(',').collect();
    match file {
        // Only the protocol desk knows that they are there; who it is changes between the releases.
        "people.csv" if line.starts_with("fan-dingbo,") => {
            (cells[0], cells[1], cells[2]) = match (twin, stage) {
                (Twin::Plain, _) => ("plain-guest", "某君", "Some Body"),
                (Twin::Canary, Stage::First) => ("canary-guest", "金丝雀甲", "Canary Guest"),
                (Twin::Canary, _) => ("canary-guest", "金丝雀乙先生", "Canary Visitor of Honour"),
            };
            vec![cells.join(",")]
        }
        "projects.csv" if !line.starts_with("key,") => {
            cells[1] = match (twin, stage) {
                (Twin::Plain, _) => "某项目",
                (Twin::Canary, Stage::First) => "金丝雀项目",
                (Twin::Canary, _) => "另一个金丝雀大项目",
            };
            vec![cells.join(",")]
        }
        "sessions.csv" => sessions(line, canary, stage),
        _ => vec![line.to_owned()],
    }
}

fn sessions(line: &str, canary: bool, stage: Stage) -> Vec<String> {
    if line.starts_with(&format!("{GONE},")) && stage != Stage::First {
        return Vec::new();
    }
    let (guest, projector) = match (canary, stage) {
        (false, _) => ("plain-guest", "projector"),
        (true, Stage::First) => ("canary-guest", "canaryprojector"),
        (true, _) => ("canary-guest", "canaryprojector-of-another-make"),
    };
    let mut said = line.replace("fan-dingbo", guest).replace("projector", projector);
    if stage != Stage::First {
        // The public reads of these in the feed.
        said = said.replace("大会致辞", "大会开幕致辞").replace("Words of welcome", "Opening words");
        said = said.replace("2021-06-25,11:40,12:10", "2021-06-25,11:45,12:15");
    }
    let is_changed = stage == Stage::Draft && said.starts_with("fnc-welcome,");
    let only_drafted = said
        .replacen("fnc-welcome", "canary-session", 1)
        .replace("大会开幕致辞", "金丝雀之歌")
        .replace("2021-06-17,09:00,09:30", "2021-06-17,07:00,07:30");
    if is_changed { vec![said.replace("Opening words", "Canarydraft"), only_drafted] } else { vec![said] }
}
