//! From figures to words: all of them, or a text with slots, written anew as the figures move.

use festoon_claims::{Broken, Language, Rounding, Template, Untold, moving, wording};
use festoon_domain::text::Lang;
use festoon_guide::claims_report::Both;

use super::{Figures, Going, told};

/// A figure in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfFigure {
    /// Its id.
    pub id: String,
    /// In Chinese, then in English: as it was given out, hedged, rounded, exact.
    pub worded: [Vec<Worded>; 2],
}

/// Words for a figure, and what was done to its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worded {
    /// The words.
    pub text: String,
    /// As `exact`, `rounded`, `hedged`, `announced`.
    pub rounding: &'static str,
    /// The hedge, as `nearly`.
    pub hedge: Option<&'static str>,
}

/// A text with its figures filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The text.
    pub text: String,
    /// What stands in its slots.
    pub slots: Vec<Slot>,
    /// What it says otherwise than with the older figures.
    pub moved: Vec<Moved>,
}

/// A figure in a text that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// Of the figure.
    pub id: String,
    /// What was written.
    pub worded: Worded,
    /// The wording in which it was given out, where that was asked for and is no longer true.
    pub instead_of: Option<String>,
}

/// A slot that says something else than before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Of the figure.
    pub id: String,
    /// What it said.
    pub before: String,
    /// What it says.
    pub after: String,
}

/// The figures, or the day, that a text was written from before.
#[derive(Debug)]
pub struct Older<'a> {
    /// The figures.
    pub figures: &'a Figures,
    /// When.
    pub going: Going,
}

/// Somebody wants words for every figure that may be told; how many may not is the second value.
#[must_use]
pub fn wordings(figures: &Figures, going: &Going) -> (Vec<OfFigure>, usize) {
    let occasion = going.occasion();
    let all = &figures.ledger.figures;
    let told = all.iter().filter(|figure| figure.may_be_told(occasion.at));
    let of_figure = told.map(|figure| {
        let value = figure.on(occasion.day);
        let worded = Lang::BOTH.map(|lang| {
            let mut worded: Vec<Worded> = Vec::new();
            for rounding in [Rounding::AsAnnounced, Rounding::Hedged, Rounding::Rounded, Rounding::Exact] {
                let language = told::language(lang);
                let Some(mut words) = wording(figure, value, language, rounding, &figures.ledger.hedges)
                else {
                    continue;
                };
                // A slot has its verb before it; here the words stand alone.
                words.text = moving(figure, &words.text, language);
                if worded.iter().all(|known| known.text != words.text) {
                    worded.push(said(&words));
                }
            }
            worded
        });
        OfFigure { id: figure.id.clone(), worded }
    });
    let of_figures: Vec<OfFigure> = of_figure.collect();
    let hidden = all.len() - of_figures.len();
    (of_figures, hidden)
}

/// Somebody writes a text from a template, and sees what moved since an older one. Its language is that of its words unless `lang` says.
///
/// # Errors
/// Everything that is wrong with the template and every slot that cannot be filled, each with its byte, in the order of the text.
pub fn write(
    template: &str,
    lang: Option<Lang>,
    figures: &Figures,
    going: &Going,
    older: Option<&Older<'_>>,
) -> Result<Written, Vec<(usize, Both)>> {
    let (parsed, broken) = Template::read(template);
    let language = lang.map_or_else(|| Language::of(&without_slots(template)), told::language);
    let untold = |all: &[Untold]| all.iter().map(untold_sentence).collect::<Vec<_>>();
    let now = parsed.render(&figures.ledger, language, &going.occasion());
    let mut wrong: Vec<_> = broken.iter().map(broken_sentence).collect();
    wrong.extend(now.as_ref().err().map(|all| untold(all)).unwrap_or_default());
    wrong.sort_by_key(|(byte, _)| *byte);
    let Some(now) = now.ok().filter(|_| wrong.is_empty()) else { return Err(wrong) };
    let moved = match older {
        Some(older) => {
            let then = parsed.render(&older.figures.ledger, language, &older.going.occasion());
            now.changes_since(&then.map_err(|all| untold(&all))?)
        }
        None => Vec::new(),
    };
    let slots = now.slots.iter().map(|slot| Slot {
        id: slot.id.clone(),
        worded: said(&slot.wording),
        instead_of: no_longer_announced(figures, slot, language),
    });
    let moved =
        moved.into_iter().map(|change| Moved { id: change.id, before: change.before, after: change.after });
    Ok(Written { slots: slots.collect(), moved: moved.collect(), text: now.text })
}

/// The announced wording that a slot asked for and did not get.
fn no_longer_announced(figures: &Figures, slot: &festoon_claims::Slot, language: Language) -> Option<String> {
    let got = slot.asked != Rounding::AsAnnounced || slot.wording.rounding == Rounding::AsAnnounced;
    let announced = &figures.ledger.figure(&slot.id).filter(|_| !got)?.announced;
    match language {
        Language::Zh => announced.zh.clone(),
        Language::En => announced.en.clone(),
    }
}

fn said(words: &festoon_claims::Wording) -> Worded {
    let rounding = match words.rounding {
        Rounding::Exact => "exact",
        Rounding::Rounded => "rounded",
        Rounding::Hedged => "hedged",
        Rounding::AsAnnounced => "announced",
    };
    Worded { text: words.text.clone(), rounding, hedge: words.hedge.map(festoon_claims::Hedge::word) }
}

/// Ids are Latin letters whatever the language of the text.
fn without_slots(template: &str) -> String {
    let mut inside = false;
    let outside = template.chars().filter(|character| {
        match character {
            '{' => inside = true,
            '}' => inside = false,
            _ => return !inside,
        }
        false
    });
    outside.collect()
}

fn broken_sentence(broken: &Broken) -> (usize, Both) {
    match broken {
        Broken::Open { at } => (
            *at,
            Both {
                zh: "「{」没有对应的「}」。文字中的花括号请写成「{{」。".into(),
                en: "“{” opens a slot that is not closed. Write “{{” for a brace in the text.".into(),
            },
        ),
        Broken::Rounding { at, word } => (
            *at,
            Both {
                zh: format!("没有「{word}」这种取法。可用 exact、rounded、hedged、announced。"),
                en: format!("“{word}” is not a way to round: exact, rounded, hedged or announced."),
            },
        ),
    }
}

fn untold_sentence(untold: &Untold) -> (usize, Both) {
    match untold {
        Untold::NoSuchFigure { at, id } => (
            *at,
            Both {
                zh: format!("数据文件里没有「{id}」。请核对 id。"),
                en: format!("the figures file has no “{id}”. Check the id."),
            },
        ),
        Untold::Embargoed { at, id } => (
            *at,
            Both {
                zh: format!("「{id}」尚不能公开，没有写出。请等到可以公开的时候，或从模板中去掉。"),
                en: format!(
                    "“{id}” may not be published yet, so nothing was written. Wait, or take it out of the template."
                ),
            },
        ),
    }
}
