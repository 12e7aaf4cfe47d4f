//! Tables and labels in Chinese, where no classifier says that something is counted: 参展企业 | 381, 论坛（场） 18, 参展企业数量为381.

use super::nouns::noun;
use crate::claim::Kind;
use crate::find::finder::Finder;
use crate::find::tokens::scan::{Quantity, Scan, Style};
use crate::find::tokens::sense::{Class, Sense};
use crate::find::tokens::token::What;
use crate::number::Number;
use crate::unit::Unit;

/// More digits are those of telephones and codes.
const LONGEST: u8 = 7;

/// What a plain number in digits counts that stands alone in its cell or ends its line, by the label in front of it.
pub(in crate::find) fn of_cell(finder: &Finder, quantity: &Quantity, first: usize) -> Option<Unit> {
    let scan = &finder.scan;
    let What::Literal(literal) = scan.what(first) else { return None };
    let plain = quantity.style == Style::Digits && quantity.power == 0 && quantity.next == first + 1;
    if !plain || literal.places > 0 || literal.whole > LONGEST || first == 0 {
        return None;
    }
    // 007 is a code.
    if scan.letters(first).len() > 1 && scan.letters(first).starts_with('0') {
        return None;
    }
    let gap = Gap::before(scan, first);
    let label = label_before(scan, first);
    if let Some(unit) = amount_of(scan, label).filter(|_| scan.ends_clause(first + 1)) {
        return Some(unit);
    }
    let ends = Gap::before(scan, first + 1) != Gap::Narrow || scan.is_sign(first + 1, '。');
    if !ends || gap == Gap::Line {
        return None;
    }
    if let Some(unit) = told_in_brackets(scan, label) {
        return Some(unit);
    }
    // 2022 behind a label is the year of a column.
    let year =
        quantity.value.is_some_and(|value| value >= Number::whole(1900) && value < Number::whole(2100));
    if year && !literal.grouped {
        return None;
    }
    if let Some(unit) = noun(scan, label).filter(|_| scan.is_chinese(label)) {
        // 展区 3, 嘉宾 2: behind a blank so small a number is the number of one.
        let numbers = gap == Gap::Narrow && (is_numbered(unit) || is_small(quantity) || scan.glued(first));
        return (!numbers && !unit.is_measure()).then_some(unit);
    }
    // 参展企业 | 381 | 340: the row goes on.
    let last = finder.drafts.last().filter(|last| gap == Gap::Cell && last.next == label + 1)?;
    last.unit.filter(|unit| last.kind == Kind::Count && !unit.is_measure())
}

/// How far a number stands from what is before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    /// At most one blank.
    Narrow,
    /// A bar, a tab, two blanks: another cell.
    Cell,
    /// The end of a line.
    Line,
}

impl Gap {
    /// What stands before a token.
    fn before(scan: &Scan, at: usize) -> Self {
        let bar = |at: usize| matches!(scan.what(at), What::Sign('|' | '｜' | '│'));
        if scan.what(at) == What::Line || scan.before(at, 1) == What::Line {
            return Self::Line;
        }
        let from = scan.end(at.wrapping_sub(1));
        let to = scan.tokens.get(at).map_or(from, |token| token.start);
        let between = scan.text.get(from..to).unwrap_or_default();
        let wide =
            between.contains('\t') || between.chars().filter(|letter| letter.is_whitespace()).count() > 1;
        if wide || bar(at) || bar(at.wrapping_sub(1)) { Self::Cell } else { Self::Narrow }
    }
}

/// The last token of a label, before the bar or the colon.
fn label_before(scan: &Scan, first: usize) -> usize {
    let sign = matches!(scan.before(first, 1), What::Sign('|' | '｜' | '│' | '：' | ':'));
    first.wrapping_sub(if sign { 2 } else { 1 })
}

/// 参展企业数量为381, 论坛总数 18: the noun of a label that says itself that it counts.
fn amount_of(scan: &Scan, mut label: usize) -> Option<Unit> {
    if ["为", "是", "达", "共", "：", ":"].iter().any(|verb| scan.is(label, verb)) {
        label = label.checked_sub(1)?;
    }
    let end = scan.end(label);
    let written = scan.text.get(..end)?;
    let word = ["数量", "总数", "数"].into_iter().find(|word| written.ends_with(word))?;
    let thing = (label.saturating_sub(word.chars().count())..=label)
        .rev()
        .find(|at| scan.end(*at) + word.len() == end)?;
    noun(scan, thing).filter(|unit| scan.is_chinese(thing) && !unit.is_measure())
}

/// 参展企业（家）: what a label counts that has its classifier in brackets.
fn told_in_brackets(scan: &Scan, label: usize) -> Option<Unit> {
    let bracket = label.checked_sub(2)?;
    let closed = matches!(scan.what(label), What::Sign('）' | ')'));
    let open = matches!(scan.what(bracket), What::Sign('（' | '('));
    let (true, true, Some(Sense::Classifier(class))) = (closed, open, scan.sense(bracket + 1)) else {
        return None;
    };
    let thing = bracket.wrapping_sub(1);
    let named = noun(scan, thing).filter(|unit| class.counts(*unit) && scan.glued(bracket));
    // 线上观看（次）, 观众（人次）
    let watched = matches!(class, Class::Visit | Class::Time)
        && (thing.saturating_sub(1)..=thing)
            .any(|at| matches!(scan.sense(at), Some(Sense::Watching | Sense::Noun(Unit::View))));
    Some(named.unwrap_or(if watched { Unit::View } else { class.alone() }))
}

/// 展位 412, 项目 12: whether a number behind the thing may be its own.
fn is_numbered(unit: Unit) -> bool {
    matches!(unit, Unit::Booth | Unit::Seat | Unit::Table | Unit::Place | Unit::Checkpoint | Unit::Edition)
}

fn is_small(quantity: &Quantity) -> bool {
    quantity.value.is_none_or(|value| value < Number::whole(10))
}
