//! The last paragraph of our own descriptions: what a calendar has no place for, one thing a line, each under its name.
//!
//! Written for people; read again only where the calendar says that it is ours, and only if every line is one of these.
//! So a description that comes back is the one that went out, without its people twice.

use festoon_domain::programme::{Reference, ReferenceKind, Role};
use festoon_domain::text::{Lang, Text};

use crate::entry::PersonStated;
use crate::schedule::outline::web_address;

/// What our calendars call their maker; a language follows.
pub(crate) const PRODUCT: &str = "-//Festoon//Programme//";
/// What parts the words from the details.
pub(crate) const MARK: &str = "————";

/// What a line of the details is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Detail {
    Person(Role),
    Address,
    Link,
    Reference(ReferenceKind),
    Sample,
}

impl Detail {
    const ALL: [Self; 9] = [
        Self::Person(Role::Speaker),
        Self::Person(Role::Chair),
        Self::Person(Role::GuestOfHonour),
        Self::Person(Role::Interpreter),
        Self::Address,
        Self::Link,
        Self::Reference(ReferenceKind::Related),
        Self::Reference(ReferenceKind::Attachment),
        Self::Sample,
    ];

    /// What stands before it, with its colon.
    pub(crate) const fn label(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Person(Role::Speaker), Lang::Zh) => "演讲：",
            (Self::Person(Role::Speaker), Lang::En) => "Speaker: ",
            (Self::Person(Role::Chair), Lang::Zh) => "主持：",
            (Self::Person(Role::Chair), Lang::En) => "Chair: ",
            (Self::Person(Role::GuestOfHonour), Lang::Zh) => "嘉宾：",
            (Self::Person(Role::GuestOfHonour), Lang::En) => "Guest of honour: ",
            (Self::Person(Role::Interpreter), Lang::Zh) => "口译：",
            (Self::Person(Role::Interpreter), Lang::En) => "Interpreter: ",
            (Self::Address, Lang::Zh) => "地址：",
            (Self::Address, Lang::En) => "Address: ",
            (Self::Link, Lang::Zh) => "链接：",
            (Self::Link, Lang::En) => "Link: ",
            (Self::Reference(ReferenceKind::Related), Lang::Zh) => "相关：",
            (Self::Reference(ReferenceKind::Related), Lang::En) => "See also: ",
            (Self::Reference(ReferenceKind::Attachment), Lang::Zh) => "资料：",
            (Self::Reference(ReferenceKind::Attachment), Lang::En) => "Material: ",
            (Self::Sample, Lang::Zh) => "示例：",
            (Self::Sample, Lang::En) => "Sample: ",
        }
    }
}

/// What the details say again of an event.
#[derive(Debug, Default)]
pub(super) struct Details {
    pub(super) people: Vec<PersonStated>,
    pub(super) references: Vec<Reference>,
    pub(super) link: String,
}

/// A description of ours without its details, and those.
pub(super) fn apart(description: &str) -> (&str, Details) {
    let whole = (description, Details::default());
    let Some(at) = description.rfind(MARK) else { return whole };
    let (words, lines) = (&description[..at], &description[at + MARK.len()..]);
    let Some(lines) = lines.strip_prefix('\n') else { return whole };
    if !words.is_empty() && !words.ends_with('\n') {
        return whole;
    }

    let mut details = Details::default();
    for line in lines.lines() {
        let Some((detail, rest)) = detail(line) else { return whole };
        match detail {
            Detail::Person(role) => details.people.push(person(rest, role)),
            Detail::Reference(kind) => details.references.extend(reference(rest, kind)),
            Detail::Link => rest.clone_into(&mut details.link),
            Detail::Address | Detail::Sample => {}
        }
    }
    (words.trim_end(), details)
}

fn detail(line: &str) -> Option<(Detail, &str)> {
    let mut labels =
        Lang::BOTH.into_iter().flat_map(|lang| Detail::ALL.map(|detail| (detail, detail.label(lang))));
    labels.find_map(|(detail, label)| Some((detail, line.strip_prefix(label)?)))
}

/// `Ada（机构 · 职务）`.
fn person(words: &str, role: Role) -> PersonStated {
    let inside = |open: &str, close: char| {
        let (name, rest) = words.strip_suffix(close)?.rsplit_once(open)?;
        let (organisation, position) = rest.split_once(" · ").unwrap_or((rest, ""));
        Some((name, organisation, position))
    };
    let (name, organisation, position) =
        inside("（", '）').or_else(|| inside(" (", ')')).unwrap_or((words, "", ""));
    PersonStated {
        organisation: Text::single(organisation),
        position: Text::single(position),
        ..PersonStated::named(Text::single(name), role)
    }
}

/// `title https://address`.
fn reference(words: &str, kind: ReferenceKind) -> Option<Reference> {
    let (title, address) = words.rsplit_once(' ').unwrap_or(("", words));
    let address = web_address(address)?.to_owned();
    Some(Reference { address, title: title.to_owned(), kind })
}
