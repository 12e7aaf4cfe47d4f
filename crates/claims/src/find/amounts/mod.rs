//! Numbers with what touches them: numerals, units, money, hedges, ranges, ordinals.

pub(crate) mod amount;
pub(crate) mod behind;
pub(crate) mod front;
pub(crate) mod hedge;
pub(crate) mod hedge_behind;
pub(crate) mod hedge_twice;
pub(crate) mod measured;
pub(crate) mod money_en;
pub(crate) mod multiple;
pub(crate) mod ordinal;
pub(crate) mod ordinal_zh;
pub(crate) mod range;
pub(crate) mod rare;
pub(crate) mod spelled_en;
pub(crate) mod spelled_zh;
