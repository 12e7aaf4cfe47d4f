//! A file that was kept becomes somebody's picture or a session's paper, in one transaction with its row and its task.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use festoon_domain::programme::UPLOAD;
use festoon_domain::record::{Change, Kind, Record, Value};
use festoon_store::Store;
use jiff::Timestamp;

use super::DraftRefusal;
use super::edit::{Which, change};
use crate::uploads::{Added, Kept, add};
use crate::{Actor, Failure};

/// A kept file and whose it is.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// In which week; none for the current one.
    pub week: Option<String>,
    /// A person for a picture, a session for a paper.
    pub owner: (Kind, String),
    /// What was kept.
    pub kept: Kept,
    /// What its owner called it.
    pub name: String,
    /// What the public reads as its title.
    pub title: String,
    /// Who brings it.
    pub actor: Actor,
}

/// A host hands a file in; whether it is new to the week, and what changed in the draft.
///
/// # Errors
/// When there is no such owner; then there is no row either, and the sweep takes the file.
pub fn attach(
    store: &Store,
    now: Timestamp,
    attachment: &Attachment,
) -> Result<(Added, Option<Change>), Failure<DraftRefusal>> {
    let (kind, key) = &attachment.owner;
    let which = Which { week: attachment.week.as_deref(), kind: *kind, key };
    let why = format!("upload {}", attachment.name);
    let is_new = Arc::new(AtomicBool::new(false));
    let (kept, name, by, noted) =
        (attachment.kept.clone(), attachment.name.clone(), attachment.actor.clone(), Arc::clone(&is_new));
    let also = move |tx: &mut festoon_store::Tx<'_>, week: &str| {
        let added = add(tx, now, by.name(), week, &kept, &name)?;
        noted.store(added == Added::New, Ordering::Relaxed);
        Ok(())
    };
    let put = |_: &[Record], record: &mut Record| {
        put(record, attachment);
        Ok(())
    };
    let change = change(store, now, &which, &attachment.actor, &why, put, also)?;
    let added = if is_new.load(Ordering::Relaxed) { Added::New } else { Added::Before };
    Ok((added, change))
}

/// A person has one picture, a session papers; the same paper again takes the place of itself.
fn put(record: &mut Record, attachment: &Attachment) {
    let address = format!("{UPLOAD}{}", attachment.kept.hash);
    let place = |field: &str| record.kind.place_of(field);
    if let Some(place) = place("picture") {
        record.values[place] = Value::Words(address.into());
    } else if let Some(place) = place("references") {
        let had = match &record.values[place] {
            Value::List(entries) => entries.clone(),
            _ => Vec::new(),
        };
        let paper = format!("attachment {address} {}", attachment.title.trim());
        let others = had.into_iter().filter(|entry| !entry.contains(&address));
        record.values[place] = Value::List(others.chain([paper.trim_end().into()]).collect());
    }
}
