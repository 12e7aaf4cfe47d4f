//! A JSON text whose values stay where they are: pieces of it, each with its line.
//!
//! The text is checked once as a whole, so that looking into a value cannot fail later. Lines are counted from marks set
//! every few kilobytes. A list is looked at one level at a time and bounded, so that memory stays below that of the text.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use festoon_domain::programme::Spot;
use serde::de::{Deserializer as _, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::{Reason, Refusal};

/// Values inside values beyond this depth are no schedule.
const DEEPEST: u32 = 128;
/// A list or an object with more in it than this is no schedule either.
const MOST_PARTS: usize = 400_000;
/// Lines are counted anew from the last of the marks that stand this many bytes apart.
const BETWEEN_MARKS: usize = 1024;

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Truth,
    /// A number.
    Number,
    /// A string.
    Text,
    /// An array.
    List,
    /// An object.
    Object,
}

/// A value, as it stands in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node<'a>(&'a str);

/// The members of an object, in their order; a name may stand twice.
#[derive(Debug, Default)]
pub(super) struct Members<'a>(Vec<(Node<'a>, Node<'a>)>);

/// A whole text.
#[derive(Debug)]
pub(super) struct Source<'a> {
    text: &'a str,
    file: Arc<str>,
    /// How many lines end before each mark.
    marks: Vec<u32>,
    pub(super) root: Node<'a>,
}

impl<'a> Source<'a> {
    /// Checks a text from beginning to end.
    pub(super) fn open(text: &'a str, file: &Arc<str>) -> Result<Self, Refusal> {
        let refuse = |line: usize, reason| {
            let spot = Spot::Line(u32::try_from(line).unwrap_or(u32::MAX));
            Refusal { file: Arc::clone(file), spot, reason }
        };
        if let Some(at) = too_deep(text) {
            return Err(refuse(newlines(&text.as_bytes()[..at]) + 1, Reason::TooDeep(DEEPEST)));
        }
        let root: &RawValue = serde_json::from_str(text).map_err(|error| {
            let (words, line, column) = (error.to_string(), error.line(), error.column());
            let what = words.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(&words);
            refuse(line, Reason::Broken(format!("{what}, column {column}")))
        })?;

        let mut marks = Vec::with_capacity(text.len() / BETWEEN_MARKS + 1);
        let mut lines = 0_u32;
        for block in text.as_bytes().chunks(BETWEEN_MARKS) {
            marks.push(lines);
            lines = lines.saturating_add(u32::try_from(newlines(block)).unwrap_or(u32::MAX));
        }
        Ok(Self { text, file: Arc::clone(file), marks, root: Node(root.get()) })
    }

    /// The line a value begins on, counted from 1.
    pub(super) fn line(&self, node: Node<'a>) -> u32 {
        let at = node.0.as_ptr().addr().saturating_sub(self.text.as_ptr().addr()).min(self.text.len());
        let mark = at / BETWEEN_MARKS;
        let more = newlines(&self.text.as_bytes()[mark * BETWEEN_MARKS..at]);
        let before = self.marks.get(mark).copied().unwrap_or_default();
        before.saturating_add(u32::try_from(more).unwrap_or(u32::MAX)).saturating_add(1)
    }

    /// What stands in a list; nothing in what is none.
    pub(super) fn items(&self, node: Node<'a>) -> Result<Vec<Node<'a>>, Refusal> {
        if node.kind() != Kind::List {
            return Ok(Vec::new());
        }
        let parts = self.parts(node)?;
        Ok(parts.into_iter().map(|(_, item)| item).collect())
    }

    /// The members of an object; none of what is none.
    pub(super) fn members(&self, node: Node<'a>) -> Result<Members<'a>, Refusal> {
        if node.kind() != Kind::Object {
            return Ok(Members::default());
        }
        self.parts(node).map(Members)
    }

    pub(super) fn refusal(&self, node: Node<'a>, reason: Reason) -> Refusal {
        Refusal { file: Arc::clone(&self.file), spot: Spot::Line(self.line(node)), reason }
    }

    fn parts(&self, node: Node<'a>) -> Result<Vec<(Node<'a>, Node<'a>)>, Refusal> {
        let mut text = serde_json::Deserializer::from_str(node.0);
        // The whole was checked, so that only the bound is left to fail.
        text.deserialize_any(Parts).map_err(|_| {
            self.refusal(node, Reason::TooManyEvents(u64::try_from(MOST_PARTS).unwrap_or(u64::MAX)))
        })
    }
}

impl<'a> Node<'a> {
    pub(super) fn kind(self) -> Kind {
        match self.0.as_bytes().first() {
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::List,
            Some(b'"') => Kind::Text,
            Some(b't' | b'f') => Kind::Truth,
            Some(b'n') | None => Kind::Null,
            Some(_) => Kind::Number,
        }
    }

    /// As it stands.
    pub(super) fn raw(self) -> &'a str {
        self.0
    }

    /// `null`, `""`, `[]` and `{}` say nothing.
    pub(super) fn is_empty(self) -> bool {
        let inside = self.0.get(1..self.0.len().saturating_sub(1)).unwrap_or_default().trim_ascii();
        match self.kind() {
            Kind::Null => true,
            Kind::Text | Kind::List | Kind::Object => inside.is_empty(),
            Kind::Truth | Kind::Number => false,
        }
    }

    /// A string's characters, other single values as they stand; nothing for lists and objects.
    /// Half a character (a surrogate without its other half) becomes U+FFFD.
    pub(super) fn characters(self) -> Cow<'a, str> {
        match self.kind() {
            Kind::Null | Kind::List | Kind::Object => Cow::Borrowed(""),
            Kind::Truth => Cow::Borrowed(self.0),
            // 2814.0 is the whole number 2814.
            Kind::Number => Cow::Borrowed(self.0.strip_suffix(".0").unwrap_or(self.0)),
            Kind::Text if !self.0.contains('\\') => Cow::Borrowed(&self.0[1..self.0.len() - 1]),
            Kind::Text => Cow::Owned(serde_json::from_str(self.0).unwrap_or_else(|_| self.with_halves())),
        }
    }

    fn with_halves(self) -> String {
        let mut text = serde_json::Deserializer::from_str(self.0);
        text.deserialize_bytes(Halves).unwrap_or_else(|_| self.0.to_owned())
    }

    fn is(self, name: &str) -> bool {
        let inside = &self.0[1..self.0.len() - 1];
        inside == name || (inside.contains('\\') && self.characters() == name)
    }
}

impl<'a> Members<'a> {
    /// The value of a name; of several the last, as programs take it.
    pub(super) fn get(&self, name: &str) -> Option<Node<'a>> {
        self.all(name).last()
    }

    /// The value of the first of these names that says something.
    pub(super) fn first_of(&self, names: &[&str]) -> Option<Node<'a>> {
        names.iter().filter_map(|name| self.get(name)).find(|node| !node.is_empty())
    }

    /// Every value of a name.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = Node<'a>> {
        self.0.iter().filter(move |(key, _)| key.is(name)).map(|(_, value)| *value)
    }

    /// Every name with its value.
    pub(super) fn each(&self) -> impl Iterator<Item = (Node<'a>, Node<'a>)> {
        self.0.iter().copied()
    }
}

/// Takes a list or an object apart, one level.
struct Parts;

impl<'de> Visitor<'de> for Parts {
    type Value = Vec<(Node<'de>, Node<'de>)>;

    fn expecting(&self, words: &mut fmt::Formatter<'_>) -> fmt::Result {
        words.write_str("a list or an object")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut parts = Vec::new();
        while let Some(item) = list.next_element::<&RawValue>()? {
            bounded(&parts)?;
            parts.push((Node("\"\""), Node(item.get())));
        }
        Ok(parts)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
        let mut parts = Vec::new();
        while let Some((name, value)) = object.next_entry::<&RawValue, &RawValue>()? {
            bounded(&parts)?;
            parts.push((Node(name.get()), Node(value.get())));
        }
        Ok(parts)
    }
}

fn bounded<T, E: serde::de::Error>(parts: &[T]) -> Result<(), E> {
    if parts.len() < MOST_PARTS { Ok(()) } else { Err(E::custom("too many")) }
}

/// Takes a string that Unicode does not have.
struct Halves;

impl Visitor<'_> for Halves {
    type Value = String;

    fn expecting(&self, words: &mut fmt::Formatter<'_>) -> fmt::Result {
        words.write_str("a string")
    }

    fn visit_bytes<E: serde::de::Error>(self, bytes: &[u8]) -> Result<String, E> {
        Ok(String::from_utf8_lossy(bytes).into_owned())
    }
}

/// Where a bracket opens that is one too deep.
fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut within, mut escaped) = (0_u32, Within::Values, false);
    for (at, byte) in text.bytes().enumerate() {
        match (within, byte) {
            (Within::String, _) if escaped => escaped = false,
            (Within::String, b'\\') => escaped = true,
            (Within::String, b'"') => within = Within::Values,
            (Within::Values, b'"') => within = Within::String,
            (Within::Values, b'{' | b'[') if depth == DEEPEST => return Some(at),
            (Within::Values, b'{' | b'[') => depth += 1,
            (Within::Values, b'}' | b']') => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

#[derive(Clone, Copy)]
enum Within {
    Values,
    String,
}

fn newlines(bytes: &[u8]) -> usize {
    bytes.iter().fold(0, |lines, byte| lines + usize::from(*byte == b'\n'))
}
