//! Not written yet.

use festoon_domain::programme::Programme;

use super::{Asked, Losses};

pub(super) fn write(_programme: &Programme, _asked: &Asked, _losses: &mut Losses) -> Vec<u8> {
    Vec::new()
}
