//! Styles, behaviours and pictures, under names that carry their content's hash and so may be kept for ever.
//!
//! They are compiled in: a running server needs no folder. One style sheet is one file a component, joined in the
//! order of the list below; layers, not the order, decide what wins.

use std::sync::LazyLock;

use crate::url;
use crate::words::plan;

/// A file that pages link to.
#[derive(Debug)]
pub struct Asset {
    /// Its name with the hash: `festoon-1f2e3d4c5b6a7988.css`.
    pub name: String,
    /// Its address.
    pub address: String,
    /// Its media type.
    pub media_type: &'static str,
    /// What is in it.
    pub content: String,
}

impl Asset {
    fn new(stem: &str, ending: &str, media_type: &'static str, content: String) -> Self {
        let name = format!("{stem}-{:016x}.{ending}", fingerprint(content.as_bytes()));
        Self { address: url::asset(&name), name, media_type, content }
    }
}

macro_rules! css {
    ($($name:literal),+ $(,)?) => {
        concat!($(include_str!(concat!("../../../assets/css/", $name, ".css"))),+)
    };
}

/// The style sheet of every page.
pub static STYLE: LazyLock<Asset> = LazyLock::new(|| {
    let joined = css!(
        "tokens",
        "base",
        "frame",
        "tags",
        "cord",
        "week",
        "programme",
        "activities",
        "figures",
        "people",
        "venues",
        "grid",
        "filters",
        "search",
        "near",
        "plan",
        "notices",
        "device",
        "check",
        "error",
        "print",
    );
    Asset::new("festoon", "css", "text/css; charset=utf-8", joined.to_owned())
});

macro_rules! behaviours {
    ($($name:literal),+ $(,)?) => {
        concat!($("try {\n", include_str!(concat!("../../../assets/behaviours/", $name, ".js")), "} catch (trouble) { console.error(trouble); }\n"),+)
    };
}

/// Files that make one behaviour together, after what every behaviour of the plan stands on.
macro_rules! of_the_plan {
    ($($name:literal),+ $(,)?) => {
        concat!(
            include_str!("../../../assets/behaviours/plan-passage.js"),
            include_str!("../../../assets/behaviours/plan-words.js"),
            include_str!("../../../assets/behaviours/plan-keeping.js"),
            $(include_str!(concat!("../../../assets/behaviours/", $name, ".js"))),+
        )
    };
}

/// What every page of a guide does beyond being read: one file a behaviour, each in a block of its own, so that one that fails in
/// some browser takes no other with it. Notices come first: they are what must arrive.
pub static BEHAVIOURS: LazyLock<Asset> = LazyLock::new(|| {
    let notices = behaviours!("notices");
    let stars = of_the_plan!("plan-beside", "plan-stars", "plan-copy", "plan-pages");
    let others = behaviours!("rail", "device", "saved-pages", "outside", "install", "search");
    let script = format!(
        "{notices}const planWords = {};\ntry {{\n{stars}}} catch (trouble) {{ console.error(trouble); }}\n{others}",
        plan::for_scripts()
    );
    Asset::new("guide", "js", "text/javascript; charset=utf-8", script)
});

/// What the page of a plan does beyond that.
pub static PLAN_PAGE: LazyLock<Asset> = LazyLock::new(|| {
    let page = of_the_plan!(
        "plan-beside",
        "plan-sharing",
        "plan-changes",
        "plan-page",
        "plan-copies",
        "plan-publishing"
    );
    let script = format!("const planWords = {};\n{page}", plan::for_scripts());
    Asset::new("plan", "js", "text/javascript; charset=utf-8", script)
});

/// What the page of what is near does.
pub static NEAR: LazyLock<Asset> = LazyLock::new(|| {
    let script = include_str!("../../../assets/behaviours/near.js");
    Asset::new("near", "js", "text/javascript; charset=utf-8", script.to_owned())
});

/// What the check page does beyond a plain form.
pub static CHECK_FORM: LazyLock<Asset> = LazyLock::new(|| {
    let script = include_str!("../../../assets/behaviours/check-form.js");
    Asset::new("check-form", "js", "text/javascript; charset=utf-8", script.to_owned())
});

/// The look of a clash report, on the one page that shows it.
pub static REPORT_STYLE: LazyLock<Asset> = LazyLock::new(|| {
    let style = include_str!("../../../assets/css/clash-report.css");
    Asset::new("clash-report", "css", "text/css; charset=utf-8", style.to_owned())
});

/// The look of a report of claims, on the one page that shows it.
pub static CLAIMS_STYLE: LazyLock<Asset> = LazyLock::new(|| {
    let style = include_str!("../../../assets/css/claims.css");
    Asset::new("claims", "css", "text/css; charset=utf-8", style.to_owned())
});

/// The filters of a clash report.
pub static REPORT_FILTERS: LazyLock<Asset> = LazyLock::new(|| {
    let script = include_str!("../../../assets/behaviours/clash-report.js");
    Asset::new("clash-report", "js", "text/javascript; charset=utf-8", script.to_owned())
});

/// The icon in a browser's tab: one lamp.
pub static ICON: LazyLock<Asset> = LazyLock::new(|| {
    let icon = include_str!("../../../assets/pictures/lamp.svg");
    Asset::new("lamp", "svg", "image/svg+xml", icon.to_owned())
});

/// What other sites put on their pages; its address is not ours to change, so it carries no hash.
pub const WIDGET: &str = include_str!("../../../assets/widget/widget.js");

/// The file of a name, if there is one.
#[must_use]
pub fn named(name: &str) -> Option<&'static Asset> {
    let all = [
        &*STYLE,
        &*BEHAVIOURS,
        &*PLAN_PAGE,
        &*NEAR,
        &*CHECK_FORM,
        &*REPORT_STYLE,
        &*REPORT_FILTERS,
        &*CLAIMS_STYLE,
        &*ICON,
    ];
    all.into_iter().find(|asset| asset.name == name)
}

/// Sixty-four bits of FNV-1a: tells versions of our own files apart, and is no defence against anybody.
#[must_use]
pub fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notices_come_first_and_no_behaviour_can_stop_another() {
        let script = &BEHAVIOURS.content;
        let at = |words: &str| script.find(words).unwrap_or_else(|| panic!("{words} is in the script"));
        assert!(script.starts_with("try {\n// What everybody must read at once"));
        assert!(at("What everybody must read at once") < at("const planWords"));
        assert_eq!(script.matches("\n} catch (trouble) { console.error(trouble); }\n").count(), 8);
        assert_eq!(script.matches("try {\n//").count(), 8);
    }

    #[test]
    fn another_content_has_another_name() {
        let name = |content: &str| Asset::new("a", "css", "text/css", content.to_owned()).name;
        assert_eq!(name("x"), name("x"));
        assert_ne!(name("x"), name("y"));
        assert_eq!(named(&STYLE.name).map(|asset| &asset.address), Some(&STYLE.address));
    }
}
