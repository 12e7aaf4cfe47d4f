//! One-to-one meetings: counted alike by search and scorer, best where every plan can be tried, and as good as is published.

#[path = "meetings/agreeing.rs"]
mod agreeing;
#[path = "meetings/interpreters.rs"]
mod interpreters;
#[path = "meetings/matching.rs"]
mod matching;
#[path = "meetings/published.rs"]
mod published;
#[path = "meetings/refused.rs"]
mod refused;
