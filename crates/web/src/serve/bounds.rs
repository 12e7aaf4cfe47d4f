//! How much a server bears with, and for how long.

use std::time::Duration;

/// More connections would not be answered sooner. At some kilobytes each while nothing is asked, these are a hundred megabytes or two.
const MOST_CONNECTIONS: usize = 16_384;

/// A connection is a file to the system. So many are left for the database, uploads, and what the program itself has open.
const OTHER_FILES: usize = 256;

/// What systems hand out unless asked for more.
const USUAL_FILES: usize = 1_024;

/// The bounds of a server.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    /// How many connections are open at a time.
    pub(super) connections: usize,
    /// How long the head of a question may take to arrive, and a connection be kept without one.
    pub(super) head: Duration,
    /// How slowly a form or a file may arrive.
    pub(super) body: Pace,
    /// How long nothing at all of an answer may be taken. Whoever takes a little each time may take long.
    pub(super) taking: Duration,
    /// How long answers under way may still take once the server is asked to stop.
    pub(super) farewell: Duration,
}

/// How slowly what somebody sends may arrive.
///
/// A rate and not a pause, because one byte a minute is no pause; and not an end, because files of an office may be large.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pace {
    /// How long it may take whatever its size.
    pub(super) grace: Duration,
    /// How many bytes a second must have come after that, on the whole.
    pub(super) least: u32,
}

impl Pace {
    /// How long so many bytes may take from the first time that they are waited for.
    pub(super) fn time_for(self, bytes: u64) -> Duration {
        self.grace + Duration::from_millis(bytes.saturating_mul(1000) / u64::from(self.least.max(1)))
    }
}

impl Bounds {
    /// The usual ones, with as many connections as the system gives this process files for.
    pub(super) fn of_this_process() -> Self {
        let files =
            rlimit::increase_nofile_limit(u64::MAX).ok().and_then(|files| usize::try_from(files).ok());
        Self {
            connections: connections_of(files.unwrap_or(USUAL_FILES)),
            head: Duration::from_secs(30),
            // The slowest telephone line that anybody still has.
            body: Pace { grace: Duration::from_secs(30), least: 1024 },
            taking: Duration::from_mins(1),
            farewell: Duration::from_secs(10),
        }
    }
}

/// Even where there are hardly any files, half of them are for readers.
fn connections_of(files: usize) -> usize {
    files.saturating_sub(OTHER_FILES).max(files / 2).clamp(1, MOST_CONNECTIONS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connections_leave_files_for_the_rest_and_have_a_bound_of_their_own() {
        assert_eq!([64, 1_024, 1 << 20, 0].map(connections_of), [32, 768, 16_384, 1]);
    }

    #[test]
    fn a_large_file_has_longer() {
        let pace = Pace { grace: Duration::from_secs(30), least: 1024 };
        assert_eq!(pace.time_for(0), Duration::from_secs(30));
        assert_eq!(pace.time_for(1 << 20), Duration::from_secs(30 + 1024));
    }
}
