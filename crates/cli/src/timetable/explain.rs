//! `festoon timetable explain`: why a week cannot be, why a session is not elsewhere, and what a rule costs.

mod asked;

use std::process::ExitCode;

use festoon_app::timetable::planning::{Answer as WhyNot, judge_week, plan_week};
use festoon_domain::text::Lang;
use festoon_exchange::Refusal;
use festoon_exchange::planner::PlannerRule;
use festoon_guide::clash_report::Both;
use jiff::civil::DateTime;
use serde_json::{Value, json};

use super::source::{Given, Source, Week};
use super::told;
use crate::answer::{Answer, Format, Verdict, answer_in};
use crate::changes::push;
use crate::complaint::Complaint;
use crate::language::both;
use crate::patience::{Bar, Patience, Sought};

/// Say why a week cannot be, why a session is not elsewhere, or what a rule costs · 解释为什么排不下、为什么不能改到别处、一条规则的代价
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  festoon timetable explain demo/week
  festoon timetable explain demo/week --why-not fnc-welcome --at \"2021-06-22 10:00\" --room pmc-purple-hall
  festoon timetable explain demo/week --rule seats --seconds 20
示例：
  festoon timetable explain demo/week --why-not 大会致辞 --at \"2021-06-22 10:00\" --room 紫金厅 --lang zh

Times are of the week's zone. Without --why-not or --rule it is told why no timetable keeps every hard rule, as far as a search finds out.
Exit codes: 0 it can be · 1 it cannot be · 2 a file cannot be used, or a name is unknown; standard error names it.
时间按活动周的时区。不写 --why-not 或 --rule 时，说明为什么没有一份时间表能守住全部硬性规则（限于搜索所及）。
退出码：0 可以 · 1 不可以 · 2 文件无法使用或名称不认识，标准错误写明")]
pub(super) struct Explain {
    #[command(flatten)]
    given: Given,

    /// A session: its slug, guid, key or title
    #[arg(long, value_name = "SESSION", requires_all = ["at", "room"], conflicts_with = "rule")]
    why_not: Option<String>,

    /// When it would begin
    #[arg(long, value_name = "TIME", requires = "why_not")]
    at: Option<DateTime>,

    /// The room it would be in: its key or name
    #[arg(long, value_name = "ROOM", requires = "why_not")]
    room: Option<String>,

    /// What keeping this rule costs; it is searched twice, with the rule and without
    #[arg(long, value_name = "RULE", value_parser = rule)]
    rule: Option<PlannerRule>,

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
        let Source::Week(week) = self.given.open()? else {
            let sentence = both(
                "CoSPLib 工作簿只能编排和评分。explain 只解释活动周。",
                "a CoSPLib workbook can be solved and scored; only a week is explained.",
            );
            return Err(vec![Complaint::about(&self.given.files[0].display().to_string(), sentence)]);
        };
        match (&self.why_not, self.rule) {
            (Some(session), _) => self.elsewhere(&week, session, lang),
            (None, Some(rule)) => self.price(&week, rule, lang),
            (None, None) => self.causes(&week, lang),
        }
    }

    fn elsewhere(&self, week: &Week, session: &str, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let programme = &week.records.programme;
        let (at, room) = self.at.zip(self.room.as_deref()).expect("the arguments require each other");
        let asked = asked::place(programme, session, at, room)?;
        let judged = judge_week(programme, &week.asked()).map_err(|refusals| complaints(&refusals))?;
        let answer = judged.planning.why_not(programme, &judged.plan, asked).expect(SOUND);

        let hard = answer.worse.iter().any(|told| told.cost.hard > 0);
        let can_be = answer.in_the_way.is_empty() && !hard;
        let json = json!({
            "can_be": can_be,
            "in_the_way": answer.in_the_way.iter().map(told::said_json).collect::<Vec<Value>>(),
            "worse": told::told_json(&answer.worse, programme),
            "better": told::told_json(&answer.better, programme),
        });
        let verdict = if can_be { Verdict::Done } else { Verdict::No };
        Ok(Answer { text: elsewhere_text(&answer, lang), json, verdict })
    }

    fn price(&self, week: &Week, rule: PlannerRule, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let bar = Bar::new(Sought::Week, lang);
        let planned = self
            .patience
            .search(|limits| {
                plan_week(&week.records.programme, &week.asked(), limits, &mut |progress| {
                    bar.show(progress.spent, progress.best.hard, progress.best.soft);
                })
            })
            .map_err(|refusals| complaints(&refusals))?;
        drop(bar);
        let price =
            self.patience.search(|limits| planned.planning.price(&planned.plan, rule, limits)).expect(SOUND);
        let word = rule.word();
        let text = match lang {
            Lang::Zh => format!(
                "不看「{word}」，其余的总罚分还能少 {}，硬性规则少违反 {} 次（限于搜索所及）。\n",
                price.soft, price.hard
            ),
            Lang::En => format!(
                "Without “{word}”, the rest could cost {} less and break {} fewer hard rules, as far as this search found.\n",
                price.soft, price.hard
            ),
        };
        let json = json!({ "rule": word, "price": told::score_json(price), "plan": told::score_json(planned.after) });
        Ok(Answer { text, json, verdict: Verdict::Done })
    }

    fn causes(&self, week: &Week, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let programme = &week.records.programme;
        let judged = judge_week(programme, &week.asked()).map_err(|refusals| complaints(&refusals))?;
        let causes = self.patience.search(|limits| judged.planning.causes(programme, limits)).expect(SOUND);
        let mut text = String::new();
        let heading = match (lang, causes.len()) {
            (Lang::Zh, 0) => "排得下：有一份时间表守住了全部硬性规则。",
            (Lang::En, 0) => "It can be: a timetable keeps every hard rule.",
            (Lang::Zh, _) => "排不下：",
            (Lang::En, _) => "It cannot be:",
        };
        push(&mut text, heading);
        told::list(&mut text, causes.iter().map(|(said, _)| said), lang);
        let each = causes.iter().map(|(said, sessions)| {
            let guids = sessions.iter().map(|id| programme[*id].guid.to_string()).collect::<Vec<String>>();
            json!({ "sessions": guids, "zh": said.zh, "en": said.en })
        });
        let json = json!({ "can_be": causes.is_empty(), "causes": each.collect::<Vec<Value>>() });
        let verdict = if causes.is_empty() { Verdict::Done } else { Verdict::No };
        Ok(Answer { text, json, verdict })
    }
}

fn elsewhere_text(answer: &WhyNot, lang: Lang) -> String {
    let mut text = String::new();
    let mut part = |zh: &str, en: &str, sentences: Vec<&Both>| {
        if sentences.is_empty() {
            return;
        }
        push(&mut text, if lang == Lang::Zh { zh } else { en });
        told::list(&mut text, sentences.into_iter(), lang);
    };
    part("不能排在那里：", "In the way:", answer.in_the_way.iter().collect());
    part("排在那里会多出：", "It would bring:", answer.worse.iter().map(|told| &told.sentence).collect());
    part("排在那里会解决：", "It would solve:", answer.better.iter().map(|told| &told.sentence).collect());
    if text.is_empty() {
        push(
            &mut text,
            if lang == Lang::Zh {
                "可以排在那里，不多出任何问题。"
            } else {
                "Nothing speaks against it."
            },
        );
    }
    text
}

fn complaints(refusals: &[Refusal]) -> Vec<Complaint> {
    refusals.iter().map(Complaint::from_refusal).collect()
}

fn rule(word: &str) -> Result<PlannerRule, String> {
    let words = || PlannerRule::ALL.map(PlannerRule::word).join(", ");
    PlannerRule::from_word(word).ok_or_else(|| format!("the rules are · 规则有 {}", words()))
}
