//! The public benchmark of conference timetables: what its authors' solutions cost, and what is no solution.

use std::path::PathBuf;

use festoon_app::timetable::conference::{self, Posed};
use festoon_exchange::NamedFile;
use festoon_exchange::cosplib;

/// A file of the benchmark; nothing, and said so, where the real files are not at hand.
fn real(name: &str) -> Option<NamedFile> {
    let stated = std::env::var("FESTOON_REAL_DATA").unwrap_or_else(|_| "../shared/data".into());
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(stated);
    let bytes = std::fs::read(folder.join("timetable/cosplib").join(name)).ok();
    if bytes.is_none() {
        println!("skipped: {name} is not under FESTOON_REAL_DATA");
    }
    Some(NamedFile { name: name.into(), bytes: bytes? })
}

fn posed(name: &str) -> Option<Posed> {
    let file = real(&format!("instances/{name}.xlsx"))?;
    assert!(cosplib::is_conference(&file));
    let conference = cosplib::read(&file).expect("a conference");
    Some(conference::pose(conference).expect("a sum of 64 bits"))
}

#[test]
fn the_authors_solutions_cost_what_is_published() {
    for (name, exact, extended) in [("N2OR", 2, 2), ("GECCO20", 6_298, 7_768), ("OR60F", 1_664, 433)] {
        let Some(posed) = posed(name) else { continue };
        for (folder, objective) in [("exact", exact), ("extended", extended)] {
            let path = format!("published_solutions/{folder}/{name}Solution.xlsx");
            let Some(file) = real(&path) else { continue };
            let solution = cosplib::read_solution(&file, posed.conference()).expect("a solution");
            let scored = conference::score(&posed, &solution);
            assert_eq!((scored.objective, scored.hard), (objective, 0), "{path}");

            let written =
                NamedFile { name: "again.xlsx".into(), bytes: conference::write(&posed, &solution) };
            let again = cosplib::read_solution(&written, posed.conference()).expect("a solution");
            assert_eq!(again, solution, "{path}");
        }
    }
}
