//! The same of a conference of the public benchmark: what its timetable breaks, why a submission is not elsewhere, what a rule costs, and whether everything
//! can have a place.
//!
//! What needs a timetable asks for one; it was read, so everything has a place in it, and no search has to find out whether that can be.

use festoon_app::timetable::conference::{self, Answer as WhyNot, Posed, Told};
use festoon_domain::text::Lang;
use festoon_exchange::NamedFile;
use festoon_exchange::cosplib::{self, Conference, Solution, Weighed};
use festoon_guide::clash_report::Both;
use serde_json::{Value, json};

use super::super::{costs, told};
use super::{Explain, asked};
use crate::answer::{Answer, Verdict};
use crate::changes::push;
use crate::complaint::Complaint;
use crate::language::both;
use crate::patience::{Bar, Sought};

pub(super) fn explain(
    asked: &Explain,
    posed: &Posed,
    rest: &[NamedFile],
    lang: Lang,
) -> Result<Answer, Vec<Complaint>> {
    let solution = match rest {
        [] => None,
        [file] => Some(
            cosplib::read_solution(file, posed.conference())
                .map_err(|refusal| vec![Complaint::from_refusal(&refusal)])?,
        ),
        [_, more, ..] => {
            let sentence = both(
                "CoSPLib 工作簿后面最多写一份时间表。",
                "after a CoSPLib workbook comes one timetable at most.",
            );
            return Err(vec![Complaint::about(&more.name, sentence)]);
        }
    };
    match (&asked.why_not, &asked.rule) {
        (Some(word), _) => {
            let solution = solution.ok_or_else(|| vec![wants_a_solution()])?;
            elsewhere(asked, posed, &solution, word, lang)
        }
        (None, Some(word)) => prices(asked, posed, solution, word, lang),
        (None, None) => Ok(overview(asked, posed, solution.as_ref(), lang)),
    }
}

fn wants_a_solution() -> Complaint {
    let sentence = both(
        "CoSPLib 工作簿后面要写一份时间表：festoon timetable explain 工作簿 时间表 --why-not 报告 --at 时段 --room 会场。",
        "after a CoSPLib workbook comes a timetable: festoon timetable explain WORKBOOK SOLUTION --why-not SUBMISSION --at SESSION --room ROOM.",
    );
    Complaint::about("--why-not", sentence)
}

fn elsewhere(
    asked: &Explain,
    posed: &Posed,
    solution: &Solution,
    word: &str,
    lang: Lang,
) -> Result<Answer, Vec<Complaint>> {
    let conference = posed.conference();
    let mut complaints = Vec::new();
    let mut known =
        |found: Result<usize, Complaint>| found.map_err(|complaint| complaints.push(complaint)).ok();
    let at = asked.at.as_deref().expect("the arguments require it");
    let submission = known(submission(conference, word));
    let session = known(session(conference, at));
    let now = submission.and_then(|submission| solution.0[submission]);
    let room = match (&asked.room, now) {
        (Some(word), _) => known(room(conference, word)),
        (None, now) => now.map(|place| place.room),
    };
    let (Some(submission), Some(session), Some(room)) = (submission, session, room) else {
        return Err(complaints);
    };
    if now.is_some_and(|now| (now.session, now.room) == (session, room)) {
        let said = both("它就排在那里。", "That is where it is.");
        let json = json!({
            "can_be": true, "slot": null, "by": 0, "in_the_way": [], "worse": [], "better": [],
        });
        return Ok(Answer { text: format!("{}\n", said.read(lang)), json, verdict: Verdict::Done });
    }

    let answer = conference::why_not(posed, solution, submission, (session, room));
    let can_be = answer.in_the_way.is_empty();
    let json = json!({
        "can_be": can_be,
        "slot": answer.slot + 1,
        "by": answer.by(),
        "in_the_way": answer.in_the_way.iter().map(told::json::said).collect::<Vec<Value>>(),
        "worse": broken(&answer.worse, conference),
        "better": broken(&answer.better, conference),
    });
    let verdict = if can_be { Verdict::Done } else { Verdict::No };
    Ok(Answer { text: elsewhere_text(&answer, lang), json, verdict })
}

fn elsewhere_text(answer: &WhyNot, lang: Lang) -> String {
    let mut text = String::new();
    let slot = answer.slot + 1;
    match lang {
        Lang::Zh => push(&mut text, &format!("从第 {slot} 格开始，代价最小。")),
        Lang::En => push(&mut text, &format!("It would do best from slot {slot} on.")),
    }
    let sentences = |told: &[Told]| told.iter().map(|told| told.sentence.clone()).collect::<Vec<Both>>();
    text.push_str(&super::parts(
        &answer.in_the_way,
        &sentences(&answer.worse),
        &sentences(&answer.better),
        lang,
    ));
    let by = answer.by();
    let said = match (by.signum(), answer.in_the_way.is_empty()) {
        (0, true) => both("目标值不变。", "The objective stays as it is."),
        (1, true) => both(format!("目标值增加 {by}。"), format!("The objective rises by {by}.")),
        (_, true) => both(format!("目标值减少 {}。", -by), format!("The objective falls by {}.", -by)),
        (_, false) => return text,
    };
    push(&mut text, said.read(lang));
    text
}

fn prices(
    asked: &Explain,
    posed: &Posed,
    solution: Option<Solution>,
    word: &str,
    lang: Lang,
) -> Result<Answer, Vec<Complaint>> {
    let weights = &posed.conference().weights;
    let rules: Vec<Weighed> = if word == "all" {
        Weighed::ALL.into_iter().filter(|weighed| weights.of(*weighed) > 0).collect()
    } else {
        let found = Weighed::ALL.into_iter().find(|weighed| weighed.called().eq_ignore_ascii_case(word));
        vec![found.ok_or_else(|| vec![asked::no_rule(word, &Weighed::ALL.map(Weighed::called))])?]
    };
    let solution = solution.unwrap_or_else(|| {
        let bar = Bar::new(Sought::Conference, lang);
        let mut watch = |progress: festoon_solver::Progress| {
            bar.show(progress.spent, progress.best.hard, progress.best.soft);
        };
        asked.patience.search(|limits| conference::solve(posed, limits, &mut watch)).solution
    });
    let price = |rule: Weighed| {
        (rule, asked.patience.search(|limits| conference::price(posed, &solution, rule, limits)))
    };
    let prices: Vec<(Weighed, i64)> = rules.into_iter().map(price).collect();

    let mut text = String::new();
    if let Some(stopped) = asked.patience.stopped() {
        push(&mut text, stopped.read(lang));
    }
    for (rule, price) in &prices {
        push(&mut text, &price_text(*rule, *price, lang));
    }
    let each = prices.iter().map(|(rule, price)| json!({ "rule": rule.called(), "price": price }));
    let scored = conference::score(posed, &solution);
    let json = json!({
        "prices": each.collect::<Vec<Value>>(),
        "objective": scored.objective,
        "hard": scored.hard,
        "stopped": asked.patience.stopped().is_some(),
    });
    Ok(Answer { text, json, verdict: Verdict::Done })
}

fn price_text(rule: Weighed, price: i64, lang: Lang) -> String {
    let (word, name) = (rule.called(), costs::called(rule, lang));
    match (lang, price) {
        (Lang::Zh, 0) => format!("守住「{name}」（{word}）没有让别的规则多付代价（限于搜索所及）。"),
        (Lang::Zh, _) => format!("不看「{name}」（{word}），其余的罚分能少 {price}（限于搜索所及）。"),
        (Lang::En, 0) => {
            format!("{word} ({name}): keeping it costs nothing else, as far as this search found.")
        }
        (Lang::En, _) => {
            format!(
                "{word} ({name}): without it, the rest could cost {price} less, as far as this search found."
            )
        }
    }
}

/// What a timetable breaks, rule by rule, and whether everything can have a place.
fn overview(asked: &Explain, posed: &Posed, solution: Option<&Solution>, lang: Lang) -> Answer {
    let causes = match solution {
        Some(_) => Vec::new(),
        None => asked.patience.search(|limits| conference::causes(posed, limits)),
    };
    let each = causes.iter().map(|reason| {
        let (zh, en) = (&reason.sentence.zh, &reason.sentence.en);
        json!({ "submissions": references(posed.conference(), &reason.about), "zh": zh, "en": en })
    });
    let mut json = json!({
        "can_be": super::found_out(&causes),
        "causes": each.collect::<Vec<Value>>(),
        "stopped": asked.patience.stopped().is_some(),
    });
    let mut text = String::new();
    if let Some(solution) = solution {
        let (scored, all) = (conference::score(posed, solution), conference::told(posed, solution));
        for (field, value) in told::json::fields(costs::json(&scored)) {
            json[field] = value;
        }
        json["broken"] = broken(&all, posed.conference());
        text.push_str(&costs::explained(&scored, &all, lang));
    }
    let found = match solution {
        Some(_) => both(
            "排得下：这份时间表里每场报告都有位置。",
            "It can be: this timetable has a place for everything.",
        ),
        None => both(
            "排得下：festoon timetable solve 能给每场报告找到位置。要看一份时间表的代价，请把它写在工作簿后面。",
            "It can be: festoon timetable solve finds a place for everything. To see what a timetable costs, name it after the workbook.",
        ),
    };
    text.push_str(&super::can_be(&causes, &found, lang));
    let verdict = if causes.is_empty() { Verdict::Done } else { Verdict::No };
    Answer { text, json, verdict }
}

fn broken(all: &[Told], conference: &Conference) -> Value {
    let each = all.iter().map(|told| {
        let tracks = told.tracks.iter().map(|track| &*conference.tracks[*track].name);
        json!({
            "rule": told.weighed.map(Weighed::called),
            "count": told.count,
            "cost": told.cost,
            "submissions": references(conference, &told.submissions),
            "tracks": tracks.collect::<Vec<&str>>(),
            "zh": told.sentence.zh,
            "en": told.sentence.en,
        })
    });
    Value::Array(each.collect())
}

fn references<'a>(conference: &'a Conference, submissions: &[usize]) -> Vec<&'a str> {
    submissions.iter().map(|at| &*conference.submissions[*at].reference).collect()
}

fn submission(conference: &Conference, word: &str) -> Result<usize, Complaint> {
    let found = conference.submissions.iter().position(|submission| *submission.reference == *word.trim());
    found.ok_or_else(|| {
        let sentence = both(
            format!("没有叫「{word}」的报告。请按工作表 submissions 的第一列写。"),
            format!("no submission is called “{word}”. Write it as the sheet “submissions” does."),
        );
        Complaint::about("--why-not", sentence)
    })
}

fn session(conference: &Conference, word: &str) -> Result<usize, Complaint> {
    let found = conference.sessions.iter().position(|session| *session.name == *word.trim());
    found.ok_or_else(|| {
        let known: Vec<&str> = conference.sessions.iter().map(|session| &*session.name).collect();
        unknown("--at", "时段", "session", word, &known)
    })
}

fn room(conference: &Conference, word: &str) -> Result<usize, Complaint> {
    let found = conference.rooms.iter().position(|room| **room == *word.trim());
    found.ok_or_else(|| {
        let known: Vec<&str> = conference.rooms.iter().map(|room| &**room).collect();
        unknown("--room", "会场", "room", word, &known)
    })
}

/// A name that is none, with those there are.
fn unknown(argument: &str, zh: &str, en: &str, word: &str, known: &[&str]) -> Complaint {
    let sentence = both(
        format!("没有叫「{word}」的{zh}。有：{}。", known.join("、")),
        format!("no {en} is called “{word}”. There are {}.", known.join(", ")),
    );
    Complaint::about(argument, sentence)
}
