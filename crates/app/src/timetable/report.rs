//! From findings to what people see: the report in words, cut to what can be read.
//!
//! Sentences are made for the listed findings alone: a hundred thousand sessions may have as many notes.

use std::collections::{BTreeMap, HashMap, HashSet};

use festoon_domain::programme::{HostId, OccurrenceId, PersonId, Programme, SessionId, Visibility};
use festoon_domain::text::Text;
use festoon_domain::timetable::{Clash, Finding, Rule, Severity, Subject, words};
use festoon_exchange::{Defect, Reading};
use festoon_guide::clash_report::{
    Audience, Both, DefectRead, FileRead, FindingRead, MOST_DEFECTS, MOST_OF_A_RULE, MappingRead, Report,
    Row, Summary, column_letters, timeline,
};
use jiff::Timestamp;

use super::ClashReport;

/// How many rows one finding lists: a full house may have hundreds of sessions.
const MOST_ROWS: usize = 12;

/// What an organiser reads, in both languages; `now` is when the files were checked.
#[must_use]
pub fn report(report: &ClashReport, now: Timestamp) -> Report {
    let ClashReport { reading, findings } = report;
    let programme = &reading.programme;
    let (places, unlisted) = choose(findings);
    let mut index = Index::default();
    let told = findings.iter().zip(&places).filter(|(_, place)| place.is_some());
    let told = told.map(|(finding, _)| index.tell(programme, finding)).collect();
    let all: Vec<_> = findings.iter().zip(places).collect();

    Report {
        checked: now,
        zone: programme.week.zone.clone(),
        summary: summary(reading, findings),
        files: reading.files.iter().map(file).collect(),
        mappings: reading.mappings.iter().map(mapping).collect(),
        defects: reading.defects.iter().take(MOST_DEFECTS).map(defect).collect(),
        findings: told,
        unlisted,
        people: index.people.names,
        hosts: index.hosts.names,
        timeline: timeline::lay_out(programme, &all),
        audience: index.audience.unwrap_or(Audience::Hosts),
    }
}

/// For each finding its place in the list, if it is listed; and how many of each rule are not.
fn choose(findings: &[Finding]) -> (Vec<Option<usize>>, Vec<(Rule, u64)>) {
    let mut of_rule: BTreeMap<Rule, usize> = BTreeMap::new();
    let mut next = 0;
    let places = findings.iter().map(|finding| {
        let count = of_rule.entry(finding.clash.rule()).or_default();
        *count += 1;
        (*count <= MOST_OF_A_RULE).then(|| {
            next += 1;
            next - 1
        })
    });
    let places = places.collect();
    let unlisted = Rule::ALL.into_iter().filter_map(|rule| {
        let more = of_rule.get(&rule)?.checked_sub(MOST_OF_A_RULE)?;
        (more > 0).then_some((rule, more as u64))
    });
    (places, unlisted.collect())
}

fn summary(reading: &Reading, findings: &[Finding]) -> Summary {
    let programme = &reading.programme;
    let of = |severity| findings.iter().filter(|finding| finding.severity == severity).count() as u64;
    Summary {
        blocks: of(Severity::Block),
        warns: of(Severity::Warn),
        notes: of(Severity::Note),
        defects: reading.defects.len() as u64,
        occurrences: programme.occurrences.len() as u64,
        venues: programme.venues.len() as u64,
        rooms: programme.rooms.len() as u64,
        people: programme.people.len() as u64,
        hosts: programme.hosts.len() as u64,
    }
}

fn file(file: &festoon_exchange::FileSummary) -> FileRead {
    FileRead {
        name: file.name.clone(),
        format: file.format.word(),
        occurrences: file.occurrences,
        zone: file.zone.clone(),
    }
}

fn mapping(mapping: &festoon_exchange::sheet::SheetMapping) -> MappingRead {
    let spot = festoon_domain::programme::Spot::Row(mapping.sheet.clone(), mapping.heading_row);
    let columns = mapping.columns.iter();
    MappingRead {
        headings: festoon_domain::programme::Citation { file: mapping.file.clone(), spot },
        columns: columns
            .map(|(column, heading, field)| (column_letters(*column), heading.clone(), *field))
            .collect(),
    }
}

fn defect(defect: &Defect) -> DefectRead {
    DefectRead {
        citation: defect.citation.clone(),
        stood: defect.stood.clone(),
        sentence: Both::said(|lang| defect.sentence(lang)),
    }
}

/// The people and hosts of the listed findings, each once.
#[derive(Debug, Default)]
struct Index {
    people: Names<PersonId>,
    hosts: Names<HostId>,
    audience: Option<Audience>,
}

/// Names in the order they were met.
#[derive(Debug)]
struct Names<Id> {
    names: Vec<Text>,
    places: HashMap<Id, usize>,
}

impl<Id> Default for Names<Id> {
    fn default() -> Self {
        Self { names: Vec::new(), places: HashMap::new() }
    }
}

impl<Id: Copy + Eq + std::hash::Hash> Names<Id> {
    fn place(&mut self, id: Id, name: &Text) -> usize {
        *self.places.entry(id).or_insert_with(|| {
            self.names.push(name.clone());
            self.names.len() - 1
        })
    }
}

impl Index {
    fn tell(&mut self, programme: &Programme, finding: &Finding) -> FindingRead {
        let occurrences = rows(programme, &finding.clash);
        let sessions: HashSet<SessionId> = occurrences.iter().map(|id| programme[*id].session).collect();
        let mut hosts: Vec<HostId> = sessions.iter().filter_map(|id| programme.host_of(*id)).collect();
        hosts.sort_unstable();
        hosts.dedup();
        let person = person(&finding.clash);
        if person.is_some_and(|person| is_for_protocol(programme, person, &sessions)) {
            self.audience = Some(Audience::Protocol);
        }

        FindingRead {
            severity: finding.severity,
            rule: finding.clash.rule(),
            sentence: Both::said(|lang| words::sentence(programme, finding, lang)),
            remedy: Both::said(|lang| words::remedy(programme, finding, lang)),
            rows: occurrences.iter().take(MOST_ROWS).map(|id| row(programme, *id)).collect(),
            more_rows: occurrences.len().saturating_sub(MOST_ROWS),
            people: person.map(|id| self.people.place(id, &programme[id].name)).into_iter().collect(),
            hosts: hosts.into_iter().map(|id| self.hosts.place(id, &programme[id].name)).collect(),
        }
    }
}

fn row(programme: &Programme, id: OccurrenceId) -> Row {
    Row {
        citation: programme[id].citation.clone(),
        title: programme.session_of(id).title.clone(),
        occurrence: id.0,
    }
}

/// The rows a finding comes from; for a text, the first row that has it.
fn rows(programme: &Programme, clash: &Clash) -> Vec<OccurrenceId> {
    let (Clash::Untranslated { subject, .. } | Clash::Stale { subject, .. }) = clash else {
        return clash.occurrences();
    };
    let has_it = |session: SessionId| match *subject {
        Subject::Session(id) => id == session,
        Subject::Activity(id) => programme[session].activity == Some(id),
        Subject::Person(id) => programme[session].appearances.iter().any(|there| there.person == id),
        Subject::Venue(_) | Subject::Room(_) => false,
    };
    let first = programme.each_occurrence().find(|(id, occurrence)| match *subject {
        Subject::Venue(venue) => programme.venue_of(*id) == Some(venue),
        Subject::Room(room) => occurrence.room() == Some(room),
        _ => has_it(occurrence.session),
    });
    first.map(|(id, _)| id).into_iter().collect()
}

fn person(clash: &Clash) -> Option<PersonId> {
    match clash {
        Clash::TwoPlaces { person, .. } | Clash::Road { person, .. } | Clash::Slack { person, .. } => {
            Some(*person)
        }
        Clash::Untranslated { subject, .. }
        | Clash::Stale { subject, .. }
        | Clash::AndMore { subject, .. } => match subject {
            Subject::Person(person) => Some(*person),
            _ => None,
        },
        _ => None,
    }
}

/// Whether somebody is at one of these sessions in a way only the protocol desk may know.
fn is_for_protocol(programme: &Programme, person: PersonId, sessions: &HashSet<SessionId>) -> bool {
    sessions
        .iter()
        .flat_map(|session| &programme[*session].appearances)
        .any(|there| there.person == person && there.visibility == Visibility::Protocol)
}
