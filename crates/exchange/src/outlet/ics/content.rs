//! Content lines as bytes: CR LF, folded at 75 octets, no character cut, no character a calendar cannot hold.

use festoon_domain::text::Lang;

/// Octets of a physical line, its end not counted.
const LONGEST: usize = 75;

/// A file in the making.
#[derive(Debug, Default)]
pub(super) struct File {
    bytes: Vec<u8>,
}

impl File {
    /// Adds a content line.
    pub(super) fn line(&mut self, line: &str) {
        let mut rest = line;
        let mut room = LONGEST;
        while rest.len() > room {
            let (now, later) = rest.split_at(cut(rest, room));
            self.bytes.extend_from_slice(now.as_bytes());
            self.bytes.extend_from_slice(b"\r\n ");
            rest = later;
            room = LONGEST - 1;
        }
        self.bytes.extend_from_slice(rest.as_bytes());
        self.bytes.extend_from_slice(b"\r\n");
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

/// Where to fold: not inside a character, and not before a blank, which readers that trim would lose.
fn cut(line: &str, room: usize) -> usize {
    let most = line.floor_char_boundary(room);
    let is_blank = |at: &usize| line.as_bytes().get(*at).is_some_and(|byte| matches!(byte, b' ' | b'\t'));
    let before_word = (most.saturating_sub(16)..=most).rev().filter(|at| line.is_char_boundary(*at));
    before_word.into_iter().find(|at| *at > 0 && !is_blank(at) && !is_blank(&(at - 1))).unwrap_or(most)
}

/// A property whose value needs no escaping.
pub(super) fn value(name: &str, value: &str) -> String {
    format!("{name}:{value}")
}

/// A text, in a language.
pub(super) fn text(name: &str, lang: Lang, words: &str) -> String {
    format!("{name};LANGUAGE={}:{}", lang.code(), escape(words))
}

/// Words as a value may hold them.
pub(super) fn escape(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len() + 8);
    for c in words.chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            // Some readers take these two for line ends of the file; they mean the same inside the text.
            '\n' | '\u{2028}' | '\u{2029}' => escaped.push_str("\\n"),
            '\t' => escaped.push('\t'),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// An address as a value may hold it: what would end the line or is no part of addresses is left out.
pub(super) fn address(name: &str, address: &str) -> String {
    let plain: String = address.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    value(name, &plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(line: &str) -> String {
        let mut file = File::default();
        file.line(line);
        String::from_utf8(file.into_bytes()).expect("UTF-8")
    }

    #[test]
    fn a_line_of_75_octets_is_not_folded_and_one_of_76_is() {
        assert_eq!(folded(&"x".repeat(75)), format!("{}\r\n", "x".repeat(75)));
        assert_eq!(folded(&"x".repeat(76)), format!("{}\r\n x\r\n", "x".repeat(75)));
    }

    #[test]
    fn characters_are_not_cut_and_later_lines_count_their_blank() {
        let line = format!("SUMMARY:{}", "周".repeat(60));
        let bytes = folded(&line);
        for physical in bytes.trim_end().split("\r\n") {
            assert!(physical.len() <= 75, "{physical}");
        }
        assert_eq!(bytes.replace("\r\n ", "").trim_end(), line);
    }

    #[test]
    fn what_ends_a_value_is_escaped_and_controls_are_gone() {
        assert_eq!(escape("a,b;c\\d\ne\u{7}\u{2028}f\r"), "a\\,b\\;c\\\\d\\ne\\nf");
        assert_eq!(address("URL", "https://x/\r\nEVIL:1"), "URL:https://x/EVIL:1");
    }
}
