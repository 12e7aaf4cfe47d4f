//! How values become words: whatever a value is, as far as it says something.
//!
//! A number where a string belongs is taken for its digits, an object where a string belongs for its languages.
//! Names stand in many events, so that they are cut to what a name can be; texts stand in one and are kept whole.

use festoon_domain::text::Text;

use super::fault::JsonTrouble;
use super::node::{Kind, Members, Node, Source};
use crate::schedule::ScheduleTrouble;
use crate::schedule::notes::{Counted, Notes};
use crate::schedule::outline::{one_line, web_address};
use crate::{Reason, Refusal};

/// What is longer is no name.
const LONGEST_NAME: usize = 300;

/// A source, and what is noted while it is read.
#[derive(Debug)]
pub(super) struct Reader<'s, 'n> {
    pub(super) source: &'s Source<'s>,
    pub(super) notes: &'n mut Notes,
    /// What addresses of the file's own server begin with: scheme and host.
    pub(super) server: String,
    languages: Tally,
}

/// How often something was met, and where first.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Tally {
    count: u32,
    line: u32,
}

impl Tally {
    pub(super) fn add(&mut self, line: u32) {
        self.line = if self.count == 0 { line } else { self.line };
        self.count = self.count.saturating_add(1);
    }

    /// Says it, if there is something to say.
    pub(super) fn say(self, notes: &mut Notes, trouble: fn(u32) -> JsonTrouble) {
        if self.count > 0 {
            notes.say(self.line, "", ScheduleTrouble::Json(trouble(self.count)));
        }
    }
}

impl<'s, 'n> Reader<'s, 'n> {
    pub(super) fn new(source: &'s Source<'s>, notes: &'n mut Notes) -> Self {
        Self { source, notes, server: String::new(), languages: Tally::default() }
    }

    /// Says what was counted on the way.
    pub(super) fn finish(&mut self) {
        std::mem::take(&mut self.languages).say(self.notes, JsonTrouble::OtherLanguages);
    }

    pub(super) fn line(&self, node: Node<'s>) -> u32 {
        self.source.line(node)
    }

    pub(super) fn say(&mut self, node: Node<'s>, stood: &str, trouble: JsonTrouble) {
        self.notes.say(self.source.line(node), stood, ScheduleTrouble::Json(trouble));
    }

    pub(super) fn refusal(&self, node: Node<'s>, reason: Reason) -> Refusal {
        self.source.refusal(node, reason)
    }

    pub(super) fn items(&self, node: Option<Node<'s>>) -> Result<Vec<Node<'s>>, Refusal> {
        node.map_or_else(|| Ok(Vec::new()), |node| self.source.items(node))
    }

    pub(super) fn members(&self, node: Option<Node<'s>>) -> Result<Members<'s>, Refusal> {
        node.map_or_else(|| Ok(Members::default()), |node| self.source.members(node))
    }

    /// Words as they stand, line breaks and all; those of a list one after the other.
    pub(super) fn words(&mut self, node: Option<Node<'s>>) -> Result<String, Refusal> {
        let Some(node) = node else { return Ok(String::new()) };
        if node.kind() == Kind::List {
            let items = self.source.items(node)?;
            let words: Vec<_> = items.into_iter().map(|item| self.characters(item)).collect();
            return Ok(words.join(", "));
        }
        Ok(self.characters(node))
    }

    /// Words on one line.
    pub(super) fn phrase(&mut self, node: Option<Node<'s>>) -> Result<String, Refusal> {
        Ok(one_line(&self.words(node)?))
    }

    /// What something is called: words on one line, no longer than a name is.
    pub(super) fn name(&mut self, node: Option<Node<'s>>) -> Result<String, Refusal> {
        let name = self.phrase(node)?;
        let Some((end, _)) = name.char_indices().nth(LONGEST_NAME) else { return Ok(name) };
        if let Some(node) = node {
            self.say(node, &name, JsonTrouble::NameCut);
        }
        Ok(format!("{}…", &name[..end]))
    }

    /// What something is called, in words, by language, or as an object with a name.
    pub(super) fn named(&mut self, node: Option<Node<'s>>) -> Result<Text, Refusal> {
        let members = self.members(node)?;
        let names = ["name", "title", "slug"];
        match members.first_of(&names) {
            Some(name) if members.first_of(&["zh", "en"]).is_none() => self.localized(Some(name), Self::name),
            _ => self.localized(node, Self::name),
        }
    }

    /// A text in one language, or by language.
    pub(super) fn text(&mut self, node: Option<Node<'s>>) -> Result<Text, Refusal> {
        self.localized(node, Self::words)
    }

    /// The same on one line.
    pub(super) fn title(&mut self, node: Option<Node<'s>>) -> Result<Text, Refusal> {
        self.localized(node, Self::phrase)
    }

    /// Words that may stand there by language: Chinese and English of their own, else English for both, else the first.
    fn localized(
        &mut self,
        node: Option<Node<'s>>,
        words: fn(&mut Self, Option<Node<'s>>) -> Result<String, Refusal>,
    ) -> Result<Text, Refusal> {
        let members = self.members(node)?;
        if node.is_none_or(|node| node.kind() != Kind::Object) {
            return Ok(Text::single(&words(self, node)?));
        }
        let (mut zh, mut en, mut other) = (None, None, None);
        for (language, value) in members.each().filter(|(_, value)| !value.is_empty()) {
            let code = language.characters().to_lowercase();
            let slot = match code.split(['-', '_']).next().unwrap_or_default() {
                "zh" => &mut zh,
                "en" => &mut en,
                _ => {
                    if other.is_some() || zh.is_some() || en.is_some() {
                        self.languages.add(self.source.line(value));
                    }
                    &mut other
                }
            };
            slot.get_or_insert(value);
        }
        if zh.is_none() && en.is_none() {
            return Ok(Text::single(&words(self, other)?));
        }
        if let Some(other) = other {
            self.languages.add(self.source.line(other));
        }
        Ok(Text::new(&words(self, zh)?, &words(self, en)?))
    }

    /// An http(s) address; one that begins with a slash is of the file's own server.
    pub(super) fn address(&mut self, node: Option<Node<'s>>) -> Result<String, Refusal> {
        let words = self.phrase(node)?;
        let ours = words.starts_with('/') && !words.starts_with("//") && !self.server.is_empty();
        Ok(if ours { format!("{}{words}", self.server) } else { words })
    }

    /// An address of a picture or a paper, which may stand there as an object; others than of the web are counted.
    pub(super) fn web(&mut self, node: Option<Node<'s>>) -> Result<Option<String>, Refusal> {
        let Some(node) = node.filter(|node| !node.is_empty()) else { return Ok(None) };
        let inside = self.source.members(node)?.first_of(&["url", "href"]);
        let words = self.address(Some(inside.unwrap_or(node)))?;
        let address = web_address(&words).map(str::to_owned);
        if address.is_none() {
            self.notes.count(Counted::LinkNotWeb, self.source.line(node));
        }
        Ok(address)
    }

    /// Learns the file's own server from its address.
    pub(super) fn at_home(&mut self, site: Option<&str>) {
        let Some((scheme, rest)) = site.and_then(|site| site.split_once("://")) else { return };
        let host = rest.split('/').next().unwrap_or_default();
        self.server = format!("{scheme}://{host}");
    }

    fn characters(&mut self, node: Node<'s>) -> String {
        let words = node.characters();
        let halves = words.contains('\u{fffd}') && !node.raw().contains('\u{fffd}');
        if halves {
            let count = u32::try_from(words.matches('\u{fffd}').count()).unwrap_or(u32::MAX);
            self.notes.say(self.source.line(node), "", ScheduleTrouble::BytesReplaced(count));
        }
        let control = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{85}');
        if !words.contains(control) {
            return words.into_owned();
        }
        self.notes.count(Counted::ControlCharacter, self.source.line(node));
        // Office programs write their line breaks as these two.
        words.replace(['\u{b}', '\u{c}'], "\n").replace(control, "")
    }
}
