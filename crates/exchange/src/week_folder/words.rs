//! The words of the folder's tables for the kinds of the domain.

use festoon_domain::figures::{Hedge, Measure};
use festoon_domain::programme::{Access, ActivityKind, PartKind, RoomUse, SessionKind};
use festoon_domain::signing::Stage;
use festoon_domain::venue::{Datum, Hours, Opening};
use jiff::civil::{Time, Weekday};

pub(super) const ACTIVITY_KINDS: &str = "conference / forum / contest / roadshow / exhibition / carnival / open-day / signing / training / salon / award";

pub(super) fn activity_kind(word: &str) -> Option<ActivityKind> {
    Some(match word {
        "conference" => ActivityKind::Conference,
        "forum" => ActivityKind::Forum,
        "contest" => ActivityKind::Contest,
        "roadshow" => ActivityKind::Roadshow,
        "exhibition" => ActivityKind::Exhibition,
        "carnival" => ActivityKind::Carnival,
        "open-day" => ActivityKind::OpenDay,
        "signing" => ActivityKind::Signing,
        "training" => ActivityKind::Training,
        "salon" => ActivityKind::Salon,
        "award" => ActivityKind::Award,
        _ => return None,
    })
}

pub(super) const PART_KINDS: &str =
    "opening / summit-forum / theme-forum / closing / exhibition / signing / programme";

pub(super) fn part_kind(word: &str) -> Option<PartKind> {
    Some(match word {
        "opening" => PartKind::Opening,
        "summit-forum" => PartKind::SummitForum,
        "theme-forum" => PartKind::ThemeForum,
        "closing" => PartKind::Closing,
        "exhibition" => PartKind::Exhibition,
        "signing" => PartKind::Signing,
        "programme" => PartKind::Programme,
        _ => return None,
    })
}

pub(super) const SESSION_KINDS: &str = "talk / keynote / panel / ceremony / signing / contest / roadshow / exhibition / visit / workshop / performance / meeting";

pub(super) fn session_kind(word: &str) -> Option<SessionKind> {
    Some(match word {
        "talk" => SessionKind::Talk,
        "keynote" => SessionKind::Keynote,
        "panel" => SessionKind::Panel,
        "ceremony" => SessionKind::Ceremony,
        "signing" => SessionKind::Signing,
        "contest" => SessionKind::Contest,
        "roadshow" => SessionKind::Roadshow,
        "exhibition" => SessionKind::Exhibition,
        "visit" => SessionKind::Visit,
        "workshop" => SessionKind::Workshop,
        "performance" => SessionKind::Performance,
        "meeting" => SessionKind::Meeting,
        _ => return None,
    })
}

pub(super) fn room_use(word: &str) -> Option<RoomUse> {
    match word {
        "exclusive" => Some(RoomUse::Exclusive),
        "shared" => Some(RoomUse::Shared),
        _ => None,
    }
}

pub(super) const ACCESS: &str = "sign-language / captions / hearing-loop / audio-description";

pub(super) fn access(word: &str) -> Option<Access> {
    match word {
        "sign-language" => Some(Access::SignLanguage),
        "captions" => Some(Access::Captions),
        "hearing-loop" => Some(Access::HearingLoop),
        "audio-description" => Some(Access::AudioDescription),
        _ => None,
    }
}

pub(super) const STAGES: &str = "lead / intent / to-be-signed / signed / landed / started / producing";

pub(super) fn stage(word: &str) -> Option<Stage> {
    Some(match word {
        "lead" => Stage::Lead,
        "intent" => Stage::Intent,
        "to-be-signed" => Stage::ToBeSigned,
        "signed" => Stage::Signed,
        "landed" => Stage::Landed,
        "started" => Stage::Started,
        "producing" => Stage::Producing,
        _ => return None,
    })
}

pub(super) fn datum(word: &str) -> Option<Datum> {
    match word {
        "WGS-84" => Some(Datum::Wgs84),
        "GCJ-02" => Some(Datum::Gcj02),
        _ => None,
    }
}

pub(super) fn hedge(word: &str) -> Option<Hedge> {
    match word {
        "exactly" => Some(Hedge::Exactly),
        "nearly" => Some(Hedge::Nearly),
        "more-than" => Some(Hedge::MoreThan),
        "about" => Some(Hedge::About),
        _ => None,
    }
}

pub(super) fn measure(word: &str) -> Option<Measure> {
    Some(match word {
        "activities" => Measure::Activities,
        "key-activities" => Measure::KeyActivities,
        "theme-forums" => Measure::ThemeForums,
        "summit-forums" => Measure::SummitForums,
        "projects" => Measure::Projects,
        "investment-total" => Measure::InvestmentTotal,
        "signed-over-1bn" => Measure::SignedOverOneBillion,
        "exhibits" => Measure::Exhibits,
        "chains" => Measure::Chains,
        "exhibition-points" => Measure::ExhibitionPoints,
        "checkpoints" => Measure::Checkpoints,
        _ => return None,
    })
}

pub(super) const HOURS: &str = "08:00-22:00 / Mon-Fri 08:30-18:00; Sat-Sun 09:00-21:00";

/// `08:00-22:00` daily, or stretches of weekdays with theirs, between semicolons.
pub(super) fn hours(text: &str) -> Option<Hours> {
    let openings = text
        .split(';')
        .map(|part| {
            let part = part.trim();
            let (days, clock) =
                part.rsplit_once(' ').map_or((None, part), |(days, clock)| (Some(days), clock));
            let (from, to) = clock.split_once('-')?;
            let days = days.map_or(Some(stretch(Weekday::Monday, Weekday::Sunday)), weekdays)?;
            Some(Opening::Weekly(days, time(from)?, time(to)?))
        })
        .collect::<Option<Vec<Opening>>>()?;
    Some(Hours { openings })
}

/// `24:00` is the midnight that ends a day.
fn time(text: &str) -> Option<Time> {
    if text == "24:00" { Some(Time::midnight()) } else { Time::strptime("%H:%M", text).ok() }
}

fn weekdays(text: &str) -> Option<Vec<Weekday>> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    Some(stretch(weekday(first)?, weekday(last)?))
}

fn stretch(first: Weekday, last: Weekday) -> Vec<Weekday> {
    let length = usize::try_from(first.until(last)).unwrap_or_default() + 1;
    first.cycle_forward().take(length).collect()
}

fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "Mon" => Weekday::Monday,
        "Tue" => Weekday::Tuesday,
        "Wed" => Weekday::Wednesday,
        "Thu" => Weekday::Thursday,
        "Fri" => Weekday::Friday,
        "Sat" => Weekday::Saturday,
        "Sun" => Weekday::Sunday,
        _ => return None,
    })
}
