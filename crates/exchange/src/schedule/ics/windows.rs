//! What Outlook and Exchange call zones, as the tz database does: the common ones of Unicode's table windowsZones.
//!
//! A name that is not here is said, and the calendar's own definition of the zone is read instead, which Outlook
//! always writes.

/// The tz database's name for a Windows zone.
pub(super) fn iana(name: &str) -> Option<&'static str> {
    const NAMES: [(&str, &str); 53] = [
        ("China Standard Time", "Asia/Shanghai"),
        ("Taipei Standard Time", "Asia/Taipei"),
        ("Tokyo Standard Time", "Asia/Tokyo"),
        ("Korea Standard Time", "Asia/Seoul"),
        ("Singapore Standard Time", "Asia/Singapore"),
        ("Ulaanbaatar Standard Time", "Asia/Ulaanbaatar"),
        ("SE Asia Standard Time", "Asia/Bangkok"),
        ("Myanmar Standard Time", "Asia/Yangon"),
        ("Bangladesh Standard Time", "Asia/Dhaka"),
        ("Central Asia Standard Time", "Asia/Almaty"),
        ("Nepal Standard Time", "Asia/Kathmandu"),
        ("India Standard Time", "Asia/Kolkata"),
        ("Sri Lanka Standard Time", "Asia/Colombo"),
        ("Pakistan Standard Time", "Asia/Karachi"),
        ("West Asia Standard Time", "Asia/Tashkent"),
        ("Iran Standard Time", "Asia/Tehran"),
        ("Arabian Standard Time", "Asia/Dubai"),
        ("Arab Standard Time", "Asia/Riyadh"),
        ("Arabic Standard Time", "Asia/Baghdad"),
        ("Israel Standard Time", "Asia/Jerusalem"),
        ("Turkey Standard Time", "Europe/Istanbul"),
        ("Russian Standard Time", "Europe/Moscow"),
        ("Belarus Standard Time", "Europe/Minsk"),
        ("Ekaterinburg Standard Time", "Asia/Yekaterinburg"),
        ("Vladivostok Standard Time", "Asia/Vladivostok"),
        ("GTB Standard Time", "Europe/Bucharest"),
        ("E. Europe Standard Time", "Europe/Chisinau"),
        ("FLE Standard Time", "Europe/Kyiv"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("Central Europe Standard Time", "Europe/Budapest"),
        ("Central European Standard Time", "Europe/Warsaw"),
        ("Romance Standard Time", "Europe/Paris"),
        ("GMT Standard Time", "Europe/London"),
        ("Greenwich Standard Time", "Atlantic/Reykjavik"),
        ("South Africa Standard Time", "Africa/Johannesburg"),
        ("Egypt Standard Time", "Africa/Cairo"),
        ("E. Africa Standard Time", "Africa/Nairobi"),
        ("W. Central Africa Standard Time", "Africa/Lagos"),
        ("Morocco Standard Time", "Africa/Casablanca"),
        ("E. South America Standard Time", "America/Sao_Paulo"),
        ("Argentina Standard Time", "America/Argentina/Buenos_Aires"),
        ("Atlantic Standard Time", "America/Halifax"),
        ("Eastern Standard Time", "America/New_York"),
        ("Central Standard Time", "America/Chicago"),
        ("Mountain Standard Time", "America/Denver"),
        ("US Mountain Standard Time", "America/Phoenix"),
        ("Pacific Standard Time", "America/Los_Angeles"),
        ("Alaskan Standard Time", "America/Anchorage"),
        ("Hawaiian Standard Time", "Pacific/Honolulu"),
        ("AUS Eastern Standard Time", "Australia/Sydney"),
        ("E. Australia Standard Time", "Australia/Brisbane"),
        ("W. Australia Standard Time", "Australia/Perth"),
        ("New Zealand Standard Time", "Pacific/Auckland"),
    ];
    NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, iana)| *iana)
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_zone_here_is_in_the_tz_database() {
        assert_eq!(super::iana("china standard time"), Some("Asia/Shanghai"));
        assert_eq!(super::iana("Nowhere Standard Time"), None);
        for name in [
            "W. Europe Standard Time",
            "FLE Standard Time",
            "Argentina Standard Time",
            "Myanmar Standard Time",
        ] {
            let iana = super::iana(name).expect("known");
            assert!(jiff::tz::TimeZone::get(iana).is_ok(), "{iana}");
        }
    }
}
