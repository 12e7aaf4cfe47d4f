//! Which of the JSON formats a text is in: by the names at its top, wherever they stand.
//!
//! A scan of the brackets and strings, so that a broken file is known for what it was meant to be and refused with its
//! line by the reader. It stops as soon as it knows; a file whose `events` stand last is walked to its end.

use crate::Format;
use crate::schedule::decode_json;

/// Where a scan stands.
#[derive(Debug, Default)]
struct Scan {
    depth: u32,
    /// The name whose value comes next, at the top and inside `schedule`.
    top: Name,
    inner: Name,
    schedule: bool,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Name {
    Sessions,
    Schedule,
    Events,
    #[default]
    Other,
}

/// The format, if it is one that is read.
pub(super) fn format(bytes: &[u8]) -> Option<Format> {
    let text = decode_json(bytes).text;
    let mut scan = Scan::default();
    let mut rest = text.trim_start();
    while let Some(at) = rest.find(['"', '{', '[', '}', ']']) {
        let found = rest.as_bytes()[at];
        rest = &rest[at + 1..];
        match found {
            b'"' => {
                let end = end_of_string(rest);
                let (words, after) = rest.split_at(end.min(rest.len()));
                rest = after.strip_prefix('"').unwrap_or(after);
                if rest.trim_start().starts_with(':') {
                    scan.name(words);
                }
            }
            b'{' | b'[' => {
                if let Some(format) = scan.open(found) {
                    return Some(format);
                }
            }
            _ => scan.depth = scan.depth.saturating_sub(1),
        }
    }
    scan.schedule.then_some(Format::ScheduleJson)
}

impl Scan {
    fn name(&mut self, words: &str) {
        let name = match words {
            "sessions" => Name::Sessions,
            "schedule" => Name::Schedule,
            "events" => Name::Events,
            _ => Name::Other,
        };
        match self.depth {
            1 => (self.top, self.inner) = (name, Name::Other),
            2 => self.inner = name,
            _ => {}
        }
    }

    fn open(&mut self, bracket: u8) -> Option<Format> {
        self.depth = self.depth.saturating_add(1);
        match (self.depth, bracket, self.top, self.inner) {
            (2, b'[', Name::Sessions, _) => return Some(Format::Opass),
            (2, b'{', Name::Schedule, _) => self.schedule = true,
            (3, b'[', Name::Schedule, Name::Events) if self.schedule => return Some(Format::Schedule2),
            _ => {}
        }
        None
    }
}

fn end_of_string(text: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_at_the_top_decide_wherever_they_stand() {
        let of = |text: &str| format(text.as_bytes());
        assert_eq!(of("{\"speakers\":[{\"sessions\":[]}],\"sessions\":[]}"), Some(Format::Opass));
        assert_eq!(
            of("{\"$schema\":\"schedule\",\"schedule\":{\"conference\":{}}}"),
            Some(Format::ScheduleJson)
        );
        let second = "{ \"schedule\" : { \"conference\":{\"events\":[]}, \"persons\":[], \"events\" : [] }}";
        assert_eq!(of(second), Some(Format::Schedule2));
        let first = "{\"schedule\":{\"conference\":{\"events\":[{\"schedule\":{}}]}}}";
        assert_eq!(of(first), Some(Format::ScheduleJson));
        for other in [
            "{}",
            "{\"sessions\":{}}",
            "{\"schedule\":[]}",
            "{\"a\":{\"schedule\":{}}}",
            "{\"x\":\"schedule\"}",
        ] {
            assert_eq!(of(other), None, "{other}");
        }
    }

    #[test]
    fn a_broken_file_is_still_known() {
        assert_eq!(format(b"{\"schedule\":{\"conference\":{\"title\":\"W"), Some(Format::ScheduleJson));
        assert_eq!(format(b"{\"sessions\":[{\"id\":"), Some(Format::Opass));
        assert_eq!(format(b"{\"schedule"), None);
    }

    #[test]
    fn sixteen_bits_are_looked_through() {
        let bytes: Vec<u8> =
            "{\"会∢场\":1,\"sessions\":[".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(format(&bytes), Some(Format::Opass));
    }
}
