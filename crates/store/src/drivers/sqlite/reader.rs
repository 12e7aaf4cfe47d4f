//! A reader's lane: every job sees one state of the database, and no writer waits for it.

use super::connection::Sqlite;
use crate::store::job::Verdict;
use crate::store::queue::Queue;

/// Takes jobs until the queue is closed.
pub(super) fn serve(queue: &Queue, connection: &mut Sqlite) {
    while let Some(mut waiting) = queue.next() {
        if let Err(error) = connection.look() {
            waiting.job.fail(error);
            continue;
        }
        let verdict = waiting.job.run(connection);
        let failure = connection.failure();
        connection.abandon();
        match failure {
            Some(error) if verdict == Verdict::Keep => waiting.job.fail(error),
            _ => waiting.job.answer(),
        }
    }
}
