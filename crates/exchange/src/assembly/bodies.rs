//! Hosts, activities and their parts: what several rows say about one of them, brought together.

use std::collections::HashSet;

use festoon_domain::programme::{Activity, ActivityId, Host, HostId, Part, PartId, PartKind};
use festoon_domain::text::{Lang, Text};
use festoon_domain::week::{Chain, Provenance, Week};

use super::AssemblyTrouble;
use super::identity::Keys;
use super::names::{Met, Names, wordings};
use super::notes::Notes;
use super::trouble::Aspect;
use crate::entry::Entry;

#[derive(Debug, Default)]
pub(super) struct Bodies {
    pub(super) hosts: Names,
    activity_names: Names,
    activities: Vec<Activity>,
    /// What of an activity a row stated, so that only what was stated can be disagreed with.
    keyed: Vec<Option<bool>>,
    part_names: Names,
    parts: Vec<Part>,
    said: HashSet<(ActivityId, Aspect)>,
}

impl Bodies {
    pub(super) fn host(&mut self, name: &Text) -> Option<HostId> {
        (!name.is_empty()).then(|| HostId(self.hosts.meet(0, name).number()))
    }

    pub(super) fn activity(&mut self, title: &Text) -> Option<ActivityId> {
        if title.is_empty() {
            return None;
        }
        let met = self.activity_names.meet(0, title);
        if let Met::New(_) = met {
            self.activities.push(Activity::default());
            self.keyed.push(None);
        }
        Some(ActivityId(met.number()))
    }

    /// Takes what a row says about its activity; what stood first stays.
    pub(super) fn describe(&mut self, id: ActivityId, entry: &Entry, week: &mut Week, notes: &mut Notes) {
        let host = self.host(&entry.host);
        let co_hosts: Vec<HostId> = entry.co_hosts.iter().filter_map(|name| self.host(name)).collect();
        let chain = (!entry.chain.is_empty()).then(|| chain(week, &entry.chain));
        let activity = &mut self.activities[id.0 as usize];
        let keyed = &mut self.keyed[id.0 as usize];
        let mut disagree = |aspect, stood: &str, kept: &str| {
            if self.said.insert((id, aspect)) {
                notes.say(&entry.citation, stood, AssemblyTrouble::Disagree(aspect, kept.to_owned()));
            }
        };

        activity.host = activity.host.or(host);
        for co_host in co_hosts {
            if !activity.co_hosts.contains(&co_host) {
                activity.co_hosts.push(co_host);
            }
        }
        activity.kind = activity.kind.or(entry.activity_kind);
        for partner in &entry.partners {
            if !activity.partners.contains(partner) {
                activity.partners.push(partner.clone());
            }
        }
        match (activity.edition, entry.edition) {
            (Some(kept), Some(stated)) if kept != stated => {
                disagree(Aspect::Edition, &stated.to_string(), &kept.to_string());
            }
            (kept, stated) => activity.edition = kept.or(stated),
        }
        match (&activity.chain, chain) {
            (Some(kept), Some(stated)) if *kept != stated => {
                disagree(Aspect::Chain, entry.chain.read(Lang::Zh), kept);
            }
            (None, Some(stated)) => activity.chain = Some(stated),
            _ => {}
        }
        match (*keyed, entry.is_key) {
            (Some(kept), Some(stated)) if kept != stated => {
                let word = |key| if key { "重点 / key" } else { "非重点 / not key" };
                disagree(Aspect::KeyActivity, word(stated), word(kept));
            }
            (kept, stated) => *keyed = kept.or(stated),
        }
    }

    /// The part of a title in an activity; parts without an activity are a file's own.
    pub(super) fn part(&mut self, activity: Option<ActivityId>, entry: &Entry, file: u32) -> Option<PartId> {
        const WITHOUT_ACTIVITY: u32 = 1 << 31;
        if entry.part.is_empty() {
            return None;
        }
        let scope = activity.map_or(WITHOUT_ACTIVITY | file, |activity| activity.0);
        let met = self.part_names.meet(scope, &entry.part);
        if let Met::New(_) = met {
            self.parts.push(Part {
                key: String::new(),
                activity,
                kind: PartKind::Programme,
                title: Text::default(),
                provenance: Provenance::Stated,
            });
        }
        let part = &mut self.parts[met.number() as usize];
        if let (PartKind::Programme, Some(kind)) = (part.kind, entry.part_kind) {
            part.kind = kind;
        }
        Some(PartId(met.number()))
    }

    pub(super) fn host_of(&self, activity: ActivityId) -> Option<HostId> {
        self.activities[activity.0 as usize].host
    }

    pub(super) fn into_tables(self, keys: &mut Keys) -> (Vec<Host>, Vec<Activity>, Vec<Part>) {
        let host = |name: Text, keys: &mut Keys| Host {
            key: keys.give("host", &name, ""),
            name,
            kind: None,
            provenance: Provenance::Stated,
        };
        let hosts = self.hosts.into_texts().into_iter().map(|name| host(name, keys)).collect();
        let mut activities = self.activities;
        for ((activity, title), keyed) in
            activities.iter_mut().zip(self.activity_names.into_texts()).zip(self.keyed)
        {
            activity.key = keys.give("activity", &title, "");
            activity.title = title;
            activity.is_key = keyed.unwrap_or(false);
        }
        let mut parts = self.parts;
        for (part, title) in parts.iter_mut().zip(self.part_names.into_texts()) {
            let context = part.activity.map(|id| activities[id.0 as usize].key.clone()).unwrap_or_default();
            part.key = keys.give("part", &title, &context);
            part.title = title;
        }
        (hosts, activities, parts)
    }
}

/// The key of a chain of the week, which is added if the week does not have it yet.
fn chain(week: &mut Week, name: &Text) -> String {
    let folds = wordings(name);
    let known = week.chains.iter().find(|chain| {
        folds.contains(&festoon_domain::text::fold(&chain.key))
            || wordings(&chain.name).iter().any(|fold| folds.contains(fold))
    });
    if let Some(chain) = known {
        return chain.key.clone();
    }
    let mut keys = Keys::default();
    for chain in &week.chains {
        keys.take(&chain.key);
    }
    let key = keys.give("chain", name, "");
    let glyph = name.read(Lang::Zh).chars().next().map(String::from).unwrap_or_default();
    week.chains.push(Chain { key: key.clone(), name: name.clone(), glyph, provenance: Provenance::Stated });
    key
}
