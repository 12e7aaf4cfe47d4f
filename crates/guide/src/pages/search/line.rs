//! One thing found, as a list shows it: its title with what matched, when and where or who, and why it was found.

use std::fmt::Display;

use askama::Template;
use festoon_domain::programme::Activity;
use festoon_domain::text::Lang;
use festoon_domain::week::Provenance;

use crate::Guide;
use crate::lamp::Lamp;
use crate::pages::people::Affiliation;
use crate::run::Tagged;
use crate::search::{Hit, Marked, Record};
use crate::words::numbers;
use crate::words::{Words, dates};

/// A line of results.
#[derive(Debug, Template)]
#[template(path = "search/line.html")]
pub struct HitLine<'a> {
    w: &'static Words,
    href: String,
    title: Marked<'a>,
    lamp: Option<Lamp>,
    is_sample: bool,
    /// Already HTML.
    facts: Vec<String>,
    excerpt: Option<Marked<'a>>,
}

impl askama::filters::HtmlSafe for HitLine<'_> {}

impl<'a> HitLine<'a> {
    /// The line of something found.
    #[must_use]
    pub fn new(guide: &'a Guide, hit: Hit<'a>, lang: Lang) -> Self {
        let provenance = provenance(guide, hit.record);
        Self {
            w: Words::of(lang),
            lamp: lamp(guide, hit.record),
            is_sample: provenance == Provenance::Sample,
            facts: facts(guide, hit.record, provenance, lang),
            href: hit.href,
            title: hit.title,
            excerpt: hit.excerpt,
        }
    }

    fn is_cancelled(&self) -> bool {
        self.lamp == Some(Lamp::Cancelled)
    }
}

fn provenance(guide: &Guide, record: Record) -> Provenance {
    let programme = guide.programme();
    match record {
        Record::Activity(id) => programme[id].provenance,
        Record::Session(id) => programme[id].provenance,
        Record::Person(id) => programme[id].provenance,
        Record::Venue(id) => programme[id].provenance,
        Record::Host(id) => programme[id].provenance,
        Record::Figure(place) => guide.figures()[place as usize].figure.provenance,
    }
}

fn lamp(guide: &Guide, record: Record) -> Option<Lamp> {
    match record {
        Record::Activity(id) => Some(guide.lamp_of(id)),
        Record::Session(id) => guide.occurrences_of(id).first().map(|&first| guide.lamp_of_occurrence(first)),
        Record::Person(_) | Record::Venue(_) | Record::Host(_) | Record::Figure(_) => None,
    }
}

/// What stands beneath the title. What was invented of something announced wears its tag.
fn facts(guide: &Guide, record: Record, around: Provenance, lang: Lang) -> Vec<String> {
    let programme = guide.programme();
    let w = Words::of(lang);
    let mut facts = Vec::new();
    let mut add = |fact: &dyn Display| facts.push(fact.to_string());
    match record {
        Record::Activity(id) => {
            let activity = &programme[id];
            let tag =
                Stamp { w, is_shown: around == Provenance::Stated && activity.details == Provenance::Sample };
            match guide.days_of(id) {
                Some((first, last)) => add(&format!("{}{tag}", dates::days(first, last, lang))),
                None => add(&w.undated),
            }
            if let Some(venue) = activity.venue.map(|id| &programme[id]) {
                add(&Tagged::new(&venue.name, lang, venue.provenance, around));
            }
        }
        Record::Session(id) => {
            let Some(&first) = guide.occurrences_of(id).first() else { return facts };
            match programme[first].when.map(|span| dates::Moments::new(span, &programme.week.zone, lang)) {
                Some(when) => add(&format!(
                    "<time datetime=\"{}\">{} {}</time>",
                    when.start_stamp, when.day, when.start
                )),
                None => add(&w.undated),
            }
            if let Some(venue) = programme.venue_of(first).map(|id| &programme[id]) {
                add(&Tagged::new(&venue.name, lang, venue.provenance, around));
            }
        }
        Record::Person(id) => {
            let person = &programme[id];
            add(&Affiliation::of(person, lang));
        }
        Record::Venue(id) => {
            let venue = &programme[id];
            add(&Tagged::new(&venue.address, lang, venue.details, around));
        }
        Record::Host(id) => {
            let hosts = |activity: &&Activity| activity.host == Some(id) || activity.co_hosts.contains(&id);
            let held = programme.activities.iter().filter(hosts).count();
            add(&w.activity_count.of(held));
        }
        Record::Figure(place) => {
            let figure = &guide.figures()[place as usize].figure;
            add(&numbers::figure(figure.measure, figure.announced, figure.hedge, lang).plain());
        }
    }
    facts.retain(|fact| !fact.is_empty());
    facts
}

/// The tag of what was added to something announced.
#[derive(Debug)]
struct Stamp {
    w: &'static Words,
    is_shown: bool,
}

impl Display for Stamp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if !self.is_shown {
            return Ok(());
        }
        let (meaning, word) = (self.w.sample_meaning, self.w.sample);
        write!(f, " <span class=\"tag tag-sample\" title=\"{meaning}\">{word}</span>")
    }
}
