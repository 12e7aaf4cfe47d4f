//! The outbox worker, on both databases, with a clock that tests set.

mod crashes;
mod handlers;
mod running;
mod stage;
mod steps;
mod together;
