//! What a column can be about, and the words of `map.toml` and of the shown mapping for it.

use festoon_domain::programme::Role;
use festoon_domain::text::Lang;

/// What a column is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Field {
    /// 序号: passed over.
    Number,
    Id,
    Guid,
    Title,
    /// 名称 without saying whose.
    Name,
    /// 主题, 内容: a title where there is no better one, else a summary.
    Theme,
    Summary,
    Activity,
    ActivityKind,
    Part,
    PartKind,
    Kind,
    Date,
    EndDate,
    Time,
    Start,
    End,
    Duration,
    Venue,
    Room,
    Place,
    Address,
    Host,
    CoHosts,
    Person(Role),
    Organisation(Option<Role>),
    Position(Option<Role>),
    Visibility,
    Expected,
    Seats,
    Capacity,
    Languages,
    Interpretation,
    Interpreters,
    Equipment,
    RoomUse,
    State,
    Key,
    Partners,
    Edition,
    Chain,
    Link,
    Translation,
    Hours,
    Longitude,
    Latitude,
    Position2d,
    Datum,
    StepFree,
    /// Understood, but no part of a programme.
    Note,
    Contact,
    /// Passed over because the map says so.
    Ignored,
}

const WORDS: &[(&str, Field, Option<Lang>)] = {
    use Field as F;
    const ZH: Option<Lang> = Some(Lang::Zh);
    const EN: Option<Lang> = Some(Lang::En);
    &[
        ("number", F::Number, None),
        ("id", F::Id, None),
        ("guid", F::Guid, None),
        ("title", F::Title, None),
        ("title-zh", F::Title, ZH),
        ("title-en", F::Title, EN),
        ("name", F::Name, None),
        ("name-zh", F::Name, ZH),
        ("name-en", F::Name, EN),
        ("theme", F::Theme, None),
        ("theme-zh", F::Theme, ZH),
        ("theme-en", F::Theme, EN),
        ("summary", F::Summary, None),
        ("summary-zh", F::Summary, ZH),
        ("summary-en", F::Summary, EN),
        ("activity", F::Activity, None),
        ("activity-zh", F::Activity, ZH),
        ("activity-en", F::Activity, EN),
        ("activity-kind", F::ActivityKind, None),
        ("part", F::Part, None),
        ("part-zh", F::Part, ZH),
        ("part-en", F::Part, EN),
        ("part-kind", F::PartKind, None),
        ("kind", F::Kind, None),
        ("date", F::Date, None),
        ("end-date", F::EndDate, None),
        ("time", F::Time, None),
        ("start", F::Start, None),
        ("end", F::End, None),
        ("duration", F::Duration, None),
        ("venue", F::Venue, None),
        ("venue-zh", F::Venue, ZH),
        ("venue-en", F::Venue, EN),
        ("room", F::Room, None),
        ("room-zh", F::Room, ZH),
        ("room-en", F::Room, EN),
        ("place", F::Place, None),
        ("place-zh", F::Place, ZH),
        ("place-en", F::Place, EN),
        ("address", F::Address, None),
        ("address-zh", F::Address, ZH),
        ("address-en", F::Address, EN),
        ("host", F::Host, None),
        ("host-zh", F::Host, ZH),
        ("host-en", F::Host, EN),
        ("co-hosts", F::CoHosts, None),
        ("speaker", F::Person(Role::Speaker), None),
        ("speaker-zh", F::Person(Role::Speaker), ZH),
        ("speaker-en", F::Person(Role::Speaker), EN),
        ("chair", F::Person(Role::Chair), None),
        ("chair-zh", F::Person(Role::Chair), ZH),
        ("chair-en", F::Person(Role::Chair), EN),
        ("guest", F::Person(Role::GuestOfHonour), None),
        ("guest-zh", F::Person(Role::GuestOfHonour), ZH),
        ("guest-en", F::Person(Role::GuestOfHonour), EN),
        ("interpreter", F::Person(Role::Interpreter), None),
        ("organisation", F::Organisation(None), None),
        ("speaker-organisation", F::Organisation(Some(Role::Speaker)), None),
        ("chair-organisation", F::Organisation(Some(Role::Chair)), None),
        ("guest-organisation", F::Organisation(Some(Role::GuestOfHonour)), None),
        ("interpreter-organisation", F::Organisation(Some(Role::Interpreter)), None),
        ("position", F::Position(None), None),
        ("speaker-position", F::Position(Some(Role::Speaker)), None),
        ("chair-position", F::Position(Some(Role::Chair)), None),
        ("guest-position", F::Position(Some(Role::GuestOfHonour)), None),
        ("interpreter-position", F::Position(Some(Role::Interpreter)), None),
        ("visibility", F::Visibility, None),
        ("expected", F::Expected, None),
        ("seats", F::Seats, None),
        ("capacity", F::Capacity, None),
        ("languages", F::Languages, None),
        ("interpretation", F::Interpretation, None),
        ("interpreters", F::Interpreters, None),
        ("equipment", F::Equipment, None),
        ("room-use", F::RoomUse, None),
        ("state", F::State, None),
        ("key", F::Key, None),
        ("partners", F::Partners, None),
        ("edition", F::Edition, None),
        ("chain", F::Chain, None),
        ("link", F::Link, None),
        ("translation", F::Translation, None),
        ("hours", F::Hours, None),
        ("longitude", F::Longitude, None),
        ("latitude", F::Latitude, None),
        ("coordinates", F::Position2d, None),
        ("datum", F::Datum, None),
        ("step-free", F::StepFree, None),
        ("note", F::Note, None),
        ("contact", F::Contact, None),
        ("ignore", F::Ignored, None),
    ]
};

impl Field {
    /// Its word; a language that has no word of its own falls back to the field's.
    pub(super) fn word(self, lang: Option<Lang>) -> &'static str {
        let find = |lang| WORDS.iter().find(|(_, field, l)| *field == self && *l == lang);
        find(lang).or_else(|| find(None)).map_or("", |(word, ..)| word)
    }

    /// The field of a word of `map.toml`.
    pub(super) fn from_word(word: &str) -> Option<(Self, Option<Lang>)> {
        WORDS.iter().find(|(known, ..)| *known == word).map(|(_, field, lang)| (*field, *lang))
    }

    /// All words, for the sentence that says what exists.
    pub(super) fn words() -> impl Iterator<Item = &'static str> {
        WORDS.iter().map(|(word, ..)| *word)
    }

    /// Its text exists in two languages.
    pub(super) const fn is_text(self) -> bool {
        matches!(
            self,
            Self::Title
                | Self::Name
                | Self::Theme
                | Self::Summary
                | Self::Activity
                | Self::Part
                | Self::Venue
                | Self::Room
                | Self::Place
                | Self::Host
                | Self::Person(_)
                | Self::Address
        )
    }
}
