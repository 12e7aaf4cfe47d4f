//! One pass over the markup: tokens with their line, and the refusals that keep a hostile file cheap.
//!
//! Nothing is kept: a token borrows from the text. Depth is bounded before anything recurses, a document type is refused
//! before anything is expanded, and lines are counted only as far as they are asked for.

use std::borrow::Cow;
use std::sync::Arc;

use festoon_domain::programme::Spot;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::schedule::notes::{Counted, Notes};
use crate::{Reason, Refusal};

/// Elements inside elements beyond this depth are no schedule.
const DEEPEST: u32 = 256;

pub(super) enum Token<'a> {
    Open(BytesStart<'a>),
    Close,
    Words(Cow<'a, str>),
    Over,
}

pub(super) struct Walker<'a> {
    reader: Reader<&'a [u8]>,
    text: &'a str,
    file: Arc<str>,
    open: u32,
    /// Where the newest token begins.
    at: usize,
    /// Lines are counted up to here, and this many.
    counted: (usize, u32),
}

impl<'a> Walker<'a> {
    pub(super) fn new(text: &'a str, file: &Arc<str>) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Self { reader, text, file: Arc::clone(file), open: 0, at: 0, counted: (0, 1) }
    }

    pub(super) fn next(&mut self, notes: &mut Notes) -> Result<Token<'a>, Refusal> {
        loop {
            self.at = self.position();
            match self.reader.read_event() {
                Ok(Event::Start(start)) => {
                    self.open += 1;
                    if self.open > DEEPEST {
                        return Err(self.refusal(Reason::TooDeep(DEEPEST)));
                    }
                    return Ok(Token::Open(start));
                }
                Ok(Event::End(_)) => {
                    self.open = self.open.saturating_sub(1);
                    return Ok(Token::Close);
                }
                Ok(Event::Text(words)) => {
                    if words.contains('&') {
                        notes.count(Counted::BareAmpersand, self.line());
                    }
                    return Ok(Token::Words(words.xml10_content()));
                }
                Ok(Event::CData(words)) => return Ok(Token::Words(words.xml10_content())),
                Ok(Event::GeneralRef(name)) => return Ok(Token::Words(self.reference(&name, notes))),
                Ok(Event::DocType(kind)) => {
                    let html = kind.trim_start().get(..4).is_some_and(|k| k.eq_ignore_ascii_case("html"));
                    let reason = if html { Reason::NotASchedule("html".into()) } else { Reason::Entities };
                    return Err(self.refusal(reason));
                }
                Ok(Event::Eof) if self.open > 0 => {
                    return Err(self.refusal(Reason::Broken("EOF, </schedule> ?".into())));
                }
                Ok(Event::Eof) => return Ok(Token::Over),
                Ok(Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_)) => {}
                Err(error) => {
                    self.at = usize::try_from(self.reader.error_position()).unwrap_or(usize::MAX);
                    return Err(self.refusal(Reason::Broken(error.to_string())));
                }
            }
        }
    }

    /// The words of an element up to its end, which is taken. Where markup stands among them (a description in real HTML
    /// instead of escaped), they are given as they stand in the file.
    pub(super) fn words(&mut self, notes: &mut Notes) -> Result<String, Refusal> {
        let (begin, depth) = (self.position(), self.open);
        let mut words = String::new();
        let mut markup = Markup::None;
        loop {
            match self.next(notes)? {
                Token::Words(more) => words.push_str(&more),
                Token::Open(_) => markup = Markup::Inside,
                Token::Close if self.open < depth => break,
                Token::Close => {}
                Token::Over => return Err(self.refusal(Reason::Broken("EOF".into()))),
            }
        }
        let words = match markup {
            Markup::None => words,
            Markup::Inside => self.text[begin..self.at].to_owned(),
        };
        Ok(without_controls(words, self, notes))
    }

    /// Passes over everything up to the end of the element that was opened last.
    pub(super) fn skip(&mut self, notes: &mut Notes) -> Result<(), Refusal> {
        let depth = self.open;
        while self.open >= depth {
            if let Token::Over = self.next(notes)? {
                break;
            }
        }
        Ok(())
    }

    /// The line the newest token begins on, counted from 1.
    pub(super) fn line(&mut self) -> u32 {
        let at = self.text.floor_char_boundary(self.at);
        let (upto, lines) = self.counted;
        let (upto, lines) = if at < upto { (0, 1) } else { (upto, lines) };
        let more = self.text[upto..at].matches('\n').count();
        self.counted = (at, lines.saturating_add(u32::try_from(more).unwrap_or(u32::MAX)));
        self.counted.1
    }

    pub(super) fn refusal(&mut self, reason: Reason) -> Refusal {
        Refusal { file: Arc::clone(&self.file), spot: Spot::Line(self.line()), reason }
    }

    /// The attributes asked for, in that order; entities resolved, unreadable ones counted.
    pub(super) fn attributes<const N: usize>(
        &mut self,
        start: &BytesStart<'a>,
        names: [&str; N],
        notes: &mut Notes,
    ) -> [Option<String>; N] {
        let mut found = [const { None }; N];
        for attribute in start.attributes().with_checks(false) {
            let Ok(attribute) = attribute else {
                notes.count(Counted::BrokenAttribute, self.line());
                break;
            };
            let name = attribute.key.local_name();
            let Some(place) = names.iter().position(|wanted| *wanted == name.as_ref()) else { continue };
            let value = quick_xml::escape::unescape_with(&attribute.value, entity)
                .map_or_else(|_| attribute.value.to_string(), Cow::into_owned);
            found[place] = Some(value.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        found
    }

    fn reference(&mut self, name: &quick_xml::events::BytesRef<'a>, notes: &mut Notes) -> Cow<'a, str> {
        if let Ok(Some(character)) = name.resolve_char_ref() {
            return Cow::Owned(character.to_string());
        }
        if let Some(words) = entity(name) {
            return Cow::Borrowed(words);
        }
        notes.count(Counted::UnknownEntity, self.line());
        Cow::Owned(format!("&{};", &**name))
    }

    fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX).min(self.text.len())
    }
}

#[derive(Clone, Copy)]
enum Markup {
    None,
    Inside,
}

fn without_controls(words: String, walker: &mut Walker<'_>, notes: &mut Notes) -> String {
    let control = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{85}');
    if !words.contains(control) {
        return words;
    }
    notes.count(Counted::ControlCharacter, walker.line());
    words.replace(control, "")
}

/// What an entity stands for: XML's own five, and those of HTML that people paste.
fn entity(name: &str) -> Option<&'static str> {
    Some(match name {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        "apos" => "'",
        "nbsp" => "\u{a0}",
        "ndash" => "–",
        "mdash" => "—",
        "hellip" => "…",
        "lsquo" => "‘",
        "rsquo" => "’",
        "ldquo" => "“",
        "rdquo" => "”",
        "laquo" => "«",
        "raquo" => "»",
        "middot" => "·",
        "bull" => "•",
        "times" => "×",
        "deg" => "°",
        "euro" => "€",
        "yen" => "¥",
        "copy" => "©",
        "reg" => "®",
        "trade" => "™",
        "eacute" => "é",
        "egrave" => "è",
        "agrave" => "à",
        "ccedil" => "ç",
        "auml" => "ä",
        "ouml" => "ö",
        "uuml" => "ü",
        "Auml" => "Ä",
        "Ouml" => "Ö",
        "Uuml" => "Ü",
        "szlig" => "ß",
        "aring" => "å",
        "oslash" => "ø",
        "aelig" => "æ",
        "iexcl" => "¡",
        "ntilde" => "ñ",
        "ensp" => "\u{2002}",
        "emsp" => "\u{2003}",
        _ => return None,
    })
}
