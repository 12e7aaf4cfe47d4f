//! A mistake of our own is a sentence and exit code 2, as every other: never a panic.

use std::panic::{self, AssertUnwindSafe};
use std::sync::{Arc, Mutex, PoisonError};

use crate::complaint::Complaint;

/// What a command answers; what it panics with is a complaint about ourselves.
pub(crate) fn guarded<T>(command: impl FnOnce() -> Result<T, Vec<Complaint>>) -> Result<T, Vec<Complaint>> {
    let seen = Arc::new(Mutex::new(String::new()));
    let keeper = Arc::clone(&seen);
    panic::set_hook(Box::new(move |info| {
        *keeper.lock().unwrap_or_else(PoisonError::into_inner) = info.to_string();
    }));

    let answered = panic::catch_unwind(AssertUnwindSafe(command));

    drop(panic::take_hook());
    answered.unwrap_or_else(|_| {
        let words = seen.lock().unwrap_or_else(PoisonError::into_inner).replace('\n', " ");
        Err(vec![Complaint::our_own_fault(&words)])
    })
}
