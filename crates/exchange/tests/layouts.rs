//! Nasty layouts, each with the entries it must give.
//!
//! A file in `layouts/` holds a grid and what must come of it: directives (`# name:`, `# sheet:`, `# merge: r,c-r,c`,
//! `# 1904`, `# line:` for a paragraph before a document's table), the cells separated by tabs (`s:` a serial, `n:` a number, `\n` a line end in a cell), a line `----`, and
//! one line an entry: `start > end | title | place | people`, times in Asia/Shanghai; then `! ` and the words of all
//! defects, each once, in order of the alphabet.

use std::fmt::Write as _;
use std::path::Path;

use festoon_domain::programme::{Role, State};
use festoon_domain::text::{Lang, Text};
use festoon_domain::venue::{Hours, Opening};
use festoon_exchange::entry::{Entry, PersonStated, PlaceStated};
use festoon_exchange::sheet::grid::{Cell, Grid, GridPlace, Merge};
use festoon_exchange::sheet::{Asked, read_grids};
use jiff::tz::TimeZone;

struct Layout {
    name: String,
    grid: Grid,
    expected: String,
}

fn cell(text: &str) -> Cell {
    let number = |text: &str| text.parse().expect("a number");
    match text.split_once(':') {
        _ if text.is_empty() => Cell::Empty,
        Some(("s", value)) => Cell::Serial(number(value)),
        Some(("n", value)) => Cell::Number(number(value)),
        _ => Cell::Text(text.replace("\\n", "\n").into()),
    }
}

fn layout(text: &str) -> Layout {
    let mut layout = Layout {
        name: "hosts.csv".into(),
        grid: Grid {
            place: GridPlace::Csv,
            rows: Vec::new(),
            first_row: 1,
            merges: Vec::new(),
            is_1904: false,
            lines: Vec::new(),
        },
        expected: String::new(),
    };
    let (cells, expected) = text.split_once("\n----\n").expect("a line of dashes");
    expected.trim().clone_into(&mut layout.expected);
    for line in cells.lines() {
        if let Some(name) = line.strip_prefix("# name: ") {
            layout.name = name.into();
        } else if let Some(sheet) = line.strip_prefix("# sheet: ") {
            layout.grid.place = GridPlace::Sheet(sheet.into());
        } else if let Some(merge) = line.strip_prefix("# merge: ") {
            let n: Vec<u32> = merge.split([',', '-']).map(|n| n.trim().parse().expect("a number")).collect();
            layout.grid.merges.push(Merge {
                first_row: n[0],
                first_column: n[1],
                last_row: n[2],
                last_column: n[3],
            });
        } else if let Some(paragraph) = line.strip_prefix("# line: ") {
            layout.grid.place = GridPlace::Table(1);
            layout.grid.lines.push(paragraph.into());
        } else if line == "# 1904" {
            layout.grid.is_1904 = true;
        } else {
            layout.grid.rows.push(line.split('\t').map(cell).collect());
        }
    }
    layout
}

fn both(text: &Text) -> String {
    match (text.wording(Lang::Zh), text.wording(Lang::En)) {
        (zh, "") => zh.to_owned(),
        ("", en) => en.to_owned(),
        (zh, en) => format!("{zh} = {en}"),
    }
}

fn person(person: &PersonStated) -> String {
    let role = match person.role {
        Role::Speaker => "",
        Role::Chair => "chair ",
        Role::GuestOfHonour => "guest ",
        Role::Interpreter => "interpreter ",
    };
    let mut shown = format!("{role}{}", both(&person.name));
    for (open, text) in [(" <", &person.organisation), (" [", &person.position)] {
        if !text.is_empty() {
            let _ = write!(shown, "{open}{}{}", both(text), if open == " <" { ">" } else { "]" });
        }
    }
    shown
}

fn shown(entry: &Entry, zone: &TimeZone) -> String {
    let when = entry.when.map_or("-".into(), |span| {
        let at = |t: jiff::Timestamp| t.to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M").to_string();
        format!("{} > {}", at(span.start()), at(span.end()))
    });
    let place = match &entry.place {
        PlaceStated::Nowhere => "-".into(),
        PlaceStated::Together(place) => both(place),
        PlaceStated::VenueAndRoom(venue, room) => format!("{} / {}", both(venue), both(room)),
    };
    let people: Vec<String> = entry.people.iter().map(person).collect();
    let mut line = format!("{when} | {} | {place} | {}", both(&entry.title), people.join("; "));
    for (name, text) in [("activity", &entry.activity), ("part", &entry.part), ("host", &entry.host)] {
        if !text.is_empty() {
            let _ = write!(line, " | {name} {}", both(text));
        }
    }
    if let Some(expected) = entry.expected {
        let _ = write!(line, " | {expected} people");
    }
    if entry.state == State::Cancelled {
        line.push_str(" | cancelled");
    }
    line.trim_end().to_owned()
}

fn opened(hours: &Hours) -> String {
    let one = |opening: &Opening| match opening {
        Opening::Weekly(days, from, to) => {
            let days: Vec<String> = days.iter().map(|day| day.to_monday_one_offset().to_string()).collect();
            format!("{} {}-{}", days.concat(), from.strftime("%H:%M"), to.strftime("%H:%M"))
        }
        Opening::On(date, from, to) => format!("{date} {}-{}", from.strftime("%H:%M"), to.strftime("%H:%M")),
        Opening::Closed(date) => format!("{date} closed"),
    };
    hours.openings.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn read(layout: &Layout) -> String {
    let zone = TimeZone::get("Asia/Shanghai").expect("the zone table is compiled in");
    let reading = match read_grids(
        &layout.name.as_str().into(),
        std::slice::from_ref(&layout.grid),
        &Asked { zone: &zone, map: None, this_year: 2026 },
    ) {
        Ok(reading) => reading,
        Err(refusal) => return format!("refused: {refusal}"),
    };
    let mut lines: Vec<String> = reading.entries.iter().map(|entry| shown(entry, &zone)).collect();
    for venue in &reading.venues {
        let at = venue
            .position
            .map_or(String::new(), |p| format!(" | {} {} {:?}", p.longitude(), p.latitude(), p.datum()));
        lines.push(format!(
            "venue {} | {} | {:?} | {}{at}",
            both(&venue.name),
            both(&venue.address),
            venue.capacity,
            opened(&venue.hours)
        ));
    }
    for room in &reading.rooms {
        lines.push(format!(
            "room {} / {} | {:?} | {}",
            both(&room.venue),
            both(&room.name),
            room.seats,
            opened(&room.hours)
        ));
    }
    let mut words: Vec<&str> = reading.defects.iter().map(festoon_exchange::Defect::word).collect();
    words.sort_unstable();
    words.dedup();
    if !words.is_empty() {
        lines.push(format!("! {}", words.join(", ")));
    }
    lines.join("\n")
}

#[test]
fn every_layout_gives_the_entries_it_must() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/layouts");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect("the folder").map(|file| file.expect("a file").path()).collect();
    files.sort();
    assert!(files.len() >= 40, "{} layouts", files.len());
    let mut wrong = String::new();
    for file in files {
        let layout = layout(&std::fs::read_to_string(&file).expect("readable"));
        let found = read(&layout);
        if found != layout.expected {
            let _ = write!(
                wrong,
                "\n=== {}\n--- expected\n{}\n--- found\n{found}\n",
                file.display(),
                layout.expected
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
