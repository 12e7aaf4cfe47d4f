//! `/{lang}/accessibility`: what the pages hold to, what is not accessible yet, and who hears about it.

use askama::Template;
use festoon_domain::text::Lang;

use super::frame::Frame;
use crate::Guide;
use crate::imprint::Operator;
use crate::run::Run;
use crate::url::Page;
use crate::words::accessibility::AccessibilityWords;

/// The accessibility statement.
#[derive(Debug, Template)]
#[template(path = "accessibility.html")]
pub struct AccessibilityPage<'a> {
    frame: Frame<'a>,
    a: &'static AccessibilityWords,
    operator: &'a Operator,
    name: Run<'a>,
    contact: Option<Contact<'a>>,
    met: [&'static str; 5],
    unmet: [&'static str; 6],
}

/// How to reach the operator.
#[derive(Debug)]
struct Contact<'a> {
    words: &'a str,
    href: Option<String>,
}

impl<'a> AccessibilityPage<'a> {
    /// The statement of a guide.
    #[must_use]
    pub fn new(guide: &'a Guide, lang: Lang) -> Self {
        let a = AccessibilityWords::of(lang);
        let operator = &*guide.imprint().operator;
        let here = Page::Accessibility;
        Self {
            frame: Frame::new(guide, lang, here, a.title.into(), a.standard.into()),
            a,
            operator,
            name: Run::new(&operator.name, lang),
            met: [a.keyboard, a.no_script, a.colour, a.languages, a.motion],
            unmet: [a.grid, a.plan, a.papers, a.pictures, a.streets, a.engines],
            contact: operator.contact.as_deref().map(|words| Contact { words, href: link(words) }),
        }
    }

    /// Who runs the site, where nobody said how they are reached.
    fn run_by(&self) -> String {
        if self.name.is_empty() { self.a.unknown.into() } else { self.a.run_by.with(self.name.plain()) }
    }
}

/// A mail address is written to, a telephone number is called, anything else is only read.
fn link(contact: &str) -> Option<String> {
    if contact.contains('@') && contact.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Some(format!("mailto:{contact}"));
    }
    let is_number = |letter: char| letter.is_ascii_digit() || "+-() ".contains(letter);
    let digits: String = contact.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect();
    (contact.chars().all(is_number) && digits.len() >= 5).then(|| format!("tel:{digits}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_address_and_a_number_are_links_and_words_are_not() {
        assert_eq!(link("week@example.org").as_deref(), Some("mailto:week@example.org"));
        assert_eq!(link("+86 25 1234 5678").as_deref(), Some("tel:+862512345678"));
        assert_eq!(link("区政务服务中心一楼"), None);
        assert_eq!(link("a b@c"), None);
    }
}
