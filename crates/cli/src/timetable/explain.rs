//! `festoon timetable explain`: what is wrong with a week as it stands and whether it can be at all, why a session is not elsewhere, and what a rule
//! costs. The same of a conference of the public benchmark is in [`conference`].

mod asked;
mod conference;

use std::process::ExitCode;

use festoon_app::timetable::Reason;
use festoon_app::timetable::planning::{Answer as WhyNot, PlannedWeek, Score, Told, judge_week, plan_week};
use festoon_domain::text::Lang;
use festoon_exchange::planner::PlannerRule;
use festoon_guide::clash_report::Both;
use jiff::civil::DateTime;
use serde_json::{Value, json};

use super::source::{Given, Source, Week};
use super::told::{self, Unit};
use crate::answer::{Answer, Format, Verdict, answer_in};
use crate::changes::push;
use crate::complaint::Complaint;
use crate::language::both;
use crate::patience::{Bar, Patience, Sought};

/// Say what is wrong with a week, why a session is not elsewhere, or what a rule costs · 解释问题在哪、为什么不能改到别处、一条规则的代价
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  festoon timetable explain demo/week
  festoon timetable explain demo/week --why-not fnc-welcome --at \"2021-06-22 10:00\" --room pmc-purple-hall
  festoon timetable explain nanjing-2027 --database sqlite:festoon.db --rule seats --seconds 20
  festoon timetable explain OR60F.xlsx plan.xlsx --why-not 17 --at \"Session 3\" --room FaradayLT
示例：
  festoon timetable explain demo/week --why-not 大会致辞 --at \"2021-06-22 10:00\" --room 紫金厅 --lang zh

Times are of the week's zone. Without --why-not or --rule it is told what is broken as the week stands, what each rule costs, what is left alone,
and whether any timetable keeps every hard rule, else a few sessions that do not go together, as far as a search finds out.
After a CoSPLib workbook comes a timetable of it; submissions, sessions, rooms and rules are called as in the workbook.
Exit codes: 0 it can be · 1 it cannot be · 2 a file cannot be used, or a name is unknown; standard error names it.
时间按活动周的时区。不写 --why-not 或 --rule 时，说明现在哪些规则没守住、每条规则的代价、哪些场次不参与编排，以及有没有一份时间表能守住全部硬性规则；没有时，指出哪几场排不到一起（限于搜索所及）。
CoSPLib 工作簿后面写它的一份时间表；报告、时段、会场和规则按工作簿里的写法。
退出码：0 可以 · 1 不可以 · 2 文件无法使用或名称不认识，标准错误写明")]
pub(super) struct Explain {
    #[command(flatten)]
    given: Given,

    /// A session: its slug, guid, key or title; of a CoSPLib workbook a submission
    #[arg(long, alias = "entry", value_name = "SESSION", requires = "at", conflicts_with = "rule")]
    why_not: Option<String>,

    /// When it would begin, such as "2021-06-22 10:00"; of a CoSPLib workbook a session
    #[arg(long, value_name = "TIME", requires = "why_not")]
    at: Option<String>,

    /// The room it would be in: its key or name [default: the room it is in]
    #[arg(long, value_name = "ROOM", requires = "why_not")]
    room: Option<String>,

    /// What keeping this rule costs, or each of them; it is searched with all rules and then without each
    #[arg(long, value_name = "RULE|all")]
    rule: Option<String>,

    #[command(flatten)]
    patience: Patience,

    /// How it is told: for people, or one JSON object
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

const SOUND: &str = "the plan is one of the problem it was found for";

impl Explain {
    pub(super) fn run(self) -> ExitCode {
        answer_in(self.given.lang(), self.format, |lang| self.answer(lang))
    }

    fn answer(&self, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let week = match self.given.open()? {
            Source::Week(week) => week,
            Source::Conference(posed, rest) => return conference::explain(self, &posed, &rest, lang),
        };
        told::defects(&week, self.format, lang);
        match (&self.why_not, &self.rule) {
            (Some(session), _) => self.elsewhere(&week, session, lang),
            (None, Some(word)) => self.prices(&week, rules(word)?, lang),
            (None, None) => self.overview(&week, lang),
        }
    }

    fn elsewhere(&self, week: &Week, session: &str, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let programme = &week.records.programme;
        let at = time(self.at.as_deref().expect("the arguments require it"))?;
        let asked = asked::place(programme, session, at, self.room.as_deref())?;
        let judged = judge_week(programme, &week.asked()).map_err(|refusals| week.refused(&refusals))?;
        told::roads(&judged, week, self.format, lang);
        let answer = judged.planning.why_not(programme, &judged.plan, asked).expect(SOUND);

        let hard = answer.worse.iter().any(|told| told.cost.hard > 0);
        let can_be = answer.in_the_way.is_empty() && !hard;
        let unit = Unit::of_week(&judged);
        let json = json!({
            "can_be": can_be,
            "in_the_way": answer.in_the_way.iter().map(told::json::said).collect::<Vec<Value>>(),
            "worse": told::json::broken(&answer.worse, programme, unit),
            "better": told::json::broken(&answer.better, programme, unit),
        });
        let verdict = if can_be { Verdict::Done } else { Verdict::No };
        Ok(Answer { text: elsewhere_text(&answer, lang), json, verdict })
    }

    fn prices(&self, week: &Week, rules: Rules, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let bar = Bar::new(Sought::Week, lang);
        let planned = self
            .patience
            .search(|limits| {
                plan_week(&week.records.programme, &week.asked(), limits, &mut |progress| {
                    bar.show(progress.spent, progress.best.hard, progress.best.soft);
                })
            })
            .map_err(|refusals| week.refused(&refusals))?;
        drop(bar);
        told::roads(&planned, week, self.format, lang);
        let rules: Vec<PlannerRule> = match rules {
            Rules::One(rule) => vec![rule],
            Rules::All => PlannerRule::ALL.into_iter().filter(|rule| week.looks_at(*rule)).collect(),
        };
        let price = |rule| {
            let price = self.patience.search(|limits| planned.planning.price(&planned.plan, rule, limits));
            (rule, price.expect(SOUND))
        };
        let prices: Vec<(PlannerRule, Score)> = rules.into_iter().map(price).collect();
        Ok(self.told_prices(&planned, &prices, lang))
    }

    fn told_prices(&self, planned: &PlannedWeek, prices: &[(PlannerRule, Score)], lang: Lang) -> Answer {
        let unit = Unit::of_week(planned);
        let mut text = String::new();
        if let Some(stopped) = self.patience.stopped() {
            push(&mut text, stopped.read(lang));
        }
        for (rule, price) in prices {
            push(&mut text, &price_text(*rule, *price, unit, lang));
        }
        let each = prices
            .iter()
            .map(|(rule, price)| json!({ "rule": rule.word(), "price": told::json::score(*price, unit) }));
        let json = json!({
            "prices": each.collect::<Vec<Value>>(),
            "plan": told::json::score(planned.after, unit),
            "stopped": self.patience.stopped().is_some(),
        });
        Answer { text, json, verdict: Verdict::Done }
    }

    /// Everything that is broken as the week stands, what each rule costs, and whether it can be at all.
    fn overview(&self, week: &Week, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let programme = &week.records.programme;
        let judged = judge_week(programme, &week.asked()).map_err(|refusals| week.refused(&refusals))?;
        told::roads(&judged, week, self.format, lang);
        let causes = self.patience.search(|limits| judged.planning.causes(programme, limits)).expect(SOUND);
        let mut text = told::overview(&judged, week, lang);
        let found = both(
            "排得下：有一份时间表守住了全部硬性规则，festoon timetable solve 可以找到。",
            "It can be: a timetable keeps every hard rule, and festoon timetable solve finds one.",
        );
        push(&mut text, "");
        text.push_str(&can_be(&causes, &found, lang));
        let each = causes.iter().map(|reason| {
            let guids = reason.about.iter().map(|id| programme[*id].guid.to_string());
            let guids = guids.collect::<Vec<String>>();
            json!({ "sessions": guids, "zh": reason.sentence.zh, "en": reason.sentence.en })
        });
        let mut json = told::json::costs(&judged, week);
        json.insert("can_be".into(), found_out(&causes).into());
        json.insert("causes".into(), each.collect::<Vec<Value>>().into());
        json.insert("stopped".into(), self.patience.stopped().is_some().into());
        let verdict = if causes.is_empty() { Verdict::Done } else { Verdict::No };
        Ok(Answer { text, json: json.into(), verdict })
    }
}

/// Whether it can be; nothing where a search found no way and nothing proves that there is none.
fn found_out<T>(causes: &[Reason<T>]) -> Option<bool> {
    match causes {
        [] => Some(true),
        all => all.iter().any(Reason::is_proved).then_some(false),
    }
}

/// Whether it can be: what was found, or why it cannot.
fn can_be<T>(causes: &[Reason<T>], found: &Both, lang: Lang) -> String {
    let mut text = String::new();
    let heading = match found_out(causes) {
        Some(true) => found.clone(),
        Some(false) => both("排不下：", "It cannot be:"),
        None if causes.iter().any(Reason::is_open) => {
            both("还没有查清排不排得下：", "Whether it can be is not clear yet:")
        }
        None => both(
            "搜索没能排下，但没有证明一定排不下；给的时间（--seconds、--steps）多些，也许能排下：",
            "The search found no way, which does not prove that there is none; with more --seconds or --steps it may:",
        ),
    };
    push(&mut text, heading.read(lang));
    told::list(&mut text, causes.iter().map(|reason| &reason.sentence), lang);
    text
}

fn price_text(rule: PlannerRule, price: Score, unit: Unit, lang: Lang) -> String {
    let (word, name) = (rule.word(), told::called(Some(rule), lang));
    let soft = unit.of(price.soft);
    match (lang, price) {
        (Lang::Zh, Score { hard: 0, soft: 0 }) => {
            format!("守住「{name}」（{word}）没有让别的规则多付代价（限于搜索所及）。")
        }
        (Lang::Zh, Score { hard: 0, .. }) => {
            format!("不看「{name}」（{word}），其余的罚分能少 {soft}（限于搜索所及）。")
        }
        (Lang::Zh, Score { .. }) => {
            format!("不看「{name}」（{word}），能少违反硬性规则，其余的罚分相差 {soft}（限于搜索所及）。")
        }
        (Lang::En, Score { hard: 0, soft: 0 }) => {
            format!("{word} ({name}): keeping it costs nothing else, as far as this search found.")
        }
        (Lang::En, Score { hard: 0, .. }) => {
            format!(
                "{word} ({name}): without it, the rest could cost {soft} less, as far as this search found."
            )
        }
        (Lang::En, Score { .. }) => format!(
            "{word} ({name}): without it, hard rules could be kept that are broken now, and the rest would cost {soft} less, as far as this search found."
        ),
    }
}

fn elsewhere_text(answer: &WhyNot, lang: Lang) -> String {
    let sentences = |told: &[Told]| told.iter().map(|told| told.sentence.clone()).collect::<Vec<Both>>();
    let text = parts(&answer.in_the_way, &sentences(&answer.worse), &sentences(&answer.better), lang);
    if !text.is_empty() {
        return text;
    }
    let nothing = both("可以排在那里，不多出任何问题。\n", "Nothing speaks against it.\n");
    nothing.read(lang).to_owned()
}

/// What is in the way, what it would bring and what it would solve.
fn parts(in_the_way: &[Both], worse: &[Both], better: &[Both], lang: Lang) -> String {
    let mut text = String::new();
    for (zh, en, sentences) in [
        ("不能排在那里：", "In the way:", in_the_way),
        ("排在那里会多出：", "It would bring:", worse),
        ("排在那里会解决：", "It would solve:", better),
    ] {
        if !sentences.is_empty() {
            push(&mut text, both(zh, en).read(lang));
            told::list(&mut text, sentences.iter(), lang);
        }
    }
    text
}

/// Of which rules the price is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rules {
    One(PlannerRule),
    All,
}

fn time(said: &str) -> Result<DateTime, Vec<Complaint>> {
    said.parse().map_err(|_| {
        let sentence = both(
            format!("「{said}」不是时间。请写如 \"2021-06-22 10:00\" 的时间。"),
            format!("“{said}” is no time. Give one as \"2021-06-22 10:00\"."),
        );
        vec![Complaint::about("--at", sentence)]
    })
}

fn rules(word: &str) -> Result<Rules, Vec<Complaint>> {
    if word == "all" {
        return Ok(Rules::All);
    }
    PlannerRule::from_word(word)
        .map(Rules::One)
        .ok_or_else(|| vec![asked::no_rule(word, &PlannerRule::ALL.map(PlannerRule::word))])
}
