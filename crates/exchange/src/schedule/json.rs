//! Not read yet.

use super::notes::Notes;
use super::outline::Outline;
use crate::{NamedFile, Refusal};

pub(super) fn read_first(_file: &NamedFile, _notes: &mut Notes) -> Result<Outline, Refusal> {
    Ok(Outline::default())
}

pub(super) fn read_second(_file: &NamedFile, _notes: &mut Notes) -> Result<Outline, Refusal> {
    Ok(Outline::default())
}

pub(super) fn read_opass(_file: &NamedFile, _notes: &mut Notes) -> Result<Outline, Refusal> {
    Ok(Outline::default())
}
