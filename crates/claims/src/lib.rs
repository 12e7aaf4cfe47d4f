//! Figures in Chinese and English texts: found, understood, and held against what is true.
//!
//! Plain text in, values out. Nothing here reads a file or a clock, and nothing knows a week of ours.
//! The order of reading: a [`Claim`] is a figure as a text uses it, and [`find()`] finds them; a [`Figure`] is a number as it is known, a
//! [`Ledger`] many of them; a [`Linter`] holds claims against a ledger and gives a [`Verdict`] on each; [`align()`] pairs the claims of
//! one text in two languages; [`wording`] and [`Template`] go the other way, from figures to words.
#![warn(missing_docs)]

mod align;
mod calendar;
mod claim;
mod figure;
mod find;
mod ledger;
mod lint;
mod measure;
mod number;
mod unit;
mod write;

pub use align::{Difference, Pair, align};
pub use calendar::{Clock, Date};
pub use claim::{Change, Claim, Hedge, Kind, Oddity, Role, Stage, UnitFrom, Value};
pub use figure::{Announced, Earlier, Figure, Secrecy};
pub use find::find;
pub use ledger::{Fault, HedgeRule, HedgeRules, Ledger, Side, Unreadable, Week, Width, Words};
pub use lint::{Finding, Language, Linter, Occasion, Verdict};
pub use number::Number;
pub use unit::{Currency, Unit};
pub use write::{
    Broken, Rendered, Rounding, Slot, SlotChange, Template, Untold, Wording, exact, moving, restated, wording,
};
