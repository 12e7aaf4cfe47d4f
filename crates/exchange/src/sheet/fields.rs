//! What a column can be about, and the words of `map.toml` and of the shown mapping for it.

use festoon_domain::programme::Role;
use festoon_domain::text::Lang;

/// What a column is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Field {
    /// 序号: passed over.
    Number,
    Id,
    Guid,
    /// The number by which apps know it.
    AppNumber,
    /// The short name by which apps know it.
    AppSlug,
    Title,
    /// A second line to the title.
    Subtitle,
    /// 名称 without saying whose.
    Name,
    /// 主题, 内容: a title where there is no better one, else a summary.
    Theme,
    Summary,
    /// 详细介绍: what more there is to say than the summary.
    Description,
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
    /// The zone in which the row's times are said.
    Zone,
    Venue,
    Room,
    Place,
    Address,
    Host,
    /// The session's own host, where that is not its activity's.
    OwnHost,
    CoHosts,
    Person(Role),
    Organisation(Option<Role>),
    Position(Option<Role>),
    Visibility,
    /// The same for the people of one role.
    VisibilityOf(Role),
    Expected,
    Seats,
    Capacity,
    Languages,
    Interpretation,
    Interpreters,
    Equipment,
    /// What it does so that more people can follow.
    Access,
    RoomUse,
    State,
    Key,
    Partners,
    Edition,
    Chain,
    Link,
    /// Pages about its subject.
    Related,
    /// Its own papers.
    Attachments,
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
        ("app-number", F::AppNumber, None),
        ("app-slug", F::AppSlug, None),
        ("title", F::Title, None),
        ("title-zh", F::Title, ZH),
        ("title-en", F::Title, EN),
        ("subtitle", F::Subtitle, None),
        ("subtitle-zh", F::Subtitle, ZH),
        ("subtitle-en", F::Subtitle, EN),
        ("name", F::Name, None),
        ("name-zh", F::Name, ZH),
        ("name-en", F::Name, EN),
        ("theme", F::Theme, None),
        ("theme-zh", F::Theme, ZH),
        ("theme-en", F::Theme, EN),
        ("summary", F::Summary, None),
        ("summary-zh", F::Summary, ZH),
        ("summary-en", F::Summary, EN),
        ("description", F::Description, None),
        ("description-zh", F::Description, ZH),
        ("description-en", F::Description, EN),
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
        ("zone", F::Zone, None),
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
        ("own-host", F::OwnHost, None),
        ("own-host-zh", F::OwnHost, ZH),
        ("own-host-en", F::OwnHost, EN),
        ("co-hosts", F::CoHosts, None),
        ("co-hosts-zh", F::CoHosts, ZH),
        ("co-hosts-en", F::CoHosts, EN),
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
        ("interpreter-zh", F::Person(Role::Interpreter), ZH),
        ("interpreter-en", F::Person(Role::Interpreter), EN),
        ("organisation", F::Organisation(None), None),
        ("speaker-organisation", F::Organisation(Some(Role::Speaker)), None),
        ("speaker-organisation-zh", F::Organisation(Some(Role::Speaker)), ZH),
        ("speaker-organisation-en", F::Organisation(Some(Role::Speaker)), EN),
        ("chair-organisation", F::Organisation(Some(Role::Chair)), None),
        ("chair-organisation-zh", F::Organisation(Some(Role::Chair)), ZH),
        ("chair-organisation-en", F::Organisation(Some(Role::Chair)), EN),
        ("guest-organisation", F::Organisation(Some(Role::GuestOfHonour)), None),
        ("guest-organisation-zh", F::Organisation(Some(Role::GuestOfHonour)), ZH),
        ("guest-organisation-en", F::Organisation(Some(Role::GuestOfHonour)), EN),
        ("interpreter-organisation", F::Organisation(Some(Role::Interpreter)), None),
        ("interpreter-organisation-zh", F::Organisation(Some(Role::Interpreter)), ZH),
        ("interpreter-organisation-en", F::Organisation(Some(Role::Interpreter)), EN),
        ("position", F::Position(None), None),
        ("speaker-position", F::Position(Some(Role::Speaker)), None),
        ("speaker-position-zh", F::Position(Some(Role::Speaker)), ZH),
        ("speaker-position-en", F::Position(Some(Role::Speaker)), EN),
        ("chair-position", F::Position(Some(Role::Chair)), None),
        ("chair-position-zh", F::Position(Some(Role::Chair)), ZH),
        ("chair-position-en", F::Position(Some(Role::Chair)), EN),
        ("guest-position", F::Position(Some(Role::GuestOfHonour)), None),
        ("guest-position-zh", F::Position(Some(Role::GuestOfHonour)), ZH),
        ("guest-position-en", F::Position(Some(Role::GuestOfHonour)), EN),
        ("interpreter-position", F::Position(Some(Role::Interpreter)), None),
        ("interpreter-position-zh", F::Position(Some(Role::Interpreter)), ZH),
        ("interpreter-position-en", F::Position(Some(Role::Interpreter)), EN),
        ("visibility", F::Visibility, None),
        ("speaker-visibility", F::VisibilityOf(Role::Speaker), None),
        ("chair-visibility", F::VisibilityOf(Role::Chair), None),
        ("guest-visibility", F::VisibilityOf(Role::GuestOfHonour), None),
        ("interpreter-visibility", F::VisibilityOf(Role::Interpreter), None),
        ("expected", F::Expected, None),
        ("seats", F::Seats, None),
        ("capacity", F::Capacity, None),
        ("languages", F::Languages, None),
        ("interpretation", F::Interpretation, None),
        ("interpreters", F::Interpreters, None),
        ("equipment", F::Equipment, None),
        ("access", F::Access, None),
        ("room-use", F::RoomUse, None),
        ("state", F::State, None),
        ("key", F::Key, None),
        ("partners", F::Partners, None),
        ("edition", F::Edition, None),
        ("chain", F::Chain, None),
        ("chain-zh", F::Chain, ZH),
        ("chain-en", F::Chain, EN),
        ("link", F::Link, None),
        ("references", F::Related, None),
        ("attachments", F::Attachments, None),
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
                | Self::Subtitle
                | Self::Name
                | Self::Theme
                | Self::Summary
                | Self::Description
                | Self::Activity
                | Self::Part
                | Self::Venue
                | Self::Room
                | Self::Place
                | Self::Host
                | Self::OwnHost
                | Self::CoHosts
                | Self::Chain
                | Self::Person(_)
                | Self::Organisation(Some(_))
                | Self::Position(Some(_))
                | Self::Address
        )
    }
}
