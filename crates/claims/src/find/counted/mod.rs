//! What a number counts where no unit touches it.

pub(crate) mod again_en;
pub(crate) mod ahead_en;
pub(crate) mod bare_en;
pub(crate) mod bare_zh;
pub(crate) mod carried_en;
pub(crate) mod cells_zh;
pub(crate) mod elliptic_en;
pub(crate) mod list_en;
pub(crate) mod nouns;
pub(crate) mod nouns_en;
pub(crate) mod nouns_zh;
pub(crate) mod phrase_en;
pub(crate) mod series_en;
pub(crate) mod visits_zh;
