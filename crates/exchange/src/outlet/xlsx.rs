//! Not written yet.

use festoon_domain::programme::Programme;

use super::{Asked, Losses, Unwritable};

pub(super) fn write(
    _programme: &Programme,
    _asked: &Asked,
    _losses: &mut Losses,
) -> Result<Vec<u8>, Unwritable> {
    Ok(Vec::new())
}
