//! What is called as an address or a few words say it, for who came to an address that is not there.
//!
//! A search finds whatever comes near; who followed a link wants the one thing it named. So only what is called so, or whose name or
//! key begins so, is offered.

use std::collections::HashSet;

use festoon_domain::text::{Lang, fold};

use super::index::Index;
use super::{Asked, Hit, Kind, Record};
use crate::Guide;

/// Of each kind, so many of what a search finds are looked at.
const LOOKED_AT: usize = 50;

impl Guide {
    /// What is called so, or whose name or key begins so: whole names first, at most `most`.
    #[must_use]
    pub fn called(&self, words: &str, lang: Lang, most: usize) -> Vec<Hit<'_>> {
        let wanted = fold(words);
        if wanted.is_empty() {
            return Vec::new();
        }
        let asked = Asked { typed: words, lang, kind: None, skip: 0, most: LOOKED_AT, today: None };
        let found = self.find(&asked);
        let mut hits: Vec<Hit<'_>> = found.groups.into_iter().flat_map(|group| group.hits).collect();
        hits.extend(self.keyed(self.search_index(), words, lang, most));

        let fit = |hit: &Hit<'_>| {
            let title = hit.record.title(self);
            let names =
                [fold(title.wording(Lang::Zh)), fold(title.wording(Lang::En)), fold(&spaced(hit.key))];
            let is_one = names.contains(&wanted);
            names.iter().any(|name| name.starts_with(&wanted)).then_some(!is_one)
        };
        let mut fitting: Vec<(bool, Hit<'_>)> =
            hits.into_iter().filter_map(|hit| Some((fit(&hit)?, hit))).collect();
        fitting.sort_by_key(|(is_longer, _)| *is_longer);
        let mut known: HashSet<(Kind, &str)> = HashSet::new();
        let once = |hit: &Hit<'_>| (hit.record.kind(), hit.record.key(self));
        fitting.into_iter().map(|(_, hit)| hit).filter(|hit| known.insert(once(hit))).take(most).collect()
    }

    /// Whose key begins so: a key is in the index only where the name says the same.
    fn keyed<'a>(
        &'a self,
        index: &'a Index,
        words: &str,
        lang: Lang,
        most: usize,
    ) -> impl Iterator<Item = Hit<'a>> {
        let beginning = words.split_whitespace().collect::<Vec<_>>().join("-").to_ascii_lowercase();
        let begins = move |record: &Record| record.key(self).starts_with(&beginning);
        let records = index.records().iter().copied().filter(begins).take(most);
        records.map(move |record| self.hit(record, lang, &[], 0, &index.within))
    }
}

fn spaced(key: &str) -> String {
    key.replace('-', " ")
}
