//! OPass session.json, as its two apps decode it: what either of them fails without must be there.
//!
//! There is no schema; the sources are CCIP-App's models in Swift and Kotlin, read in November 2026.

use crate::schedule::json::form::{Form, Others, Value, Words, beyond, may, must, told};

const TEXT: Value = Value::Text(Words::Any);

/// The file.
pub(in crate::schedule::json) const OPASS: Form = Form {
    members: &[
        must("sessions", Value::List(&Value::Object(&SESSION))),
        must("speakers", Value::List(&Value::Object(&SPEAKER))),
        must("session_types", Value::List(&Value::Object(&NAMED))),
        must("rooms", Value::List(&Value::Object(&NAMED))),
        must("tags", Value::List(&Value::Object(&NAMED))),
    ],
    others: Others::None,
};

const SESSION: Form = Form {
    members: &[
        told("id", TEXT),
        must("room", TEXT),
        must("start", Value::Text(Words::Moment)),
        must("end", Value::Text(Words::Moment)),
        must("zh", Value::Object(&TITLED)),
        must("en", Value::Object(&TITLED)),
        must("speakers", Value::List(&TEXT)),
        must("tags", Value::List(&TEXT)),
        may("type", TEXT).or_null(),
        may("broadcast", Value::List(&TEXT)).or_null(),
        may("qa", TEXT).or_null(),
        may("slide", TEXT).or_null(),
        may("live", TEXT).or_null(),
        may("record", TEXT).or_null(),
        may("co_write", TEXT).or_null(),
        may("language", TEXT).or_null(),
        may("uri", TEXT).or_null(),
        beyond("speakerZhName"),
        beyond("speakerEnName"),
        beyond("speakerZhBio"),
        beyond("speakerEnBio"),
        beyond("speakerAvatar"),
    ],
    others: Others::None,
};

const TITLED: Form =
    Form { members: &[must("title", TEXT), must("description", TEXT)], others: Others::None };

const SPEAKER: Form = Form {
    members: &[
        must("id", TEXT),
        must("avatar", TEXT),
        must("zh", Value::Object(&INTRODUCED)),
        must("en", Value::Object(&INTRODUCED)),
    ],
    others: Others::None,
};

const INTRODUCED: Form = Form { members: &[must("name", TEXT), must("bio", TEXT)], others: Others::None };

const NAMED: Form = Form {
    members: &[must("id", TEXT), must("zh", Value::Object(&NAME)), must("en", Value::Object(&NAME))],
    others: Others::None,
};

const NAME: Form =
    Form { members: &[must("name", TEXT), may("description", TEXT).or_null()], others: Others::None };
