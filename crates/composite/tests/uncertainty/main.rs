//! Studies of models whose answers are known: closed forms, coverage of intervals, exact enumeration, ranks, and what is refused.

mod closed_forms;
mod coverage;
mod drawing;
mod enumerating;
mod functions;
mod refused;
mod same_bytes;
mod speed;
mod standings;
