//! Troubles of bringing together, as many of each kind as a reader will look at; the rest are counted.

use std::collections::BTreeMap;

use festoon_domain::programme::{Citation, Spot};

use super::AssemblyTrouble;
use crate::defect::{Defect, Trouble};

const LISTED_OF_A_KIND: u32 = 1_000;

#[derive(Debug, Default)]
pub(super) struct Notes {
    defects: Vec<Defect>,
    counted: BTreeMap<&'static str, (u32, Option<Citation>)>,
}

impl Notes {
    pub(super) fn say(&mut self, citation: &Citation, stood: &str, trouble: AssemblyTrouble) {
        let (count, first) = self.counted.entry(trouble.word()).or_default();
        *count = count.saturating_add(1);
        first.get_or_insert_with(|| Citation { file: citation.file.clone(), spot: Spot::Whole });
        if *count <= LISTED_OF_A_KIND {
            self.defects.push(Defect::new(citation.clone(), stood, Trouble::Assembly(trouble)));
        }
    }

    pub(super) fn into_defects(mut self) -> Vec<Defect> {
        for (word, (count, first)) in self.counted {
            if let (Some(citation), Some(more)) = (first, count.checked_sub(LISTED_OF_A_KIND))
                && more > 0
            {
                let trouble = Trouble::Assembly(AssemblyTrouble::AndMore(word, more));
                self.defects.push(Defect::new(citation, "", trouble));
            }
        }
        self.defects.sort_by(|a, b| a.citation.cmp(&b.citation));
        self.defects
    }
}
