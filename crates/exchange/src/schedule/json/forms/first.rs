//! schedule.json, version 1, as c3voc's schema has it: <https://c3voc.de/schedule/schema.json>.

use crate::schedule::json::form::{Form, Others, Value, Words, beyond, forbidden, may, must, told};
use crate::schedule::json::node::Kind;

const TEXT: Value = Value::Text(Words::Any);

/// The file.
pub(in crate::schedule::json) const FIRST: Form = Form {
    members: &[
        must("schedule", Value::Object(&SCHEDULE)),
        may("$schema", TEXT),
        may("generator", Value::Object(&GENERATOR)),
    ],
    others: Others::None,
};

const GENERATOR: Form = Form {
    members: &[may("name", TEXT), may("version", TEXT), may("url", Value::Text(Words::Address))],
    others: Others::Any,
};

const SCHEDULE: Form = Form {
    members: &[
        must("conference", Value::Object(&CONFERENCE)),
        must("version", TEXT),
        may("base_url", Value::Text(Words::Address)),
        forbidden("rooms"),
    ],
    others: Others::Any,
};

const CONFERENCE: Form = Form {
    members: &[
        must("title", TEXT),
        must("acronym", Value::Text(Words::Acronym)),
        must("days", Value::List(&Value::Object(&DAY))),
        must("daysCount", Value::Whole),
        must("start", Value::Text(Words::DayOrMoment)),
        must("end", Value::Text(Words::DayOrMoment)),
        must("timeslot_duration", TEXT),
        may("time_zone_name", Value::Text(Words::Zone)),
        may("description", TEXT),
        may("logo", TEXT),
        may("colors", Value::Object(&COLOURS)),
        may("keywords", Value::List(&TEXT)),
        may("url", Value::Text(Words::Address)),
        may("tracks", Value::List(&Value::Object(&TRACK))),
        may("rooms", Value::List(&Value::Object(&ROOM))),
        may("meta", Value::Kinds(&[Kind::Object])),
        beyond("venue"),
        beyond("city"),
        beyond("base_url"),
    ],
    others: Others::None,
};

const COLOURS: Form = Form { members: &[may("primary", TEXT), may("background", TEXT)], others: Others::Any };

const TRACK: Form = Form {
    members: &[may("name", TEXT), may("slug", Value::Text(Words::Slug)), may("color", TEXT)],
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
                "lecturehall",
                "stage",
                "workshop",
                "outside",
                "online",
                "project",
                "bbb",
                "hangar",
                "other",
            ])),
        ),
        may("stream_id", TEXT).or_null(),
        may("description", Value::Kinds(&[Kind::Text, Kind::Null, Kind::Object])),
        may("capacity", Value::Kinds(&[Kind::Number, Kind::Null])),
        may("url", Value::Text(Words::Address)),
        may("features", Value::Object(&FEATURES)),
        may("assembly", Value::Object(&ASSEMBLY)),
    ],
    others: Others::Containing("description_"),
};

const FEATURES: Form = Form {
    members: &[may(
        "recording",
        Value::Text(Words::OneOf(&[
            "record_by_default",
            "not_recorded_by_default",
            "recording_forbidden",
            "recording_not_possible",
            "unknown",
        ])),
    )],
    others: Others::Any,
};

const ASSEMBLY: Form = Form {
    members: &[
        must("name", TEXT),
        must("guid", Value::Text(Words::Uuid)),
        must("slug", Value::Text(Words::Slug)),
        may("url", Value::Text(Words::Address)),
    ],
    others: Others::Any,
};

const DAY: Form = Form {
    members: &[
        must("index", Value::Whole),
        must("date", Value::Text(Words::Day)),
        must("day_start", Value::Text(Words::Bound)),
        must("day_end", Value::Text(Words::Bound)),
        must("rooms", Value::Named(&Value::List(&Value::Object(&EVENT)))),
    ],
    others: Others::None,
};

const EVENT: Form = Form {
    members: &[
        told("guid", TEXT),
        told("id", Value::Whole),
        told("title", TEXT),
        must("date", Value::Text(Words::Moment)),
        must("start", Value::Text(Words::Clock)),
        must("duration", Value::Text(Words::Duration)),
        must("room", TEXT),
        must("slug", Value::Text(Words::Slug)),
        must("url", Value::Text(Words::Address)),
        must("subtitle", TEXT).or_null(),
        must("track", TEXT).or_null(),
        must("type", TEXT),
        must("language", TEXT).or_null(),
        must("abstract", TEXT).or_null(),
        must("persons", Value::List(&Value::Person(&PERSON))),
        must("links", Value::List(&Value::Object(&REFERENCE))),
        may("attachments", Value::List(&Value::Object(&REFERENCE))),
        may("description", TEXT).or_null(),
        may("end", Value::Text(Words::Moment)),
        may("code", Value::Text(Words::Code)),
        may("logo", Value::Any),
        may("recording_license", TEXT),
        may("do_not_record", Value::Kinds(&[Kind::Truth, Kind::Null])),
        may("do_not_stream", Value::Kinds(&[Kind::Truth, Kind::Text, Kind::Null])),
        may("feedback_url", Value::Text(Words::Address)),
        may("origin_url", Value::Text(Words::Address)),
        beyond("state"),
        beyond("speakers"),
    ],
    others: Others::None,
};

/// What holds of a person in either way.
const PERSON: Form = Form {
    members: &[
        may("name", TEXT),
        may("guid", Value::Text(Words::Uuid)),
        may("id", Value::Whole),
        may("url", Value::Text(Words::Address)),
        may("links", Value::List(&Value::Object(&REFERENCE))),
        may("public_name", TEXT),
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
                "slides",
                "paper",
                "web",
                "blog",
                "article",
                "media",
                "related",
                "activitypub",
            ])),
        ),
    ],
    others: Others::None,
};
