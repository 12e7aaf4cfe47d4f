//! Which mentions are one person.
//!
//! Within a file its ids decide, across files the name: it meets in either language, folded, where the organisations
//! agree (one is absent, both are equal, or one contains the other). The same name with two organisations is two people,
//! and said, because joining a stranger to a minister is worse than asking.
//! The fullest mentions are to be met first (both languages and an organisation, then less), so that the outcome does not
//! depend on which file was given first.

use std::collections::{HashMap, HashSet};

use festoon_domain::programme::{Citation, Person, PersonId};
use festoon_domain::text::{Lang, Text, fold};
use festoon_domain::week::Provenance;

use super::AssemblyTrouble;
use super::identity::{Keys, number};
use super::names::wordings;
use super::notes::Notes;
use crate::entry::PersonStated;

/// A mention of somebody: what of it decides who it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Mention {
    name: Text,
    organisation: Text,
    /// The file and the id within it.
    id: Option<(u32, String)>,
}

impl Mention {
    pub(super) fn of(person: &PersonStated, file: u32) -> Self {
        Self {
            name: person.name.clone(),
            organisation: person.organisation.clone(),
            id: person.id.clone().map(|id| (file, id)),
        }
    }

    /// The fullest mentions come first; the least number is met first.
    pub(super) fn rank(person: &PersonStated) -> u8 {
        let both = Lang::BOTH.iter().all(|lang| !person.name.wording(*lang).is_empty());
        u8::from(person.organisation.is_empty()) * 2 + u8::from(!both)
    }
}

#[derive(Debug, Default)]
pub(super) struct People {
    known: HashMap<Mention, PersonId>,
    by_name: HashMap<String, Vec<PersonId>>,
    by_id: HashMap<(u32, String), PersonId>,
    met: Vec<Met>,
    said: HashSet<(PersonId, PersonId)>,
}

#[derive(Debug)]
struct Met {
    person: Person,
    organisations: Vec<String>,
    ids: Vec<(u32, String)>,
}

impl People {
    /// Who a mention is of.
    pub(super) fn meet(
        &mut self,
        stated: &PersonStated,
        file: u32,
        citation: &Citation,
        notes: &mut Notes,
    ) -> PersonId {
        let mention = Mention::of(stated, file);
        if let Some(id) = self.known.get(&mention) {
            let id = *id;
            self.met[id.0 as usize].describe(stated);
            return id;
        }
        let id = self
            .by_id(&mention, citation, notes)
            .or_else(|| self.by_name(&mention, citation, notes))
            .unwrap_or_else(|| self.create(&mention, citation, notes));
        self.learn(id, stated, mention);
        id
    }

    pub(super) fn into_people(self, keys: &mut Keys) -> Vec<Person> {
        let mut guids = HashSet::new();
        let key = |met: Met| {
            let context = met.organisations.first().map(String::as_str).unwrap_or_default();
            let key = keys.give("person", &met.person.name, context);
            // Of two who share an identity in different files, the first keeps it.
            let guid = met.person.guid.filter(|guid| guids.insert(*guid));
            Person { key, guid, ..met.person }
        };
        self.met.into_iter().map(key).collect()
    }

    fn by_id(&self, mention: &Mention, citation: &Citation, notes: &mut Notes) -> Option<PersonId> {
        let id = *self.by_id.get(mention.id.as_ref()?)?;
        let known = &self.met[id.0 as usize].person.name;
        if is_similar(known, &mention.name) {
            return Some(id);
        }
        let first = known.read(Lang::Zh).to_owned();
        notes.say(citation, mention.name.read(Lang::Zh), AssemblyTrouble::IdOfTwoNames(first));
        None
    }

    fn by_name(&self, mention: &Mention, citation: &Citation, notes: &mut Notes) -> Option<PersonId> {
        let organisations = wordings(&mention.organisation);
        let agreeing: Vec<PersonId> = self
            .namesakes(mention)
            .into_iter()
            .filter(|id| self.met[id.0 as usize].agrees(&organisations) && self.is_free(*id, mention))
            .collect();
        let first = *agreeing.first()?;
        let apart = organisations.is_empty()
            && agreeing.iter().filter(|id| !self.met[id.0 as usize].organisations.is_empty()).count() > 1;
        if apart {
            let joined = self.met[first.0 as usize].person.organisation.read(Lang::Zh).to_owned();
            notes.say(citation, mention.name.read(Lang::Zh), AssemblyTrouble::OrganisationUnstated(joined));
        }
        Some(first)
    }

    fn namesakes(&self, mention: &Mention) -> Vec<PersonId> {
        let mut namesakes: Vec<PersonId> = Vec::new();
        for wording in wordings(&mention.name) {
            for id in self.by_name.get(&wording).into_iter().flatten() {
                let known = self.met[id.0 as usize].person.name.wording(Lang::Zh);
                let stated = mention.name.wording(Lang::Zh);
                // Two Chinese names that differ are two people, however alike they are spelt in Latin letters.
                let one = known.is_empty() || stated.is_empty() || fold(known) == fold(stated);
                if one && !namesakes.contains(id) {
                    namesakes.push(*id);
                }
            }
        }
        namesakes.sort_unstable();
        namesakes
    }

    /// Whether a person may be who the mention's id stands for: they have no other id in that file.
    fn is_free(&self, id: PersonId, mention: &Mention) -> bool {
        let Some((file, stated)) = &mention.id else { return true };
        let known = &self.met[id.0 as usize].ids;
        known.iter().all(|(other, known)| other != file || known == stated)
    }

    fn create(&mut self, mention: &Mention, citation: &Citation, notes: &mut Notes) -> PersonId {
        let id = PersonId(u32::try_from(self.met.len()).expect("files are too small for so many people"));
        for namesake in self.namesakes(mention) {
            if !self.said.insert((namesake, id)) {
                continue;
            }
            let known = self.met[namesake.0 as usize].person.organisation.read(Lang::Zh);
            let stated = mention.organisation.read(Lang::Zh);
            let trouble = if known.is_empty() || stated.is_empty() || known == stated {
                AssemblyTrouble::NameOfTwoIds
            } else {
                AssemblyTrouble::TwoOrganisations(known.to_owned(), stated.to_owned())
            };
            notes.say(citation, mention.name.read(Lang::Zh), trouble);
            // One sentence about a name is enough, however many bear it.
            break;
        }
        let person = Person { provenance: Provenance::Stated, ..Person::default() };
        self.met.push(Met { person, organisations: Vec::new(), ids: Vec::new() });
        id
    }

    fn learn(&mut self, id: PersonId, stated: &PersonStated, mention: Mention) {
        let met = &mut self.met[id.0 as usize];
        met.person.name.fill_from(&stated.name);
        met.person.organisation.fill_from(&stated.organisation);
        met.describe(stated);
        for organisation in wordings(&stated.organisation) {
            if !met.organisations.contains(&organisation) {
                met.organisations.push(organisation);
            }
        }
        for fold in wordings(&stated.name) {
            let namesakes = self.by_name.entry(fold).or_default();
            if !namesakes.contains(&id) {
                namesakes.push(id);
            }
        }
        if let Some(own) = &mention.id {
            if !met.ids.contains(own) {
                met.ids.push(own.clone());
            }
            self.by_id.entry(own.clone()).or_insert(id);
        }
        self.known.insert(mention, id);
    }
}

impl Met {
    /// Takes what does not decide who it is; what stood first stays.
    fn describe(&mut self, stated: &PersonStated) {
        self.person.position.fill_from(&stated.position);
        self.person.biography.fill_from(&stated.biography);
        self.person.guid = self.person.guid.or(stated.guid);
        if self.person.number.is_none() {
            self.person.number = stated.id.as_deref().and_then(number);
        }
        if self.person.picture.is_none() {
            self.person.picture.clone_from(&stated.picture);
        }
    }

    fn agrees(&self, organisations: &[String]) -> bool {
        let one = |a: &str, b: &str| a == b || a.contains(b) || b.contains(a);
        organisations.is_empty()
            || self.organisations.is_empty()
            || self.organisations.iter().any(|known| organisations.iter().any(|stated| one(known, stated)))
    }
}

/// Whether two spellings may be of one name: they share half of the shorter one's characters.
fn is_similar(one: &Text, other: &Text) -> bool {
    let (one, other) = (letters(one), letters(other));
    let shorter = one.len().min(other.len());
    let shared = one.intersection(&other).count();
    shorter == 0 || shared * 2 >= shorter
}

fn letters(name: &Text) -> HashSet<char> {
    Lang::BOTH.iter().flat_map(|lang| fold(name.wording(*lang)).chars().collect::<Vec<_>>()).collect()
}
