//! English headings, by the words in them, and the plainest headings of French, German and Spanish sheets.

use std::collections::HashMap;
use std::sync::LazyLock;

use festoon_domain::programme::Role;

use super::super::fields::Field;
use super::role;

/// The known headings, to be found by their words.
static INDEX: LazyLock<HashMap<&str, Field>> = LazyLock::new(|| KNOWN.iter().copied().collect());

/// The field, and whether the heading is short enough to be beyond doubt.
pub(super) fn field(text: &str) -> Option<(Field, bool)> {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()).collect();
    if words.is_empty() || words.len() > 8 {
        return None;
    }
    let joined = words.join(" ");
    if let Some(field) = INDEX.get(joined.as_str()) {
        return Some((*field, true));
    }
    let found = by_words(&words, &joined)?;
    Some((found, words.len() <= 3))
}

#[expect(clippy::too_many_lines, reason = "one rule after another, in the order they win")]
fn by_words(words: &[&str], joined: &str) -> Option<Field> {
    use Field as F;
    let any = |wanted: &[&str]| words.iter().any(|word| wanted.contains(word));
    if any(&["email", "e-mail", "phone", "tel", "mobile", "contact", "wechat"]) {
        return Some(F::Contact);
    }
    if any(&[
        "deadline",
        "registration",
        "submitted",
        "submission",
        "bio",
        "biography",
        "photo",
        "created",
        "updated",
    ]) {
        return None;
    }
    if any(&["notes", "note", "remarks", "remark", "comments"]) {
        return Some(F::Note);
    }
    if any(&["longitude", "lng", "lon"]) {
        return Some(F::Longitude);
    }
    if any(&["latitude", "lat"]) {
        return Some(F::Latitude);
    }
    if any(&["opening", "open"]) && any(&["hours", "times"]) {
        return Some(F::Hours);
    }
    if any(&["interpreters"]) && any(&["needed", "required", "number", "count"]) {
        return Some(F::Interpreters);
    }
    if any(&["interpretation", "interpreting"]) {
        return Some(F::Interpretation);
    }
    if any(&["expected", "attendees", "audience", "participants", "attendance", "pax", "headcount"]) {
        return Some(F::Expected);
    }
    if let Some(role) = role(joined).filter(|_| !any(&["chairs"]) || words.len() == 1) {
        if any(&[
            "affiliation",
            "organisation",
            "organization",
            "company",
            "institution",
            "institute",
            "employer",
        ]) {
            return Some(F::Organisation(Some(role)));
        }
        if any(&["position", "job", "role", "title"]) && role != Role::Chair {
            return Some(F::Position(Some(role)));
        }
        if any(&["talk", "topic"]) && any(&["title", "topic"]) {
            return Some(F::Title);
        }
        return Some(F::Person(role));
    }
    if any(&["seats", "seating"]) {
        return Some(F::Seats);
    }
    if any(&["capacity"]) {
        return Some(if any(&["room", "hall"]) { F::Seats } else { F::Capacity });
    }
    if any(&["start", "starts", "begin", "begins", "from"]) {
        return Some(if any(&["date", "day"]) && !any(&["time"]) { F::Date } else { F::Start });
    }
    if any(&["end", "ends", "finish", "until"]) {
        return Some(if any(&["date", "day"]) && !any(&["time"]) { F::EndDate } else { F::End });
    }
    if any(&["duration", "length", "minutes", "mins"]) {
        return Some(F::Duration);
    }
    if any(&["organizer", "organiser", "organizers", "organisers", "host", "hosted"]) {
        return Some(if any(&["co", "co-organizer", "co-organiser", "co-host"]) {
            F::CoHosts
        } else {
            F::Host
        });
    }
    if any(&[
        "co-host",
        "co-hosts",
        "co-organizer",
        "co-organiser",
        "co-organizers",
        "co-organisers",
        "supporters",
        "partners",
    ]) && !any(&["country", "countries"])
    {
        return Some(F::CoHosts);
    }
    if any(&["country", "countries"]) {
        return Some(F::Partners);
    }
    if any(&["date"]) && any(&["time"]) {
        return Some(F::Time);
    }
    if any(&["date", "day"]) {
        return Some(F::Date);
    }
    if any(&["time", "times", "slot"]) {
        return Some(F::Time);
    }
    if any(&["address"]) {
        return Some(F::Address);
    }
    let house = any(&["venue", "building", "site"]);
    let hall = any(&["room", "hall", "stage", "auditorium"]);
    if house && hall {
        return Some(F::Place);
    }
    if any(&["location", "place", "where"]) {
        return Some(F::Place);
    }
    if hall {
        return Some(F::Room);
    }
    if house {
        return Some(F::Venue);
    }
    if any(&["abstract", "description", "summary"]) {
        return Some(F::Summary);
    }
    if any(&["type", "kind", "format", "category"]) {
        return Some(if any(&["activity", "event"]) { F::ActivityKind } else { F::Kind });
    }
    if any(&["status"]) {
        return Some(if any(&["translation"]) { F::Translation } else { F::State });
    }
    if any(&["title", "name", "topic", "subject"]) {
        if any(&["activity", "event"]) {
            return Some(F::Activity);
        }
        if any(&["track", "part"]) {
            return Some(F::Part);
        }
        return Some(if any(&["name"]) && !any(&["session", "talk"]) { F::Name } else { F::Title });
    }
    any(&["language", "languages"]).then_some(F::Languages)
}

// One line a theme reads better than one line a word.
#[rustfmt::skip]
const KNOWN: &[(&str, Field)] = {
    use Field as F;
    const SPEAKER: Field = Field::Person(Role::Speaker);
    &[
        ("no", F::Number), ("nr", F::Number), ("number", F::Number), ("#", F::Number), ("s n", F::Number), ("weekday", F::Number),
        ("id", F::Id), ("session id", F::Id), ("code", F::Id), ("slug", F::Id), ("ref", F::Id), ("event id", F::Id), ("guid", F::Guid), ("uuid", F::Guid), ("uid", F::Guid), ("app number", F::AppNumber), ("app slug", F::AppSlug), ("subtitle", F::Subtitle),
        ("title", F::Title), ("session", F::Title), ("talk", F::Title), ("topic", F::Title), ("subject", F::Title), ("agenda", F::Title), ("agenda item", F::Title), ("programme item", F::Title), ("item", F::Title), ("what", F::Title), ("presentation", F::Title), ("sessions", F::Title), ("lecture", F::Title),
        ("activity", F::Activity), ("event", F::Activity), ("conference", F::Activity), ("forum", F::Activity),
        ("name", F::Name), ("theme", F::Theme), ("content", F::Theme), ("contents", F::Theme), ("programme", F::Theme), ("program", F::Theme), ("full description", F::Description), ("long description", F::Description),
        ("track", F::Part), ("part", F::Part), ("section", F::Part), ("stream", F::Part), ("block", F::Part), ("part kind", F::PartKind),
        ("when", F::Time), ("time zone", F::Zone), ("timezone", F::Zone), ("zone", F::Zone), ("to", F::End), ("where", F::Place), ("hours", F::Hours), ("datum", F::Datum), ("coordinate system", F::Datum), ("coordinates", F::Position2d),
        ("who", SPEAKER), ("speakers", SPEAKER), ("by", SPEAKER), ("author", SPEAKER), ("authors", SPEAKER), ("people", SPEAKER), ("mc", F::Person(Role::Chair)),
        ("organisation", F::Organisation(None)), ("organization", F::Organisation(None)), ("affiliation", F::Organisation(None)), ("company", F::Organisation(None)), ("institution", F::Organisation(None)), ("position", F::Position(None)), ("job title", F::Position(None)), ("chair position", F::Position(Some(Role::Chair))),
        ("expected audience", F::Expected), ("size", F::Expected), ("equipment", F::Equipment), ("av", F::Equipment), ("av needs", F::Equipment), ("technical needs", F::Equipment), ("equipment needed", F::Equipment),
        ("room use", F::RoomUse), ("use", F::RoomUse), ("exclusive", F::RoomUse), ("state", F::State), ("cancelled", F::State), ("key", F::Key), ("key activity", F::Key), ("key event", F::Key), ("highlight", F::Key),
        ("partner", F::Partners), ("partners", F::Partners), ("edition", F::Edition), ("chain", F::Chain), ("industrial chain", F::Chain), ("industry", F::Chain), ("visibility", F::Visibility), ("confidentiality", F::Visibility),
        ("speaker visibility", F::VisibilityOf(Role::Speaker)), ("chair visibility", F::VisibilityOf(Role::Chair)), ("guest visibility", F::VisibilityOf(Role::GuestOfHonour)), ("interpreter visibility", F::VisibilityOf(Role::Interpreter)), ("own host", F::OwnHost), ("accessibility services", F::Access),
        ("link", F::Link), ("url", F::Link), ("website", F::Link), ("web", F::Link), ("references", F::Related), ("attachments", F::Attachments), ("translation", F::Translation), ("step-free", F::StepFree), ("wheelchair access", F::StepFree), ("step free", F::StepFree), ("accessible", F::StepFree), ("co-hosts", F::CoHosts), ("sponsor", F::CoHosts),
        ("kind", F::Kind), ("type", F::Kind), ("format", F::Kind), ("category", F::Kind),
        ("titre", F::Title), ("horaire", F::Time), ("heure", F::Time), ("lieu", F::Place), ("salle", F::Room), ("intervenant", SPEAKER), ("intervenants", SPEAKER), ("orateur", SPEAKER), ("début", F::Start), ("fin", F::End),
        ("titel", F::Title), ("datum uhrzeit", F::Time), ("uhrzeit", F::Time), ("zeit", F::Time), ("ort", F::Place), ("raum", F::Room), ("referent", SPEAKER), ("sprecher", SPEAKER), ("beginn", F::Start), ("ende", F::End),
        ("título", F::Title), ("fecha", F::Date), ("hora", F::Time), ("lugar", F::Place), ("sala", F::Room), ("ponente", SPEAKER), ("moderador", F::Person(Role::Chair)), ("jour", F::Date), ("tag", F::Date),
    ]
};
