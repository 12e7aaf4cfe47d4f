//! XML as a stream of pieces, with everything hostile refused: DTDs and entities, deep nesting, endless texts.
//!
//! Local names only: which prefix a program chose says nothing. Memory is one piece at a time.

use std::borrow::Cow;
use std::cell::Cell as Counter;
use std::io::{self, BufRead, Read};
use std::rc::Rc;

use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::{Error, Reader};

use super::limits::{DEEPEST, LONGEST_TEXT, MOST_UNPACKED};
use crate::Reason;

/// One piece of a document.
pub(crate) enum Piece<'a> {
    /// `<name …>`; an empty element is opened and closed.
    Open(Element<'a>),
    /// `</name>`
    Close(Ended<'a>),
    /// Words between tags; a text may come in several pieces.
    Text(Cow<'a, str>),
    /// A comment or the like.
    Nothing,
    /// The document is over.
    End,
}

pub(crate) struct Element<'a>(BytesStart<'a>);

impl Element<'_> {
    /// The name without its prefix.
    pub(crate) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// An attribute by its name without prefix, the first that has it.
    pub(crate) fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        self.find(|key| key.rsplit(':').next() == Some(name))
    }

    /// An attribute that must have a prefix, as `r:id` beside `id`.
    pub(crate) fn prefixed(&self, name: &str) -> Option<Cow<'_, str>> {
        self.find(|key| key.split_once(':').is_some_and(|(_, local)| local == name))
    }

    /// An attribute that is a number; what is none is as if it were not there.
    pub(crate) fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// An attribute that is true or false.
    pub(crate) fn says(&self, name: &str) -> bool {
        self.attribute(name).is_some_and(|value| matches!(value.as_ref(), "1" | "true" | "on"))
    }

    /// Every attribute with its full name, in one walk; broken ones are passed over.
    pub(crate) fn each(&self) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
        let mut attributes = self.0.attributes();
        // The check for doubled names is quadratic in their number.
        attributes.with_checks(false);
        attributes.flatten().map(|attribute| (attribute.key.into_inner(), unescaped(attribute.value)))
    }

    fn find(&self, wanted: impl Fn(&str) -> bool) -> Option<Cow<'_, str>> {
        let mut attributes = self.0.attributes();
        let found = attributes.with_checks(false).flatten().find(|one| wanted(one.key.into_inner()))?;
        Some(unescaped(found.value))
    }
}

/// An unknown entity in an attribute is left as it stands: it declares nothing and nothing hangs on it.
fn unescaped(value: Cow<'_, str>) -> Cow<'_, str> {
    match quick_xml::escape::unescape(&value) {
        Ok(Cow::Borrowed(_)) | Err(_) => value,
        Ok(Cow::Owned(plain)) => Cow::Owned(plain),
    }
}

/// The end of an element.
pub(crate) struct Ended<'a>(BytesEnd<'a>);

impl Ended<'_> {
    /// The name without its prefix.
    pub(crate) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }
}

pub(crate) struct Xml<R> {
    reader: Reader<Metered<R>>,
    buffer: Vec<u8>,
    depth: u32,
}

impl<R: BufRead> Xml<R> {
    /// `unpacked` is shared by all parts of an archive.
    pub(crate) fn new(source: R, unpacked: Rc<Counter<u64>>) -> Self {
        let mut reader = Reader::from_reader(Metered { source, unpacked, since: 0 });
        reader.config_mut().expand_empty_elements = true;
        reader.config_mut().allow_dangling_amp = true;
        Self { reader, buffer: Vec::new(), depth: 0 }
    }

    pub(crate) fn next(&mut self) -> Result<Piece<'_>, Reason> {
        self.buffer.clear();
        self.reader.get_mut().since = 0;
        let position = self.reader.buffer_position();
        let event = self.reader.read_event_into(&mut self.buffer);
        Ok(match event.map_err(|error| why(&error, position))? {
            Event::Start(start) | Event::Empty(start) => {
                self.depth += 1;
                if self.depth > DEEPEST {
                    return Err(Reason::TooDeep(DEEPEST));
                }
                Piece::Open(Element(start))
            }
            Event::End(end) => {
                self.depth = self.depth.saturating_sub(1);
                Piece::Close(Ended(end))
            }
            Event::Text(text) => Piece::Text(text.into_inner()),
            Event::CData(text) => Piece::Text(text.into_inner()),
            Event::GeneralRef(reference) => {
                if let Ok(Some(character)) = reference.resolve_char_ref() {
                    Piece::Text(Cow::Owned(character.to_string()))
                } else {
                    let name = reference.into_inner();
                    let known = quick_xml::escape::resolve_predefined_entity(&name);
                    Piece::Text(Cow::Borrowed(known.ok_or(Reason::Entities)?))
                }
            }
            Event::DocType(_) => return Err(Reason::Entities),
            Event::Eof if self.depth > 0 => {
                return Err(Reason::Broken("the XML ends in the middle".into()));
            }
            Event::Eof => Piece::End,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => Piece::Nothing,
        })
    }

    /// Passes over everything up to the end of the element just opened.
    pub(crate) fn skip(&mut self) -> Result<(), Reason> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if let Piece::End = self.next()? {
                return Ok(());
            }
        }
        Ok(())
    }

    /// How many elements are open.
    pub(crate) fn depth(&self) -> u32 {
        self.depth
    }
}

fn why(error: &Error, position: u64) -> Reason {
    if let Error::Io(cause) = error
        && let Some(Flood(most)) = cause.get_ref().and_then(|inner| inner.downcast_ref())
    {
        return Reason::Bomb(*most);
    }
    Reason::Broken(format!("XML, byte {position}: {error}"))
}

/// Counts what is read, and stops a flood.
struct Metered<R> {
    source: R,
    unpacked: Rc<Counter<u64>>,
    since: u64,
}

#[derive(Debug, thiserror::Error)]
#[error("more than {0} bytes")]
struct Flood(u64);

impl<R: BufRead> Read for Metered<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let available = self.fill_buf()?;
        let count = available.len().min(into.len());
        into[..count].copy_from_slice(&available[..count]);
        self.consume(count);
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Metered<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.since > LONGEST_TEXT {
            return Err(io::Error::other(Flood(LONGEST_TEXT)));
        }
        if self.unpacked.get() > MOST_UNPACKED {
            return Err(io::Error::other(Flood(MOST_UNPACKED)));
        }
        self.source.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        self.since += count as u64;
        self.unpacked.set(self.unpacked.get() + count as u64);
        self.source.consume(count);
    }
}
