//! The words of a web page as its reader sees them. Not a browser: tags, entities and white space, in the order they stand.

use super::places::Steps;
use crate::sheet::grid::{after_closing, entity};

/// The text, and where it stops running along with the source.
pub(super) fn read(source: &str) -> (String, Steps) {
    let mut page = Page {
        source,
        text: String::with_capacity(source.len() / 2),
        steps: Steps::default(),
        gap: Gap::None,
        next: (0, 0),
    };
    let mut at = 0;
    while let Some(found) = source[at..].find('<').map(|found| found + at) {
        page.say(at, found);
        at = page.tag(found);
    }
    page.say(at, source.len());
    (page.text, page.steps)
}

/// What lies between the last word and the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    Space,
    Cell,
    Line,
    Paragraph,
}

struct Page<'s> {
    source: &'s str,
    text: String,
    steps: Steps,
    gap: Gap,
    /// Where the next character stands if nothing lies between: in the text, and in the source.
    next: (usize, usize),
}

impl Page<'_> {
    /// Takes the tag that begins at `at`; where what follows begins.
    fn tag(&mut self, at: usize) -> usize {
        let rest = &self.source[at..];
        let behind = |after: &str| self.source.len() - after.len();
        if let Some(comment) = rest.strip_prefix("<!--") {
            return comment.split_once("-->").map_or(self.source.len(), |(_, after)| behind(after));
        }
        // A sign that begins no tag is a word, as browsers have it.
        if !rest[1..].starts_with(|next: char| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?'))
        {
            self.push('<', at, 1);
            return at + 1;
        }
        let Some(end) = rest.find('>') else { return self.source.len() };
        let inside = &rest[1..end];
        let name_end = inside.find(|c: char| c.is_whitespace()).unwrap_or(inside.len());
        let name = inside[..name_end].trim_end_matches('/').to_ascii_lowercase();
        match name.as_str() {
            // What is not seen, or seen struck through.
            "script" | "style" | "template" | "del" => {
                return behind(after_closing(&rest[end + 1..], &name));
            }
            "br" => self.part(Gap::Line),
            "td" | "th" => self.part(Gap::Cell),
            other if is_block(other.trim_start_matches('/')) => self.part(Gap::Paragraph),
            _ => {}
        }
        at + end + 1
    }

    fn part(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
    }

    /// Words of the source, with runs of white space as one space and entities as what they stand for.
    fn say(&mut self, from: usize, to: usize) {
        let mut at = from;
        while let Some(character) = self.source[at..to].chars().next() {
            let mut length = character.len_utf8();
            if character.is_ascii_whitespace() {
                self.part(Gap::Space);
            } else if character == '&' {
                let rest = &self.source[at + 1..to];
                let name = rest.bytes().take(11).position(|byte| byte == b';').map(|end| &rest[..end]);
                let meant = name.and_then(|name| Some((name, entity(name)?)));
                length = meant.map_or(1, |(name, _)| name.len() + 2);
                self.push(meant.map_or('&', |(_, meant)| meant), at, length);
            } else {
                self.push(character, at, length);
            }
            at += length;
        }
    }

    fn push(&mut self, character: char, at: usize, length: usize) {
        let gap = std::mem::replace(&mut self.gap, Gap::None);
        if !self.text.is_empty() {
            self.text.push_str(match gap {
                Gap::None => "",
                Gap::Space => " ",
                Gap::Cell => "\t",
                Gap::Line => "\n",
                Gap::Paragraph => "\n\n",
            });
        }
        if self.next != (self.text.len(), at) {
            self.steps.step(self.text.len(), at);
        }
        self.text.push(character);
        if character.len_utf8() != length {
            self.steps.step(self.text.len(), at + length);
        }
        self.next = (self.text.len(), at + length);
    }
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "li"
            | "ul"
            | "ol"
            | "dl"
            | "dt"
            | "dd"
            | "tr"
            | "table"
            | "section"
            | "article"
            | "aside"
            | "header"
            | "footer"
            | "main"
            | "nav"
            | "figure"
            | "figcaption"
            | "blockquote"
            | "pre"
            | "title"
            | "head"
            | "body"
            | "caption"
            | "form"
            | "hr"
            | "details"
            | "summary"
    )
}
