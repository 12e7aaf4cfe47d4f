//! The demo as somebody meets it who has just fetched the binary: made from nothing, and small.

use super::office::Office;

/// What a server of one small week may hold in kB, its own code aside: a debug build's is twice as large as all else.
const MOST_HELD: u64 = 30 * 1024;

#[test]
fn a_demo_that_has_just_made_its_week_holds_little_memory() {
    let office = Office::new();
    let server = office.opens_the_demo();
    server.until("/en", "200 OK");
    let Some(held) = server.held("Anonymous:") else { return };
    assert!(held < MOST_HELD, "{held} kB");
    // Where the kernel gives pages of 2 MB to who asks for them, a few kilobytes of each thread would be filled up to that.
    assert_eq!(server.held("AnonHugePages:"), Some(0));
}
