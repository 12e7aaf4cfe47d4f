//! Figures in Chinese and English texts: found, understood, and held against what is true.
//!
//! Plain text in, values out. Nothing here reads a file or a clock, and nothing knows a week of ours.
//! The order of reading: a [`Claim`] is a figure as a text uses it, a [`Figure`] a number as it is known, a [`Ledger`] many of them.
#![warn(missing_docs)]

mod calendar;
mod claim;
mod figure;
mod find;
mod ledger;
mod number;
mod unit;

pub use calendar::{Clock, Date};
pub use claim::{Change, Claim, Hedge, Kind, Oddity, Role, Stage, Value};
pub use figure::{Announced, Earlier, Figure, Secrecy};
pub use find::find;
pub use ledger::{Fault, HedgeRule, HedgeRules, Ledger, Side, Unreadable, Week, Width, Words};
pub use number::Number;
pub use unit::{Currency, Unit};
