//! Where names meet: one number for every spelling of one thing, within a scope.
//!
//! Two texts meet by the folded wording of either language. Chinese decides where both have it and differ: two halls may
//! share an English name, while one hall's English name varies with its translator.
//! To be independent of the order of rows, texts in both languages are to be met first; they link what single ones name.
//! A text met before costs one hash.

use std::collections::HashMap;

use festoon_domain::text::{Lang, Text, fold};

/// One kind of thing: venues, hosts, rooms within venues.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// What a spelling led to before, by scope.
    exact: HashMap<u32, HashMap<Text, u32>>,
    folded: HashMap<u32, HashMap<String, Vec<u32>>>,
    texts: Vec<Text>,
}

/// What a name led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Met {
    Known(u32),
    New(u32),
}

impl Met {
    pub(super) const fn number(self) -> u32 {
        match self {
            Self::Known(number) | Self::New(number) => number,
        }
    }
}

impl Names {
    /// The number of a name, a new one if it is met for the first time.
    pub(super) fn meet(&mut self, scope: u32, name: &Text) -> Met {
        if let Some(number) = self.exact.get(&scope).and_then(|known| known.get(name)) {
            return Met::Known(*number);
        }
        let folds = wordings(name);
        let met = if let Some(number) = self.among(scope, &folds, name) {
            self.texts[number as usize].fill_from(name);
            Met::Known(number)
        } else {
            self.texts.push(name.clone());
            Met::New(u32::try_from(self.texts.len() - 1).expect("files are too small for so many names"))
        };
        let index = self.folded.entry(scope).or_default();
        for fold in folds {
            let numbers = index.entry(fold).or_default();
            if !numbers.contains(&met.number()) {
                numbers.push(met.number());
            }
        }
        self.exact.entry(scope).or_default().insert(name.clone(), met.number());
        met
    }

    /// The first number a folded wording leads to.
    pub(super) fn find_folded(&self, scope: u32, folded: &str) -> Option<u32> {
        self.folded.get(&scope)?.get(folded)?.first().copied()
    }

    /// Every name, in the order they were met; completed by what was met later.
    pub(super) fn into_texts(self) -> Vec<Text> {
        self.texts
    }

    #[cfg(test)]
    pub(super) fn texts_for_tests(&self) -> &[Text] {
        &self.texts
    }

    fn among(&self, scope: u32, folds: &[String], name: &Text) -> Option<u32> {
        let index = self.folded.get(&scope)?;
        folds
            .iter()
            .filter_map(|fold| index.get(fold))
            .flatten()
            .copied()
            .find(|number| is_one(&self.texts[*number as usize], name))
    }
}

/// Both wordings, folded; what folds to nothing (a dash alone) stands for itself.
pub(super) fn wordings(name: &Text) -> Vec<String> {
    let mut folds: Vec<String> = Vec::with_capacity(2);
    for lang in Lang::BOTH {
        let wording = name.wording(lang);
        if wording.is_empty() {
            continue;
        }
        let folded = fold(wording);
        let folded = if folded.is_empty() { wording.to_owned() } else { folded };
        if !folds.contains(&folded) {
            folds.push(folded);
        }
    }
    folds
}

fn is_one(known: &Text, name: &Text) -> bool {
    let (a, b) = (known.wording(Lang::Zh), name.wording(Lang::Zh));
    a.is_empty() || b.is_empty() || a == b || fold(a) == fold(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_in_both_languages_links_the_single_ones() {
        let mut names = Names::default();
        let both = names.meet(0, &Text::new("未来科学城", "Future Science City")).number();
        assert_eq!(names.meet(0, &Text::single("未来 科学城")), Met::Known(both));
        assert_eq!(names.meet(0, &Text::single("FUTURE science city")), Met::Known(both));
    }

    #[test]
    fn chinese_decides_where_both_have_it() {
        let mut names = Names::default();
        let one = names.meet(0, &Text::new("会议中心", "Conference Center"));
        let other = names.meet(0, &Text::new("国际会议中心", "Conference Center"));
        assert_ne!(one.number(), other.number());
        assert_eq!(names.meet(0, &Text::new("会议中心", "Convention Centre")), Met::Known(one.number()));
    }

    #[test]
    fn a_scope_has_its_own_names() {
        let mut names = Names::default();
        let one = names.meet(0, &Text::single("Hall 1"));
        assert_ne!(names.meet(1, &Text::single("Hall 1")).number(), one.number());
    }
}
