//! An Atom feed (RFC 4287): news in the order in which they came, for readers that ask again and again.
//!
//! Identities are made from what an entry is about, so that a reader knows it again whatever the site is called by then.
//! Links are absolute or absent. What an entry says is written as HTML, escaped, which every reader shows.

use std::fmt::Write as _;

use festoon_domain::text::Lang;
use jiff::Timestamp;
use quick_xml::events::{BytesDecl, BytesText, Event};
use quick_xml::writer::Writer;
use std::io;

use super::Losses;
use super::words::clean;
use crate::assembly::identity::derive;

/// A feed in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// The words that together name it, unlike every other feed; never changed.
    pub identity: Vec<String>,
    /// What it is called.
    pub title: String,
    /// What it is about, perhaps nothing.
    pub subtitle: String,
    /// Its language.
    pub lang: Lang,
    /// Who says all this.
    pub author: String,
    /// Where it lies.
    pub own: Option<String>,
    /// The page it goes with.
    pub page: Option<String>,
    /// When it changed last.
    pub updated: Timestamp,
    /// What it tells, the first first.
    pub entries: Vec<Entry>,
}

/// A piece of news.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The words that name it within the feed; never changed.
    pub identity: Vec<String>,
    /// What it says in one line.
    pub title: String,
    /// When it came.
    pub updated: Timestamp,
    /// The page it goes with.
    pub page: Option<String>,
    /// What it says.
    pub paragraphs: Vec<Paragraph>,
}

/// A piece of what an entry says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Paragraph {
    /// Words.
    Words(String),
    /// What stands over a list.
    Heading(String),
    /// A list.
    List(Vec<Item>),
}

/// A line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its words.
    pub words: String,
    /// Where more is.
    pub page: Option<String>,
}

impl Feed {
    /// The feed as bytes.
    ///
    /// # Panics
    /// Never: it is written to memory.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
        self.write_to(&mut xml).expect("writing to memory cannot fail");
        let mut bytes = xml.into_inner();
        bytes.push(b'\n');
        bytes
    }

    fn write_to(&self, xml: &mut Writer<Vec<u8>>) -> io::Result<()> {
        xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        let feed = xml
            .create_element("feed")
            .with_attributes([("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", self.lang.tag())]);
        feed.write_inner_content(|xml| {
            leaf(xml, "id", &identity(&self.identity, &[]))?;
            leaf(xml, "title", &self.title)?;
            if !self.subtitle.is_empty() {
                leaf(xml, "subtitle", &self.subtitle)?;
            }
            leaf(xml, "updated", &self.updated.to_string())?;
            xml.create_element("author").write_inner_content(|xml| leaf(xml, "name", &self.author))?;
            link(xml, "self", "application/atom+xml", self.own.as_deref())?;
            link(xml, "alternate", "text/html", self.page.as_deref())?;
            let generator =
                xml.create_element("generator").with_attribute(("version", env!("CARGO_PKG_VERSION")));
            generator.write_text_content(BytesText::new("Festoon"))?;
            self.entries.iter().try_for_each(|entry| self.entry(xml, entry))
        })?;
        Ok(())
    }

    fn entry(&self, xml: &mut Writer<Vec<u8>>, entry: &Entry) -> io::Result<()> {
        xml.create_element("entry").write_inner_content(|xml| {
            leaf(xml, "id", &identity(&self.identity, &entry.identity))?;
            leaf(xml, "title", &entry.title)?;
            leaf(xml, "published", &entry.updated.to_string())?;
            leaf(xml, "updated", &entry.updated.to_string())?;
            link(xml, "alternate", "text/html", entry.page.as_deref())?;
            let content = xml.create_element("content").with_attribute(("type", "html"));
            content.write_text_content(BytesText::new(&html(&entry.paragraphs)))?;
            Ok(())
        })?;
        Ok(())
    }
}

fn identity(of_feed: &[String], of_entry: &[String]) -> String {
    let words: Vec<&str> = of_feed.iter().chain(of_entry).map(String::as_str).collect();
    format!("urn:uuid:{}", derive(&words))
}

fn leaf(xml: &mut Writer<Vec<u8>>, name: &str, words: &str) -> io::Result<()> {
    // A feed has no room to tell what was cleaned.
    let words = clean(words, &mut Losses::default());
    xml.create_element(name).write_text_content(BytesText::new(&words))?;
    Ok(())
}

fn link(xml: &mut Writer<Vec<u8>>, rel: &str, media_type: &str, address: Option<&str>) -> io::Result<()> {
    let Some(address) = address else { return Ok(()) };
    let attributes = [("rel", rel), ("type", media_type), ("href", address)];
    xml.create_element("link").with_attributes(attributes).write_empty()?;
    Ok(())
}

fn html(paragraphs: &[Paragraph]) -> String {
    let mut html = String::new();
    let plain = |words: &str| quick_xml::escape::escape(clean(words, &mut Losses::default())).into_owned();
    for paragraph in paragraphs {
        let written = match paragraph {
            Paragraph::Words(words) => write!(html, "<p>{}</p>", plain(words)),
            Paragraph::Heading(words) => write!(html, "<h3>{}</h3>", plain(words)),
            Paragraph::List(items) => {
                let item = |item: &Item| match &item.page {
                    Some(page) => format!("<li><a href=\"{}\">{}</a></li>", plain(page), plain(&item.words)),
                    None => format!("<li>{}</li>", plain(&item.words)),
                };
                write!(html, "<ul>{}</ul>", items.iter().map(item).collect::<String>())
            }
        };
        written.expect("writing to a string cannot fail");
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feed(lang: Lang) -> Feed {
        let item = Item { words: "A <b> & \u{7}c".into(), page: Some("https://week.example/?a&b".into()) };
        Feed {
            identity: vec!["feed".into(), "week".into(), lang.code().into()],
            title: "Week & more".into(),
            subtitle: String::new(),
            lang,
            author: "Office".into(),
            own: Some("https://week.example/feed.atom?lang=en".into()),
            page: None,
            updated: "2021-06-20T10:05:00Z".parse().expect("an instant"),
            entries: vec![Entry {
                identity: vec!["release".into(), "3".into()],
                title: "Release 3".into(),
                updated: "2021-06-20T10:05:00Z".parse().expect("an instant"),
                page: None,
                paragraphs: vec![Paragraph::Heading("New".into()), Paragraph::List(vec![item])],
            }],
        }
    }

    #[test]
    fn a_feed_is_escaped_twice_where_it_is_html() {
        let text = String::from_utf8(feed(Lang::En).write()).expect("UTF-8");
        insta::assert_snapshot!(text, @r#"
        <?xml version="1.0" encoding="UTF-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
          <id>urn:uuid:4c8fe12e-133b-582d-93ea-36148c65d4e4</id>
          <title>Week &amp; more</title>
          <updated>2021-06-20T10:05:00Z</updated>
          <author>
            <name>Office</name>
          </author>
          <link rel="self" type="application/atom+xml" href="https://week.example/feed.atom?lang=en"/>
          <generator version="0.1.0">Festoon</generator>
          <entry>
            <id>urn:uuid:5c0eaf97-bfb3-5a89-85b9-0203544aa857</id>
            <title>Release 3</title>
            <published>2021-06-20T10:05:00Z</published>
            <updated>2021-06-20T10:05:00Z</updated>
            <content type="html">&lt;h3&gt;New&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;&lt;a href=&quot;https://week.example/?a&amp;amp;b&quot;&gt;A &amp;lt;b&amp;gt; &amp;amp; c&lt;/a&gt;&lt;/li&gt;&lt;/ul&gt;</content>
          </entry>
        </feed>
        "#);
    }

    #[test]
    fn the_same_news_in_the_other_language_are_other_news() {
        let identity_of = |lang| {
            let text = String::from_utf8(feed(lang).write()).expect("UTF-8");
            text.split("<id>").nth(2).map(|rest| rest[..45].to_owned())
        };
        assert_ne!(identity_of(Lang::Zh), identity_of(Lang::En));
    }
}
