//! Which figure a claim states: what speaks for each that it could mean, and against it.

pub(crate) mod candidate;
pub(crate) mod evidence;
pub(crate) mod fit;
pub(crate) mod kin;
pub(crate) mod needed;
pub(crate) mod plain_total;
pub(crate) mod rivals;
pub(crate) mod scope;
pub(crate) mod thing;
pub(crate) mod weigh;
