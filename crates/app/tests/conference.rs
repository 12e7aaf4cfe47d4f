//! The public benchmark of conference timetables: what its authors' solutions cost, and what is no solution.

use std::path::PathBuf;

use festoon_app::timetable::conference::{self, Posed};
use festoon_exchange::NamedFile;
use festoon_exchange::cosplib::{
    self, Conference, Place, Session, Solution, Submission, Track, Weighed, Weights,
};
use festoon_solver::Limits;

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

/// The total of the accounts, which are counted without the solver.
fn accounted(posed: &Posed, solution: &Solution) -> i64 {
    let lines = conference::accounts(posed, solution).into_iter().flat_map(|account| account.lines);
    lines.map(|(_, cost)| cost).sum()
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
            assert_eq!(accounted(&posed, &solution), objective, "{path}");

            let written =
                NamedFile { name: "again.xlsx".into(), bytes: conference::write(&posed, &solution) };
            let again = cosplib::read_solution(&written, posed.conference()).expect("a solution");
            assert_eq!(again, solution, "{path}");
        }
    }
}

#[test]
fn what_is_found_in_a_public_conference_costs_what_its_lines_add_up_to() {
    for name in ["N2OR", "GECCO20", "OR60F", "ISF22"] {
        let Some(posed) = posed(name) else { continue };
        let found = conference::solve(&posed, &Limits::steps(2_000), &mut |_| ());
        assert_eq!(accounted(&posed, &found.solution), found.scored.objective, "{name}");
    }
}

/// Three sessions of three slots in three rooms, and nine talks of three tracks whose people are in each other's way.
fn small() -> Conference {
    let names = |all: &[&str]| -> Vec<Box<str>> { all.iter().map(|name| (*name).into()).collect() };
    let sessions =
        ["Mon", "Tue", "Wed"].map(|name| Session { name: name.into(), slots: 3, rooms: vec![0, 1, 2] });
    let track = |name: &str, chairs: &[&str], sessions| Track {
        name: name.into(),
        chairs: names(chairs),
        sessions,
        rooms: vec![1, 0, 3],
    };
    let people = ["Ada", "Wei", "Noor", "Otto"];
    let submission = |at: usize| Submission {
        reference: format!("S{at}").into(),
        track: at % 3,
        slots: if at.is_multiple_of(4) { 2 } else { 1 },
        order: u32::try_from(at % 4).expect("few"),
        presenters: names(&[people[at % 4], "Lin"][..=at % 2]),
        attendees: names(&[people[(at + 1) % 4], "Mei"]),
        sessions: vec![0, 4, 1],
        rooms: vec![2, 0, 1],
        hours: vec![10, 1, 0],
    };
    Conference {
        sessions: sessions.to_vec(),
        rooms: names(&["Hall", "Loft", "Yard"]),
        tracks: vec![
            track("Ants", &["Ada", "Lin"], vec![1, 0, 2]),
            track("Bees", &["Lin"], vec![0, 3, 0]),
            track("Wasps", &["Wei"], vec![0, 0, 5]),
        ],
        submissions: (0..9).map(submission).collect(),
        similar: vec![(0, 1, 7), (1, 2, 11)],
        weights: Weights::new([3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59]),
    }
}

/// A solution of the small conference by chance: every cell has a track, and submissions stand where there is room, if there is.
fn by_chance(conference: &Conference, seed: u64) -> Solution {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut below = |most: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 40).expect("24 bits") % most
    };
    let tracks: Vec<usize> = (0..9).map(|_| below(3)).collect();
    let mut free = [[true; 3]; 9];
    let mut places = Vec::new();
    for submission in &conference.submissions {
        let slots = usize::from(submission.slots);
        let last = 3 - slots;
        let fits = (0..40).map(|_| (below(9), below(last + 1)));
        let found = fits
            .filter(|(cell, _)| tracks[*cell] == submission.track)
            .find(|(cell, slot)| free[*cell][*slot..slot + slots].iter().all(|free| *free));
        places.push(found.map(|(cell, slot)| {
            free[cell][slot..slot + slots].fill(false);
            Place { session: cell / 3, room: cell % 3, slot: u16::try_from(slot).expect("few") }
        }));
    }
    Solution(places)
}

#[test]
fn the_solver_counts_every_rule_as_the_accounts_do() {
    let posed = conference::pose(small()).expect("a sum of 64 bits");
    let mut counts = Vec::new();
    for seed in 0..500 {
        let solution = by_chance(posed.conference(), seed);
        let scored = conference::score(&posed, &solution);
        assert_eq!(accounted(&posed, &solution), scored.objective, "{seed}");
        counts.extend(scored.counts);
    }
    for weighed in Weighed::ALL {
        let seen = counts.iter().any(|(rule, _, count)| *rule == weighed && *count > 0);
        assert!(seen, "{weighed:?} was never broken, so nothing is shown of it");
    }
}

#[test]
fn a_pair_counts_once_however_many_people_make_it_one_and_a_chair_hears_their_own_track() {
    let names = |all: &[&str]| -> Vec<Box<str>> { all.iter().map(|name| (*name).into()).collect() };
    let mut conference = small();
    conference.submissions.truncate(4);
    for submission in &mut conference.submissions {
        submission.presenters = Vec::new();
        submission.attendees = Vec::new();
    }
    // S0 and S3 are of one track, which Ada chairs; S1 and S2 are of others.
    conference.submissions[0].presenters = names(&["Ada", "Noor"]);
    conference.submissions[1].presenters = names(&["Ada", "Noor"]);
    let posed = conference::pose(conference).expect("a sum of 64 bits");

    let in_one_session = |rooms: [usize; 4]| {
        let place = |room, slot| Some(Place { session: 0, room, slot });
        Solution(vec![place(rooms[0], 0), place(rooms[1], 0), place(rooms[2], 0), place(rooms[3], 2)])
    };
    let count = |solution: &Solution, weighed| {
        let scored = conference::score(&posed, solution);
        scored.counts.into_iter().find(|(rule, ..)| *rule == weighed).map(|(.., count)| count)
    };
    // S1's presenter Ada chairs the track of S0 and of S3: two pairs.
    let solution = in_one_session([0, 1, 2, 0]);
    assert_eq!(count(&solution, Weighed::Presenters), Some(2));
    assert_eq!(count(&solution, Weighed::PresentersAtOnce), Some(1));
    // Lin chairs Ants and Bees, which are beside each other once.
    assert_eq!(count(&solution, Weighed::Chairs), Some(1));
}

#[test]
fn weights_that_cannot_be_added_up_are_refused() {
    let mut conference = small();
    conference.submissions[0].sessions[0] = 1_000_000_000;
    conference.weights = Weights::new([1_000_000_000; 16]);
    assert_eq!(conference::pose(conference).err(), Some(conference::TooDear));
}

/// A solution of the small conference in which everything has a place.
fn whole(posed: &Posed) -> Solution {
    let found = conference::solve(posed, &Limits::steps(20_000), &mut |_| ());
    assert_eq!(found.scored.hard, 0);
    found.solution
}

#[test]
fn what_is_told_of_a_timetable_costs_what_it_costs_and_every_rule_has_a_sentence_in_both_languages() {
    let posed = conference::pose(small()).expect("a sum of 64 bits");
    let mut said = std::collections::BTreeMap::new();
    for seed in 0..500 {
        let solution = by_chance(posed.conference(), seed);
        let told = conference::told(&posed, &solution);
        let cost: i64 = told.iter().map(|told| told.cost).sum();
        assert_eq!(cost, conference::score(&posed, &solution).objective, "{seed}");
        for told in told {
            for sentence in [&told.sentence.zh, &told.sentence.en] {
                let whole = !sentence.contains('{') && !sentence.contains("“”") && !sentence.contains("「」");
                assert!(whole && !sentence.ends_with("：。") && !sentence.ends_with(": ."), "{sentence}");
            }
            said.insert(told.weighed.map(Weighed::called), told.sentence);
        }
    }
    // One for each rule, and one for what has no place.
    assert_eq!(said.len(), Weighed::ALL.len() + 1, "{said:?}");
}

#[test]
fn why_a_submission_is_not_elsewhere_adds_up_to_what_the_other_timetable_costs() {
    let posed = conference::pose(small()).expect("a sum of 64 bits");
    let solution = whole(&posed);
    let now = conference::score(&posed, &solution).objective;
    let mut asked = [0, 0];
    for submission in 0..9 {
        for cell in (0..3).flat_map(|session| (0..3).map(move |room| (session, room))) {
            let answer = conference::why_not(&posed, &solution, submission, cell);
            let is_free = answer.in_the_way.is_empty();
            asked[usize::from(is_free)] += 1;
            if !is_free {
                continue;
            }
            let mut then = solution.clone();
            then.0[submission] = Some(Place { session: cell.0, room: cell.1, slot: answer.slot });
            assert_eq!(
                now + answer.by(),
                conference::score(&posed, &then).objective,
                "{submission} {cell:?}"
            );
        }
    }
    assert!(asked.iter().all(|count| *count > 0), "{asked:?}");
}

#[test]
fn another_tracks_room_is_one_sentence_that_names_who_is_there() {
    let mut conference = small();
    conference.submissions.truncate(4);
    let posed = conference::pose(conference).expect("a sum of 64 bits");
    let place = |session, room, slot| Some(Place { session, room, slot });
    // S0 and S3 are Ants, S1 is of the Bees, S2 of the Wasps.
    let solution = Solution(vec![place(0, 0, 0), place(0, 1, 0), place(0, 2, 0), place(0, 0, 2)]);
    let answer = conference::why_not(&posed, &solution, 1, (0, 0));
    let said: Vec<(&str, &str)> = answer.in_the_way.iter().map(|said| (&*said.zh, &*said.en)).collect();
    assert_eq!(
        said,
        [(
            "Mon的Hall归分会「Ants」（「S0」、「S3」）；一个会场在一个时段只排一个分会。",
            "In Mon, Hall is of “Ants” (“S0”, “S3”), and a room holds one track in a session."
        )]
    );
}

#[test]
fn a_conference_that_cannot_be_is_told_by_submissions_and_slots() {
    let mut conference = small();
    conference.submissions.truncate(3);
    conference.sessions.truncate(1);
    conference.rooms.truncate(1);
    conference.sessions[0].rooms.truncate(1);
    for track in &mut conference.tracks {
        (track.sessions, track.rooms) = (vec![0], vec![0]);
    }
    for submission in &mut conference.submissions {
        (submission.track, submission.slots) = (0, 2);
        (submission.sessions, submission.rooms, submission.hours) = (vec![0], vec![0], vec![0]);
    }
    let posed = conference::pose(conference).expect("a sum of 64 bits");
    let causes = conference::causes(&posed, &Limits::steps(1_000));
    let said: Vec<(&str, &[usize])> =
        causes.iter().map(|reason| (&*reason.sentence.en, &reason.about[..])).collect();
    // Any two of the three are too long; the first are named.
    let sentence = "These take 4 slots together, and the sessions and rooms they may use have 3: “S0”, “S1”.";
    assert_eq!(said, [(sentence, &[0, 1][..])]);
}

#[test]
fn a_tight_conference_that_can_be_is_not_called_impossible_whatever_the_seed() {
    let Some(posed) = posed("N2OR") else { return };
    for seed in 1..=5 {
        let limits = Limits { seed, ..Limits::steps(20_000) };
        assert_eq!(conference::causes(&posed, &limits), [], "{seed}");
    }
}
