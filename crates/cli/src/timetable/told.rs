//! What a planned week says: what moved, what is still broken, what was left alone; in words here, for programs in [`json`].

pub(super) mod json;
mod rules;

use std::io::{Write as _, stderr};

use festoon_app::timetable::planning::{Against, PlannedWeek, Score, Told, Why, noted};
use festoon_domain::text::Lang;
use festoon_domain::timetable::Severity;
use festoon_exchange::planner::PlannerRule;
use festoon_guide::clash_report::Both;

use super::source::{Former, Week};
use crate::answer::Format;
use crate::changes::push;
use crate::complaint::write_defects;
use crate::language::both;

pub(super) use rules::called;

/// How many lines of a list the terminal shows; the JSON has all.
const MOST: usize = 40;

/// What a weight of 1 is in a score; see `Planning::unit`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit(i64);

impl Unit {
    pub(super) fn of_week(planned: &PlannedWeek) -> Self {
        Self(planned.planning.unit())
    }

    /// A cost as `planner.toml` weighs it: whole, or in fifths.
    #[expect(clippy::cast_precision_loss, reason = "what is not whole is small enough for tenths")]
    pub(super) fn of(self, cost: i64) -> serde_json::Value {
        if cost % self.0 == 0 {
            return (cost / self.0).into();
        }
        let tenths = cost * 10 / self.0;
        (tenths as f64 / 10.0).into()
    }
}

fn cost_text(cost: i64, unit: Unit) -> String {
    unit.of(cost).to_string()
}

/// What could not be taken as it stood, told on standard error before anybody waits; programs have it in the object.
pub(super) fn defects(week: &Week, format: Format, lang: Lang) {
    if format == Format::Text {
        // Nothing is left to do where standard error itself is closed.
        let _unwritten = write_defects(&week.defects, lang, &mut stderr().lock());
    }
}

/// That roads are unknown, likewise.
pub(super) fn roads(planned: &PlannedWeek, week: &Week, format: Format, lang: Lang) {
    if let (Format::Text, Some(sentence)) = (format, planned.planning.roads_sentence(&week.records.programme))
    {
        let _unwritten = writeln!(stderr().lock(), "{}", sentence.read(lang));
    }
}

/// What a week as it stands costs, and why.
pub(super) fn judged(planned: &PlannedWeek, week: &Week, lang: Lang) -> String {
    let mut text = standing(planned, week, lang);
    left_alone(&mut text, planned, lang);
    text
}

/// The same, with everything that was left alone.
pub(super) fn overview(planned: &PlannedWeek, week: &Week, lang: Lang) -> String {
    let mut text = standing(planned, week, lang);
    let notes = planned.planning.notes.iter().map(|note| noted(&week.records.programme, note));
    let notes: Vec<Both> = notes.collect();
    match lang {
        _ if notes.is_empty() => {}
        Lang::Zh => push(&mut text, &format!("\n没有参与编排或保持不动（{}）：", notes.len())),
        Lang::En => push(&mut text, &format!("\nLeft out or held where they are ({}):", notes.len())),
    }
    list(&mut text, once_each(notes).iter(), lang);
    text
}

/// What takes place every day at the same hour is said once, and how often.
fn once_each(notes: Vec<Both>) -> Vec<Both> {
    let mut counted: Vec<(Both, usize)> = Vec::new();
    for note in notes {
        match counted.iter_mut().find(|(known, _)| *known == note) {
            Some((_, times)) => *times += 1,
            None => counted.push((note, 1)),
        }
    }
    let said = |(note, times): (Both, usize)| match times {
        1 => note,
        _ => both(format!("{}（{times} 场）", note.zh), format!("{} ({times} of these)", note.en)),
    };
    counted.into_iter().map(said).collect()
}

fn standing(planned: &PlannedWeek, week: &Week, lang: Lang) -> String {
    let mut text = String::new();
    push(&mut text, &total(planned.after, Unit::of_week(planned), lang));
    against(&mut text, planned, week, lang);
    broken(&mut text, planned, lang);
    stranded(&mut text, planned, week, lang);
    by_rule(&mut text, planned, lang);
    text
}

/// What stays where a closed room is, and so is nobody's but a person's to move.
fn stranded(text: &mut String, planned: &PlannedWeek, week: &Week, lang: Lang) {
    let stranded = planned.planning.stranded(&week.records.programme);
    match (lang, stranded.len()) {
        (_, 0) => return,
        (Lang::Zh, n) => push(text, &format!("\n要人来处理（{n}）：")),
        (Lang::En, n) => push(text, &format!("\nFor somebody to settle ({n}):")),
    }
    list(text, stranded.iter(), lang);
}

fn left_alone(text: &mut String, planned: &PlannedWeek, lang: Lang) {
    let said = match (lang, planned.planning.notes.len()) {
        (_, 0) => return,
        (Lang::Zh, n) => format!("\n{n} 场没有参与编排或保持不动，festoon timetable explain 列出原因。"),
        (Lang::En, n) => {
            format!("\n{n} left out or held where they are; festoon timetable explain says why.")
        }
    };
    push(text, &said);
}

/// What a planned week costs, what moved for it, and what is left.
pub(super) fn planned(planned: &PlannedWeek, week: &Week, lang: Lang) -> String {
    let unit = Unit::of_week(planned);
    let mut text = String::new();
    let (before, after) = (total(planned.before, unit, lang), total(planned.after, unit, lang));
    match lang {
        Lang::Zh => push(&mut text, &format!("原来：{before}\n现在：{after}")),
        Lang::En => push(&mut text, &format!("before: {before}\nnow: {after}")),
    }
    against(&mut text, planned, week, lang);
    push(&mut text, &format!("\n{}", moves(planned, lang)));
    if !is_listed_above(planned) {
        list(&mut text, planned.moved.iter().map(|(_, said)| said), lang);
    }
    match (lang, planned.stuck.len()) {
        (_, 0) => {}
        (Lang::Zh, stuck) => {
            push(&mut text, &format!("\n还有 {stuck} 场仍在原处，而那里会场被占或没有开放；没有算作改动。"));
        }
        (Lang::En, 1) => push(
            &mut text,
            "\n1 still stands where it cannot, its room taken or closed; it is not counted as moved.",
        ),
        (Lang::En, stuck) => push(
            &mut text,
            &format!(
                "\n{stuck} still stand where they cannot, their rooms taken or closed; they are not counted as moved."
            ),
        ),
    }
    broken(&mut text, planned, lang);
    stranded(&mut text, planned, week, lang);
    left_alone(&mut text, planned, lang);
    text
}

/// How many move, and why.
fn moves(planned: &PlannedWeek, lang: Lang) -> String {
    let of = |why: Why| planned.moved.iter().filter(|(moved, _)| moved.why == why).count();
    let all = planned.moved.len();
    let why = [Why::CouldNotStay, Why::Pinned, Why::Chosen].map(|why| (why, of(why)));
    let said = why.into_iter().filter(|(_, count)| *count > 0).map(|(why, count)| match (why, lang) {
        (Why::CouldNotStay, Lang::Zh) => format!("{count} 场原处会场被占或没有开放"),
        (Why::CouldNotStay, Lang::En) => format!("{count} could not stay, the room being taken or closed"),
        (Why::Pinned, Lang::Zh) => format!("{count} 场由 planner.toml 指定"),
        (Why::Pinned, Lang::En) => format!("{count} pinned by planner.toml"),
        (Why::Chosen, Lang::Zh) => format!("{count} 场为了守住别的规则或减少罚分"),
        (Why::Chosen, Lang::En) => format!("{count} so that other rules are kept or less is paid"),
    });
    let said: Vec<String> = said.collect();
    match (lang, all) {
        (Lang::Zh, 0) => "没有场次需要改动。".to_owned(),
        (Lang::Zh, _) if is_listed_above(planned) => {
            format!("现在的安排也要改动这 {all} 场（{}）。", said.join("，"))
        }
        (Lang::En, 1..) if is_listed_above(planned) => {
            format!("From where the week has it now, the same moves ({all}: {}).", said.join("; "))
        }
        (Lang::Zh, _) => format!("改动 {all} 场（{}）：", said.join("，")),
        (Lang::En, 0) => "Nothing moves.".to_owned(),
        (Lang::En, 1) => format!("What moves (1: {}):", said.join("; ")),
        (Lang::En, _) => format!("What moves ({all}: {}):", said.join("; ")),
    }
}

/// Where the week stands as it stood in the release, what moves against the one moves against the other, and a list of it twice helps nobody.
fn is_listed_above(planned: &PlannedWeek) -> bool {
    let Some(against) = &planned.against else { return false };
    let mut above: Vec<&str> = against.moved.iter().map(|moved| &*moved.sentence.en).collect();
    let mut below: Vec<&str> = planned.moved.iter().map(|(_, said)| &*said.en).collect();
    above.sort_unstable();
    below.sort_unstable();
    !above.is_empty() && above == below
}

/// What differs from what the week was to keep to.
fn against(text: &mut String, planned: &PlannedWeek, week: &Week, lang: Lang) {
    let Some((against, former)) = planned.against.as_ref().zip(week.former.as_ref()) else { return };
    push(text, &format!("\n{}", compared(against, former, lang)));
    list(text, against.moved.iter().map(|moved| &moved.sentence), lang);
    match lang {
        _ if against.gone.is_empty() => {}
        Lang::Zh => push(text, "不再有："),
        Lang::En => push(text, "No longer there:"),
    }
    list(text, against.gone.iter(), lang);
}

fn compared(against: &Against, former: &Former, lang: Lang) -> String {
    let (kept, moved) = (against.kept.len(), against.moved.len());
    let (new, gone) = (against.new.len(), against.gone.len());
    let called = former.called.read(lang);
    let more = |zh: &str, en: &str, count: usize| match (lang, count) {
        (_, 0) => String::new(),
        (Lang::Zh, _) => format!("，{count} 场{zh}"),
        (Lang::En, _) => format!(", {count} {en}"),
    };
    let (new, gone) = (more("新增", "new", new), more("不再有", "no longer there", gone));
    match lang {
        Lang::Zh => format!("与{called}相比：{kept} 场不动，{moved} 场改动{new}{gone}。"),
        Lang::En => format!("Against {called}: {kept} kept, {moved} moved{new}{gone}."),
    }
}

fn total(score: Score, unit: Unit, lang: Lang) -> String {
    let cost = cost_text(score.soft, unit);
    match (lang, score.hard) {
        (Lang::Zh, 0) => format!("总罚分 {cost}，没有必须解决的问题"),
        (Lang::Zh, _) => format!("总罚分 {cost}，还有必须解决的问题"),
        (Lang::En, 0) => format!("cost {cost}, nothing that must be solved"),
        (Lang::En, _) => format!("cost {cost}, and something that must be solved"),
    }
}

fn broken(text: &mut String, planned: &PlannedWeek, lang: Lang) {
    // What moved stands in a list of its own.
    let has_list = !planned.moved.is_empty() || planned.against.is_some();
    let is_listed = |told: &Told| told.rule == Some(PlannerRule::Moved) && has_list;
    for (severity, zh, en) in
        [(Severity::Block, "必须解决", "Must be solved"), (Severity::Warn, "有代价", "At a cost")]
    {
        let of: Vec<&Told> =
            planned.told.iter().filter(|told| told.severity == severity && !is_listed(told)).collect();
        if of.is_empty() {
            continue;
        }
        match lang {
            Lang::Zh => push(text, &format!("\n{zh}（{}）：", of.len())),
            Lang::En => push(text, &format!("\n{en} ({}):", of.len())),
        }
        list(text, of.into_iter().map(|told| &told.sentence), lang);
    }
}

fn by_rule(text: &mut String, planned: &PlannedWeek, lang: Lang) {
    if planned.told.is_empty() {
        return;
    }
    push(text, if lang == Lang::Zh { "\n各项规则：" } else { "\nRule by rule:" });
    rules::text(&rules::totals(&planned.told), Unit::of_week(planned), lang, text);
}

/// Sentences on lines of their own.
pub(super) fn list<'a>(text: &mut String, sentences: impl ExactSizeIterator<Item = &'a Both>, lang: Lang) {
    let more = sentences.len().saturating_sub(MOST);
    for sentence in sentences.take(MOST) {
        push(text, &format!("  {}", sentence.read(lang)));
    }
    match (lang, more) {
        (_, 0) => {}
        (Lang::Zh, more) => push(text, &format!("  另有 {more} 条，--format json 列出全部。")),
        (Lang::En, more) => push(text, &format!("  … and {more} more; --format json lists all.")),
    }
}
