//! What is answered, as it stands in JSON. Every shape borrows from the guide and is written out at once.
//!
//! The shapes lie here rather than in `app` because they are one with the HTTP round them: the description at
//! `/api/v1/openapi.json` is made of these very types, together with the statuses and parameters of their addresses, so neither can
//! say what the other does not. Descriptions are for people who program, in English and Chinese.
//! A field is never left out: what is not known is null, so whoever reads one record has seen all fields there are.

mod activity;
mod figure;
mod link;
mod people;
mod session;
mod text;
mod venue;
mod week;

pub(super) use activity::{ActivityRecord, HostRecord, PartRecord};
pub(super) use figure::FigureRecord;
pub(super) use link::{Addresses, Links, PerLanguage};
pub(super) use people::PersonRecord;
pub(super) use session::{OccurrenceRecord, SessionRecord};
pub(super) use text::{Moment, Named, Wordings, zone_name};
pub(super) use venue::{RoomRecord, VenueRecord};
pub(super) use week::{NoticeRecord, ReleaseRecord, WeekEntry, WeekRecord};
