//! The draft of schedule.json, version 2 (alpha-3): <https://c3voc.de/schema/schedule2>.
//!
//! What stands in it beside conference and events is held against the table only as far as it is read.

use crate::schedule::json::form::{Form, Others, Value, Words, beyond, may, must, told};
use crate::schedule::json::node::Kind;

const TEXT: Value = Value::Text(Words::Any);
/// Words in one language, or by language.
const LOCALIZED: Value = Value::Kinds(&[Kind::Null, Kind::Text, Kind::Object]);

/// The file.
pub(in crate::schedule::json) const SECOND: Form = Form {
    members: &[
        must("schedule", Value::Object(&SCHEDULE)),
        may("$schema", TEXT),
        may("generator", Value::Kinds(&[Kind::Object])),
    ],
    others: Others::None,
};

const SCHEDULE: Form = Form {
    members: &[
        must("conference", Value::Object(&CONFERENCE)),
        must("version", TEXT),
        may("events", Value::List(&Value::ByType { breaks: &BREAK, others: &EVENT })),
        may("persons", Value::List(&Value::Object(&PERSON))),
    ],
    others: Others::Any,
};

const CONFERENCE: Form = Form {
    members: &[
        must("title", TEXT),
        must("acronym", Value::Text(Words::Acronym)),
        must("days", Value::List(&Value::Object(&DAY))),
        must("start", Value::Text(Words::Bound)),
        must("end", Value::Text(Words::Bound)),
        may("description", LOCALIZED),
        may("timeslot_duration", Value::Text(Words::IsoDuration)),
        may("time_zone_name", Value::Text(Words::Zone)),
        may("logo", Value::Kinds(&[Kind::Object])),
        may("colors", Value::Kinds(&[Kind::Object])),
        may("keywords", Value::List(&TEXT)),
        may("url", Value::Text(Words::Address)),
        may("languages", Value::List(&Value::Text(Words::Language))),
        may("defaults", Value::Object(&DEFAULTS)),
        may("tracks", Value::List(&Value::Object(&TRACK))),
        may("rooms", Value::List(&Value::Object(&ROOM))),
        may("meta", Value::Kinds(&[Kind::Object])),
        beyond("venue"),
        beyond("city"),
        beyond("base_url"),
    ],
    others: Others::None,
};

const DEFAULTS: Form = Form {
    members: &[
        may("theme", Value::Text(Words::OneOf(&["light", "dark"]))),
        may("language", Value::Text(Words::Language)),
    ],
    others: Others::Any,
};

const TRACK: Form = Form {
    members: &[
        may("type", TEXT),
        may("name", TEXT),
        may("slug", Value::Text(Words::Slug)),
        may("color", TEXT),
    ],
    others: Others::Any,
};

const ROOM: Form = Form {
    members: &[
        must("name", TEXT),
        must("guid", Value::Text(Words::Uuid)),
        may("slug", Value::Text(Words::Slug)),
        may(
            "type",
            Value::Text(Words::OneOf(&[
                "LECTURE_HALL",
                "STAGE",
                "WORKSHOP",
                "OUTSIDE",
                "VIRTUAL",
                "PROJECT",
                "HANGAR",
                "OTHER",
            ])),
        ),
        may("stream_id", TEXT).or_null(),
        may("description", LOCALIZED),
        may("capacity", Value::Kinds(&[Kind::Number, Kind::Null])),
        may("url", Value::Text(Words::Address)),
        may("features", Value::Kinds(&[Kind::Object])),
        may("parent", Value::Any),
    ],
    others: Others::None,
};

const DAY: Form = Form {
    members: &[
        must("index", Value::Whole),
        must("date", Value::Text(Words::Day)),
        must("start", Value::Text(Words::Bound)),
        must("end", Value::Text(Words::Bound)),
    ],
    others: Others::None,
};

/// What somebody does.
const EVENT: Form = Form {
    members: &[
        told("guid", TEXT),
        told("title", TEXT),
        must("start", Value::Text(Words::Moment)),
        must("end", Value::Text(Words::Moment)),
        must(
            "type",
            Value::Text(Words::OneOf(&[
                "TALK",
                "WORKSHOP",
                "HANDS-ON",
                "MEETING",
                "DISCUSSION",
                "PERFORMANCE",
                "CONCERT",
                "GAME",
                "LIGHTNING_TALK",
                "OTHER",
            ])),
        ),
        may("code", Value::Text(Words::Code)),
        may("logo", Value::Kinds(&[Kind::Null, Kind::Object])),
        may("duration", Value::Text(Words::IsoDuration)),
        must("room", Value::Object(&ROOM_NAMED)),
        must("slug", Value::Text(Words::Slug)),
        must("url", Value::Text(Words::Address)),
        must("subtitle", TEXT).or_null(),
        must("track", Value::Object(&TRACK_NAMED)),
        must("language", Value::Text(Words::Language)),
        must("abstract", LOCALIZED),
        may("description", LOCALIZED),
        must("participants", Value::List(&Value::Object(&PARTICIPANT))),
        must("links", Value::List(&Value::Object(&REFERENCE))),
        may("attachments", Value::List(&Value::Object(&REFERENCE))),
        may(
            "state",
            Value::Text(Words::OneOf(&[
                "DRAFT",
                "SUBMITTED",
                "ACCEPTED",
                "REJECTED",
                "CONFIRMED",
                "DELAYED",
                "CANCELED",
                "WITHDRAWN",
                "DELETED",
            ])),
        ),
        beyond("id"),
        beyond("date"),
        beyond("location"),
        beyond("persons"),
        beyond("languages"),
    ],
    others: Others::None,
};

/// What nobody does: it needs little.
const BREAK: Form = Form {
    members: &[
        must("type", TEXT),
        told("title", TEXT),
        must("start", Value::Text(Words::Moment)),
        must("end", Value::Text(Words::Moment)),
        may("subtitle", TEXT),
        may("guid", TEXT),
        may("room", Value::Object(&ROOM_NAMED)),
    ],
    others: Others::None,
};

const ROOM_NAMED: Form = Form {
    members: &[
        must("guid", Value::Text(Words::Uuid)),
        may("name", TEXT),
        may("slug", Value::Text(Words::Slug)),
    ],
    others: Others::Any,
};

const TRACK_NAMED: Form = Form { members: &[must("slug", Value::Text(Words::Slug))], others: Others::Any };

const PARTICIPANT: Form = Form {
    members: &[
        must("guid", Value::Text(Words::Uuid)),
        must("name", TEXT),
        may("role", Value::Text(Words::OneOf(&["SPEAKER", "MODERATOR", "CONTRIBUTOR", "HOST", "GUEST"]))),
    ],
    others: Others::Any,
};

const PERSON: Form = Form {
    members: &[
        may("name", TEXT),
        may("guid", Value::Text(Words::Uuid)),
        may("url", Value::Text(Words::Address)),
        may("links", Value::List(&Value::Object(&REFERENCE))),
    ],
    others: Others::Any,
};

const REFERENCE: Form = Form {
    members: &[
        must("url", Value::Text(Words::Address)),
        may("title", TEXT),
        may(
            "type",
            Value::Text(Words::OneOf(&[
                "SLIDES",
                "PAPER",
                "WEB",
                "BLOG",
                "ARTICLE",
                "BOOK",
                "MEDIA",
                "RELATED",
                "FEEDBACK",
                "ORIGIN",
                "ACTIVITYPUB",
            ])),
        ),
        may("service", TEXT),
    ],
    others: Others::None,
};
