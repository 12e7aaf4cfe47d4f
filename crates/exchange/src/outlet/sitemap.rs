//! The map of all pages for search engines, as sitemaps.org has it: each page in both languages, each naming the other.
//!
//! A file takes 50,000 addresses and 50 MB; where there are more, an index names the files.
//! <https://www.sitemaps.org/protocol.html>, <https://developers.google.com/search/docs/specialty/international/localized-versions>

use std::io;

use festoon_domain::text::Lang;
use jiff::Timestamp;
use quick_xml::events::{BytesDecl, BytesText, Event};
use quick_xml::writer::Writer;

const SPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// Addresses a file has at most; the standard lets it have 50,000.
pub const MOST_ADDRESSES: usize = 40_000;

/// A page by its addresses, all absolute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapped {
    /// In Chinese and in English.
    pub in_language: [String; 2],
    /// For a reader of neither language.
    pub otherwise: String,
}

/// A file of pages; `modified` is when they changed last.
#[must_use]
pub fn pages(pages: &[Mapped], modified: Option<Timestamp>) -> Vec<u8> {
    let space = [("xmlns", SPACE), ("xmlns:xhtml", "http://www.w3.org/1999/xhtml")];
    written("urlset", &space, |xml| pages.iter().try_for_each(|page| both(xml, page, modified)))
}

/// The file that names the files.
#[must_use]
pub fn index(files: &[String], modified: Option<Timestamp>) -> Vec<u8> {
    written("sitemapindex", &[("xmlns", SPACE)], |xml| {
        files.iter().try_for_each(|file| entry(xml, "sitemap", file, modified, |_| Ok(())))
    })
}

fn both(xml: &mut Writer<Vec<u8>>, page: &Mapped, modified: Option<Timestamp>) -> io::Result<()> {
    let tags = Lang::BOTH.map(Lang::tag).into_iter().chain(["x-default"]);
    let addresses = page.in_language.iter().chain([&page.otherwise]);
    let alternates: Vec<(&str, &String)> = tags.zip(addresses).collect();
    page.in_language.iter().try_for_each(|address| {
        entry(xml, "url", address, modified, |xml| {
            alternates.iter().try_for_each(|(tag, address)| {
                let attributes = [("rel", "alternate"), ("hreflang", *tag), ("href", address.as_str())];
                xml.create_element("xhtml:link").with_attributes(attributes).write_empty().map(drop)
            })
        })
    })
}

fn entry(
    xml: &mut Writer<Vec<u8>>,
    name: &str,
    address: &str,
    modified: Option<Timestamp>,
    more: impl FnOnce(&mut Writer<Vec<u8>>) -> io::Result<()>,
) -> io::Result<()> {
    let entry = xml.create_element(name).write_inner_content(|xml| {
        xml.create_element("loc").write_text_content(BytesText::new(address))?;
        if let Some(modified) = modified {
            xml.create_element("lastmod").write_text_content(BytesText::new(&modified.to_string()))?;
        }
        more(xml)
    });
    entry.map(drop)
}

fn written(
    root: &str,
    attributes: &[(&str, &str)],
    content: impl FnOnce(&mut Writer<Vec<u8>>) -> io::Result<()>,
) -> Vec<u8> {
    let mut xml = Writer::new(Vec::new());
    let decl = xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
    let done = decl.and_then(|()| {
        let root = xml.create_element(root).with_attributes(attributes.iter().copied());
        root.write_inner_content(content).map(drop)
    });
    done.expect("writing to memory cannot fail");
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_names_both_and_what_is_for_everybody_else() {
        let page = Mapped {
            in_language: ["https://w.example/zh?a&b".into(), "https://w.example/en".into()],
            otherwise: "https://w.example/".into(),
        };
        let at: Timestamp = "2021-06-20T10:05:00Z".parse().expect("an instant");
        let text = String::from_utf8(pages(&[page], Some(at))).expect("UTF-8");
        assert_eq!(text.matches("<url>").count(), 2);
        assert_eq!(text.matches("<lastmod>2021-06-20T10:05:00Z</lastmod>").count(), 2);
        let alternate =
            "<xhtml:link rel=\"alternate\" hreflang=\"zh-CN\" href=\"https://w.example/zh?a&amp;b\"/>";
        assert_eq!(text.matches(alternate).count(), 2, "{text}");
    }

    #[test]
    fn an_index_names_files_and_a_week_that_was_never_released_has_no_date() {
        let text = String::from_utf8(index(&["https://w.example/1.xml".into()], None)).expect("UTF-8");
        assert!(text.contains("<sitemap><loc>https://w.example/1.xml</loc></sitemap>"), "{text}");
    }
}
