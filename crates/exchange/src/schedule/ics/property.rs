//! One content line: a name, its parameters, and a value that is still escaped.

/// `NAME;PARAMETER=value:value`, its name in capitals.
#[derive(Debug, Clone)]
pub(super) struct Property {
    pub(super) line: u32,
    pub(super) name: String,
    parameters: Vec<(String, String)>,
    pub(super) value: String,
}

/// Where TZID may hold a colon that nobody quoted.
const TIMES: [&str; 6] = ["DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE", "DTSTAMP"];
/// Parameters beyond this many are no calendar's.
const MOST_PARAMETERS: usize = 32;
const MOST_LISTED: usize = 100;

impl Property {
    /// Nothing if the line does not begin with a name and a colon or semicolon.
    pub(super) fn parse(line: u32, words: &str) -> Option<Self> {
        let words = words.trim_start();
        let end = words.find([':', ';'])?;
        let name = words[..end].trim_end();
        let shape = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
        if name.is_empty() || !name.bytes().all(shape) {
            return None;
        }
        let name = name.to_ascii_uppercase();
        let (parameters, value) = parameters(&words[end..])?;
        let mut property = Self { line, name, parameters, value: value.trim().to_owned() };
        property.mend_zone();
        Some(property)
    }

    /// A parameter's value, without quotes.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        let known = self.parameters.iter().find(|(known, _)| known == name);
        known.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
    }

    /// The value as text: `\n` is a line end, a backslash stands before what it makes literal.
    pub(super) fn text(&self) -> String {
        unescape(&self.value)
    }

    /// The first hundred values of a list.
    pub(super) fn list(&self) -> Vec<String> {
        let mut values = Vec::new();
        let (mut begin, mut escaped) = (0, false);
        for (at, byte) in self.value.bytes().enumerate() {
            if values.len() >= MOST_LISTED {
                break;
            }
            if byte == b',' && !escaped {
                values.push(unescape(&self.value[begin..at]));
                begin = at + 1;
            }
            escaped = byte == b'\\' && !escaped;
        }
        values.push(unescape(&self.value[begin..]));
        values.iter().map(|value| value.trim().to_owned()).filter(|value| !value.is_empty()).collect()
    }

    /// Whether a comma or semicolon stands in the text as it may not: without a backslash.
    pub(super) fn is_unescaped(&self) -> bool {
        let mut escaped = false;
        self.value.bytes().any(|byte| {
            let bare = matches!(byte, b',' | b';') && !escaped;
            escaped = byte == b'\\' && !escaped;
            bare
        })
    }

    /// `TZID=(UTC+08:00) Beijing:20210621T093000`: the colon of the zone was taken for the end of the parameters.
    fn mend_zone(&mut self) {
        if !TIMES.contains(&self.name.as_str()) {
            return;
        }
        let Some((zone, time)) = self.value.rsplit_once(':') else { return };
        let is_time = time.len() >= 8 && time.bytes().take(8).all(|byte| byte.is_ascii_digit());
        if let (true, Some((_, stated))) =
            (is_time, self.parameters.iter_mut().find(|(name, _)| name == "TZID"))
        {
            *stated = format!("{stated}:{zone}");
            self.value = time.to_owned();
        }
    }
}

/// The parameters, and the value behind the colon that ends them.
fn parameters(words: &str) -> Option<(Vec<(String, String)>, &str)> {
    let mut parameters = Vec::new();
    let mut rest = words;
    while let Some(next) = rest.strip_prefix(';') {
        let end = next.find(['=', ';', ':'])?;
        let name = next[..end].trim().to_ascii_uppercase();
        rest = &next[end..];
        let mut value = String::new();
        if let Some(mut stated) = rest.strip_prefix('=') {
            while let Some(at) = stated.find(['"', ';', ':']) {
                value.push_str(&stated[..at]);
                stated = &stated[at..];
                let Some(quoted) = stated.strip_prefix('"') else { break };
                // A quote that nobody closes is a character like others.
                let Some((inside, after)) = quoted.split_once('"') else {
                    stated = quoted;
                    continue;
                };
                value.push_str(inside);
                stated = after;
            }
            rest = stated;
        }
        if parameters.len() < MOST_PARAMETERS {
            parameters.push((name, caret(value.trim())));
        }
    }
    Some((parameters, rest.strip_prefix(':')?))
}

/// RFC 6868: what a parameter may not hold is written with a caret.
fn caret(value: &str) -> String {
    if !value.contains('^') {
        return value.to_owned();
    }
    let mut plain = String::with_capacity(value.len());
    let mut characters = value.chars().peekable();
    while let Some(c) = characters.next() {
        let meant = match (c, characters.peek()) {
            ('^', Some('n')) => '\n',
            ('^', Some('\'')) => '"',
            ('^', Some('^')) => '^',
            _ => {
                plain.push(c);
                continue;
            }
        };
        characters.next();
        plain.push(meant);
    }
    plain
}

fn unescape(value: &str) -> String {
    if !value.contains('\\') {
        return value.to_owned();
    }
    let mut plain = String::with_capacity(value.len());
    let mut characters = value.chars();
    while let Some(c) = characters.next() {
        if c != '\\' {
            plain.push(c);
            continue;
        }
        match characters.next() {
            Some('n' | 'N') => plain.push('\n'),
            Some(literal @ ('\\' | ';' | ',' | ':' | '"')) => plain.push(literal),
            Some(other) => plain.extend(['\\', other]),
            None => plain.push('\\'),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn property(words: &str) -> Property {
        Property::parse(1, words).expect("a property")
    }

    #[test]
    fn names_come_in_any_case_and_blanks_before_values_are_none_of_theirs() {
        let read = property("summary;Language=zh : 开幕式");
        assert_eq!((read.name.as_str(), read.value.as_str()), ("SUMMARY", "开幕式"));
        assert_eq!(read.parameter("LANGUAGE"), Some("zh"));
        assert!(Property::parse(1, "no colon").is_none());
        assert!(Property::parse(1, "two words: x").is_none());
    }

    #[test]
    fn quoted_parameters_hold_colons_and_semicolons() {
        let read = property("ATTENDEE;CN=\"Lin: a; b\";ROLE=CHAIR:invalid:nomail");
        assert_eq!(read.parameter("CN"), Some("Lin: a; b"));
        assert_eq!((read.parameter("ROLE"), read.value.as_str()), (Some("CHAIR"), "invalid:nomail"));
        assert_eq!(property("A;CN=Ada ^'Ace^' ^^:x").parameter("CN"), Some("Ada \"Ace\" ^"));
    }

    #[test]
    fn a_zone_with_a_colon_that_nobody_quoted_keeps_it() {
        let read = property("DTSTART;TZID=(UTC+08:00) Beijing:20210621T093000");
        assert_eq!(
            (read.parameter("TZID"), read.value.as_str()),
            (Some("(UTC+08:00) Beijing"), "20210621T093000")
        );
    }

    #[test]
    fn escapes_are_undone_and_what_is_none_stays() {
        assert_eq!(property(r"X:a\, b\; c\\n\nd\Ne \x \").text(), "a, b; c\\n\nd\ne \\x \\");
        assert_eq!(property(r"X:a\,b, c ,,d\\,e").list(), ["a,b", "c", "d\\", "e"]);
        assert!(property("X:a, b").is_unescaped() && !property(r"X:a\, b").is_unescaped());
    }
}
