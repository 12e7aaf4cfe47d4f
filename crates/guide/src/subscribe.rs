//! The way into a calendar: on every page of something that has a time.
//!
//! A subscription wants an address in full; where nobody said under which name the site is reached, the file alone is offered.
//! The addresses last, so that a calendar stays of its week when another becomes the current one.

use askama::Template;
use festoon_domain::text::Lang;

use crate::Guide;
use crate::url::{CalendarOf, Outlet, query_value};
use crate::words::device::DeviceWords;
use crate::words::subscribe::SubscribeWords;

/// What opens a schedule in the Giggity app: the address stands behind the hash, so their server is not told it.
const GIGGITY: &str = "https://ggt.gaa.st/#url=";

/// The ways into calendars and apps.
#[derive(Debug, Template)]
#[template(path = "subscribe.html")]
pub struct Subscribe {
    s: &'static SubscribeWords,
    /// The address that a calendar asks again and again.
    webcal: Option<String>,
    /// The same once, as a file.
    file: String,
    /// For whoever reads this in WeChat without script; it is folded away with the rest.
    in_wechat: &'static str,
    apps: Option<Apps>,
}

impl askama::filters::HtmlSafe for Subscribe {}

/// What programs read of a whole week.
#[derive(Debug)]
struct Apps {
    giggity: Option<String>,
    xml: String,
    json: String,
    opass: String,
}

impl Subscribe {
    /// To the calendar of one thing.
    #[must_use]
    pub fn to(guide: &Guide, lang: Lang, of: CalendarOf<'_>) -> Self {
        let lasting = guide.lasting_outlet(Outlet::Calendar(of, lang));
        Self {
            s: SubscribeWords::of(lang),
            webcal: beyond_scheme(&lasting).map(|address| format!("webcal://{address}")),
            file: guide.outlet(Outlet::Calendar(of, lang)),
            in_wechat: DeviceWords::of(lang).in_wechat,
            apps: None,
        }
    }

    /// To the whole week, by calendars and by apps.
    #[must_use]
    pub fn to_week(guide: &Guide, lang: Lang) -> Self {
        let xml = guide.lasting_outlet(Outlet::ScheduleXml(lang));
        let apps = Apps {
            giggity: beyond_scheme(&xml).map(|_| format!("{GIGGITY}{}", query_value(&xml))),
            xml: guide.outlet(Outlet::ScheduleXml(lang)),
            json: guide.outlet(Outlet::ScheduleJson(lang)),
            opass: guide.outlet(Outlet::Opass),
        };
        Self { apps: Some(apps), ..Self::to(guide, lang, CalendarOf::Week) }
    }
}

/// An address in full without `https://`; nothing for one that is only a path.
fn beyond_scheme(address: &str) -> Option<&str> {
    address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))
}
