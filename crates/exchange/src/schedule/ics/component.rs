//! The kinds of components a calendar has.

/// What stands between a BEGIN and its END.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Component {
    Calendar,
    Event,
    Zone,
    /// STANDARD or DAYLIGHT of a zone.
    Observance,
    /// Nothing that is read: its name.
    Other(String),
}

impl Component {
    pub(super) fn of(name: &str) -> Self {
        match name {
            "VCALENDAR" => Self::Calendar,
            "VEVENT" => Self::Event,
            "VTIMEZONE" => Self::Zone,
            "STANDARD" | "DAYLIGHT" => Self::Observance,
            other => Self::Other(other.chars().take(40).collect()),
        }
    }

    /// Its name, for whoever looks for its END.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Calendar => "VCALENDAR".into(),
            Self::Event => "VEVENT".into(),
            Self::Zone => "VTIMEZONE".into(),
            Self::Observance => "STANDARD".into(),
            Self::Other(name) => name.clone(),
        }
    }
}

/// Under which name a component that is passed over is counted.
pub(super) fn counted_as(name: &str) -> &'static str {
    const NAMES: [&str; 6] = ["VTODO", "VJOURNAL", "VALARM", "VFREEBUSY", "VAVAILABILITY", "VLOCATION"];
    NAMES.iter().find(|known| **known == name).copied().unwrap_or("BEGIN:*")
}
