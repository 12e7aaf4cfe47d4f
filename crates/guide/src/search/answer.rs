//! What the index answers to the terms of a query, each taken for what it may be: characters, a word, a sound, a slip.

use super::Corrected;
use super::chinese::LOOKED_AT;
use super::index::{Index, Sought};
use super::query::{MOST_TERMS, Term};
use super::ranking::{Quality, Scores};
use super::readings::{self, Patience};

/// Of characters that stand nowhere, so many are looked for by their sound: more are a sentence.
const LONGEST_HEARD: usize = 8;

/// The terms of a query as the index knows them, with what they found.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) scores: Scores,
    pub(super) sought: Vec<(usize, Sought)>,
    /// The terms that are wanted, those that are nowhere included.
    pub(super) terms: Vec<String>,
    pub(super) nowhere: Vec<String>,
    pub(super) corrected: Vec<Corrected>,
    /// Characters for which others of the same sound are shown.
    pub(super) heard: Option<String>,
}

impl Answer {
    pub(super) fn of(index: &Index, terms: &[Term]) -> Self {
        let mut answer = Self {
            scores: Scores::of(index.len()),
            sought: Vec::new(),
            terms: Vec::new(),
            nowhere: Vec::new(),
            corrected: Vec::new(),
            heard: None,
        };
        if let [Term::Chinese(run)] = terms
            && answer.try_as_heard(index, run)
        {
            return answer;
        }
        let mut patience = Patience(LOOKED_AT);
        for term in terms {
            let left = MOST_TERMS - answer.sought.len();
            if left == 0 {
                break;
            }
            match term {
                Term::Latin(typed) => {
                    answer.seek(index, term, Sought::Latin { typed: typed.clone(), meant: Vec::new() });
                }
                Term::Chinese(run) if index.chinese.has(run, &mut patience) => {
                    answer.seek(index, term, Sought::Chinese(run.clone()));
                }
                Term::Chinese(run) => {
                    let pieces = pieces(index, run, left, &mut patience);
                    if pieces.is_empty() {
                        answer.terms.push(term.typed());
                        answer.nowhere.push(term.typed());
                    }
                    for piece in pieces {
                        answer.seek(index, term, Sought::Chinese(piece));
                    }
                }
            }
        }
        answer
    }

    fn seek(&mut self, index: &Index, term: &Term, mut sought: Sought) {
        if self.sought.len() == MOST_TERMS {
            return;
        }
        let number = self.sought.len();
        let corrected = index.note(&mut self.scores, &sought);
        self.terms.push(match &sought {
            Sought::Chinese(run) => String::from_utf16_lossy(run),
            Sought::Latin { typed, .. } => typed.clone(),
        });
        if !self.scores.count_as(number) {
            self.nowhere.push(term.typed());
            return;
        }
        if let Sought::Latin { typed, meant } = &mut sought {
            if let Some(first) = corrected.first() {
                self.corrected.push(Corrected { typed: typed.clone(), meant: first.clone() });
            }
            *meant = corrected;
        }
        self.sought.push((number, sought));
    }

    /// 江柠 was chosen by a keyboard for the sound of 江宁. Looked for only where the characters stand nowhere, so what has them comes first.
    fn try_as_heard(&mut self, index: &Index, run: &[u16]) -> bool {
        let is_few = (2..=LONGEST_HEARD).contains(&run.len());
        if !is_few || index.chinese.has(run, &mut Patience(LOOKED_AT)) {
            return false;
        }
        let Some(sound) = readings::sound(run) else { return false };
        index.note_sound(&mut self.scores, &sound, Quality::Mistyped);
        if !self.scores.count_as(0) {
            return false;
        }
        let written = String::from_utf16_lossy(run);
        self.terms.push(written.clone());
        self.heard = Some(written);
        self.sought.push((0, Sought::Latin { typed: sound, meant: Vec::new() }));
        true
    }

    /// `ren gong zhi neng` was typed with spaces and is one sound; looked for only where the words are not found.
    pub(super) fn try_as_one_sound(&mut self, index: &Index, terms: &[Term]) {
        if terms.len() < 2 || self.scores.most_terms() as usize >= self.terms.len() {
            return;
        }
        let mut typed = String::new();
        for term in terms {
            let Term::Latin(word) = term else { return };
            typed.push_str(word);
        }
        let mut scores = Scores::of(index.len());
        index.note_sound(&mut scores, &typed, Quality::Sound);
        if scores.count_as(0) {
            let terms = vec![typed.clone()];
            let sought = vec![(0, Sought::Latin { typed, meant: Vec::new() })];
            *self = Self { scores, sought, terms, nowhere: Vec::new(), corrected: Vec::new(), heard: None };
        }
    }
}

/// A run of Chinese that stands nowhere as it is, cut into the longest pieces that do, the first `most` of them; a single character
/// says too little.
fn pieces(index: &Index, run: &[u16], most: usize, patience: &mut Patience) -> Vec<Vec<u16>> {
    let mut pieces: Vec<Vec<u16>> = Vec::new();
    let mut rest = run;
    while !rest.is_empty() && pieces.len() < most {
        // The whole is known to stand nowhere.
        let possible = &rest[..rest.len().min(run.len() - 1).max(1)];
        let (piece, after) = rest.split_at(index.chinese.longest(possible, patience));
        if piece.len() > 1 && !pieces.iter().any(|known| known == piece) {
            pieces.push(piece.to_vec());
        }
        rest = after;
    }
    pieces
}

pub(super) fn suggestions(index: &Index, terms: &[Term]) -> Vec<String> {
    let mut suggestions = Vec::new();
    for term in terms {
        if let Term::Latin(typed) = term {
            let near = index.latin.nearest(typed, 3);
            suggestions.extend(near.into_iter().map(|word| index.latin.spelt(word).to_owned()));
        }
    }
    suggestions.truncate(5);
    suggestions
}
