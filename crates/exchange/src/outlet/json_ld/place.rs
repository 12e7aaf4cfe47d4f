//! Where something takes place, as search engines want it: never without a name, never without an address.
//!
//! What is not known is said one step further out: the house for the hall, the district for the house. Where nothing at
//! all is known, the place "to be announced" carries its name as its address. The country is known of a city in China's
//! zone only; a programme says no other.

use festoon_domain::programme::{Place, Programme};
use festoon_domain::text::Lang;
use festoon_domain::venue::VenueId;
use serde::Serialize;

use super::super::{Losses, words};
use crate::schedule::vocabulary;

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Location {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    address: Address,
    #[serde(skip_serializing_if = "Option::is_none")]
    geo: Option<Geo>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Address {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "streetAddress", skip_serializing_if = "String::is_empty")]
    street: String,
    #[serde(rename = "addressLocality", skip_serializing_if = "String::is_empty")]
    locality: String,
    #[serde(rename = "addressRegion", skip_serializing_if = "String::is_empty")]
    region: String,
    #[serde(rename = "addressCountry", skip_serializing_if = "Option::is_none")]
    country: Option<&'static str>,
}

/// Degrees in WGS-84.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
struct Geo {
    #[serde(rename = "@type")]
    kind: &'static str,
    latitude: f64,
    longitude: f64,
}

/// Where an occurrence, or an activity with a house of its own, takes place.
pub(super) fn location(
    programme: &Programme,
    place: Option<Place>,
    lang: Lang,
    losses: &mut Losses,
) -> Location {
    let mut address = address_of_week(programme, lang, losses);
    let venue = place.map(|place| match place {
        Place::Room(room) => programme[room].venue,
        Place::Venue(venue) => venue,
    });
    if let Some(venue) = venue {
        address.street = words::line(&words::shown(&programme[venue].address, lang, losses));
    }
    let name = place.map(|place| name(programme, place, lang, losses)).filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| match address.locality.as_str() {
        "" => vocabulary::unsettled_room(lang).into(),
        locality => locality.to_owned(),
    });
    if address.street.is_empty() && address.locality.is_empty() {
        address.street.clone_from(&name);
    }
    Location { kind: "Place", name, address, geo: venue.and_then(|venue| geo(programme, venue)) }
}

fn name(programme: &Programme, place: Place, lang: Lang, losses: &mut Losses) -> String {
    let mut said = |text| words::line(&words::shown(text, lang, losses));
    match place {
        Place::Venue(venue) => said(&programme[venue].name),
        Place::Room(room) => {
            let (house, hall) = (said(&programme[programme[room].venue].name), said(&programme[room].name));
            match (house.as_str(), hall.as_str()) {
                (_, "") => house,
                ("", _) => hall,
                _ if house == hall => hall,
                _ => format!("{house} · {hall}"),
            }
        }
    }
}

fn address_of_week(programme: &Programme, lang: Lang, losses: &mut Losses) -> Address {
    let city = words::line(&words::shown(&programme.week.city, lang, losses));
    let district = words::line(&words::shown(&programme.week.district, lang, losses));
    let is_chinese = matches!(programme.week.zone.iana_name(), Some("Asia/Shanghai" | "Asia/Urumqi"));
    let country = (is_chinese && !city.is_empty()).then_some("CN");
    let (locality, region) = if district.is_empty() { (city, String::new()) } else { (district, city) };
    Address { kind: "PostalAddress", street: String::new(), locality, region, country }
}

/// To a tenth of a metre; what is counted in GCJ-02 is brought to the datum that the world shares.
fn geo(programme: &Programme, venue: VenueId) -> Option<Geo> {
    let rounded = |degrees: f64| (degrees * 1e6).round() / 1e6;
    let position = programme[venue].position?.to_wgs84();
    Some(Geo {
        kind: "GeoCoordinates",
        latitude: rounded(position.latitude()),
        longitude: rounded(position.longitude()),
    })
}
