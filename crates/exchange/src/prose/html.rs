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
            "script" | "style" | "template" | "del" | "s" | "strike" => {
                return behind(after_closing(&rest[end + 1..], &name));
            }
            _ if is_hidden(inside) && !is_void(&name) => {
                return behind(after_own_closing(&rest[end + 1..], &name));
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

/// Whether a tag says of itself that its element is not shown; a style sheet that says so is not read.
fn is_hidden(inside: &str) -> bool {
    let mut quoted = None;
    // Attributes without their values, but for `style`.
    let bare: String = inside
        .chars()
        .filter(|letter| match (quoted, letter) {
            (None, '"' | '\'') => {
                quoted = Some(*letter);
                false
            }
            (Some(mark), _) if mark == *letter => {
                quoted = None;
                false
            }
            (quoted, _) => quoted.is_none(),
        })
        .collect();
    let hidden = bare
        .split_ascii_whitespace()
        .skip(1)
        .any(|name| matches!(name.trim_end_matches(['=', '/']).to_ascii_lowercase().as_str(), "hidden"));
    if hidden {
        return true;
    }
    let lower = inside.to_ascii_lowercase();
    let style = lower.split_once("style=").map(|(_, style)| style.replace(char::is_whitespace, ""));
    style.is_some_and(|style| style.contains("display:none") || style.contains("visibility:hidden"))
}

/// Elements without a closing tag.
fn is_void(name: &str) -> bool {
    name.starts_with('/') || matches!(name, "input" | "br" | "hr" | "img" | "meta" | "link" | "wbr" | "col")
}

/// What follows the closing tag of an element, those of the same name inside it passed over; a paragraph ends where the next begins.
fn after_own_closing<'t>(text: &'t str, name: &str) -> &'t str {
    let mut rest = text;
    let mut open = 1;
    while let Some(at) = rest.find('<') {
        let tag = &rest[at + 1..];
        let (closes, named) = tag.strip_prefix('/').map_or((false, tag), |named| (true, named));
        let length = named.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(named.len());
        if named[..length].eq_ignore_ascii_case(name) {
            if !closes && name == "p" {
                return &rest[at..];
            }
            open = if closes { open - 1 } else { open + 1 };
        }
        rest = tag;
        if open == 0 {
            return rest.split_once('>').map_or("", |(_, after)| after);
        }
    }
    ""
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
