//! `prefer = { by = "linear", indifference = 1, preference = 5 }`: how much of a difference counts for PROMETHEE, read and written.

use festoon_composite::framework::Preference;

use super::steps::unknown;
use crate::said::Said;

/// How much of a difference counts: a shape and its thresholds.
pub(super) fn read(said: Said<'_>) -> Option<Preference> {
    let by = said.must("by")?;
    let must = |key| {
        if !said.has(key) {
            said.lacks(key);
        }
        said.number(key)
    };
    let preference = match by.as_str() {
        "usual" => Preference::Usual,
        "u-shape" => Preference::UShape { indifference: must("indifference")? },
        "v-shape" => Preference::VShape { preference: must("preference")? },
        "level" => Preference::Level { indifference: must("indifference")?, preference: must("preference")? },
        "linear" => {
            Preference::Linear { indifference: must("indifference")?, preference: must("preference")? }
        }
        "gaussian" => Preference::Gaussian { bend: must("bend")? },
        _ => {
            unknown(&said, "by", &by, &["usual", "u-shape", "v-shape", "level", "linear", "gaussian"]);
            return None;
        }
    };
    said.finish();
    Some(preference)
}

/// Nothing for what is usual.
pub(super) fn written(preference: Preference) -> String {
    let (by, thresholds) = match preference {
        Preference::Usual => return String::new(),
        Preference::UShape { indifference } => ("u-shape", vec![("indifference", indifference)]),
        Preference::VShape { preference } => ("v-shape", vec![("preference", preference)]),
        Preference::Level { indifference, preference } => {
            ("level", vec![("indifference", indifference), ("preference", preference)])
        }
        Preference::Linear { indifference, preference } => {
            ("linear", vec![("indifference", indifference), ("preference", preference)])
        }
        Preference::Gaussian { bend } => ("gaussian", vec![("bend", bend)]),
    };
    let by = format!("by = {}", toml::Value::from(by));
    let thresholds = thresholds.into_iter().map(|(key, number)| format!("{key} = {number:?}"));
    let fields: Vec<String> = std::iter::once(by).chain(thresholds).collect();
    format!("{{ {} }}", fields.join(", "))
}
