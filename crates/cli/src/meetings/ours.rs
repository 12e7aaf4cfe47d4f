//! Meetings of ours: `meetings.toml` matched, arranged and told.

use std::fs;
use std::path::Path;
use std::time::Instant;

use festoon_app::timetable::meetings::{
    Outcome, Posed, pose_market, reason_sentence, settle, unmet_sentence,
};
use festoon_domain::text::Lang;
use festoon_exchange::NamedFile;
use festoon_exchange::meetings_file::{self, MeetingsFile, Sheet};
use festoon_solver::meetings::{Found, Standing, arrange_watched};
use serde_json::{Value, json};

use super::Solve;
use crate::answer::{Answer, Verdict};
use crate::changes::push;
use crate::complaint::Complaint;
use crate::patience::{Bar, Sought};
use crate::whole::write_whole;

/// Reads, matches, arranges, writes and tells.
pub(super) fn answer(solve: &Solve, file: &NamedFile, lang: Lang) -> Result<Answer, Vec<Complaint>> {
    let refuse = |refusal| vec![Complaint::from_refusal(&refusal)];
    let read = meetings_file::read(file).map_err(refuse)?;
    let posed = pose_market(&read).map_err(refuse)?;

    let began = Instant::now();
    let bar = Bar::new(Sought::Meetings, lang);
    let found = solve.patience.search(|limits| {
        arrange_watched(&posed.day, limits, &mut |now| {
            bar.show(now.spent, now.best.hard.into(), now.best.breaks.into());
        })
    });
    drop(bar);
    let found = found.map_err(|fault| vec![Complaint::about(&file.name, super::told::fault(&fault))])?;
    let seconds = (began.elapsed().as_secs_f64() * 1000.0).round() / 1000.0;

    let told = Told { file: &read, posed: &posed, outcome: settle(&read, &posed, &found.plan), found };
    if let Some(out) = &solve.out {
        let sheets = told.sheets(lang);
        let is_workbook = out.extension().is_some_and(|end| end.eq_ignore_ascii_case("xlsx"));
        let bytes = if is_workbook { meetings_file::xlsx(&sheets) } else { meetings_file::csv(&sheets[0]) };
        write_whole(out, &bytes).map_err(|error| vec![Complaint::unwritable(out, &error)])?;
    }
    if let Some(folder) = &solve.plans {
        told.write_plans(folder)?;
    }
    let mut json = told.json();
    json["seconds"] = json!(seconds);
    json["seed"] = json!(solve.patience.seed);
    let verdict = if told.outcome.without_place == 0 { Verdict::Done } else { Verdict::No };
    Ok(Answer { text: told.text(lang), json, verdict })
}

struct Told<'a> {
    file: &'a MeetingsFile,
    posed: &'a Posed,
    outcome: Outcome,
    found: Found,
}

impl Told<'_> {
    fn text(&self, lang: Lang) -> String {
        let mut text = String::new();
        let (held, breaks) = (self.outcome.meetings.len(), self.outcome.breaks);
        push(
            &mut text,
            &match lang {
                Lang::Zh => format!("安排了 {held} 场洽谈，空档共 {breaks} 个。"),
                Lang::En => format!("{held} meetings are arranged, with {breaks} breaks."),
            },
        );
        match (&self.found.standing, lang) {
            (Standing::Best, Lang::Zh) => push(&mut text, "已证明空档不能更少。"),
            (Standing::Best, Lang::En) => push(&mut text, "It is proved that there are no fewer."),
            (Standing::Open { fewest }, Lang::Zh) => push(&mut text, &format!("空档至少要有 {fewest} 个。")),
            (Standing::Open { fewest }, Lang::En) => {
                push(&mut text, &format!("There are {fewest} breaks at least."));
            }
            (Standing::Impossible(_), Lang::Zh) => push(&mut text, "配好的洽谈不可能全部排下，原因如下："),
            (Standing::Impossible(_), Lang::En) => {
                push(&mut text, "Not all that were matched can have a place, because:");
            }
        }
        for sentence in self.reasons(lang).iter().chain(&self.unmet(lang)) {
            push(&mut text, &format!("  {sentence}"));
        }
        for (who, party) in self.file.parties.iter().enumerate() {
            push(&mut text, &format!("\n{}", party.name));
            for line in self.plan(who, lang) {
                push(&mut text, &format!("  {line}"));
            }
        }
        text
    }

    fn plan(&self, who: usize, lang: Lang) -> Vec<String> {
        let plan = self.outcome.plan_of(self.file, who, lang);
        match (plan.is_empty(), lang) {
            (false, _) => plan,
            (true, Lang::Zh) => vec!["没有洽谈".to_owned()],
            (true, Lang::En) => vec!["no meeting".to_owned()],
        }
    }

    fn unmet(&self, lang: Lang) -> Vec<String> {
        self.outcome.unmet.iter().map(|unmet| unmet_sentence(self.file, unmet, lang)).collect()
    }

    fn reasons(&self, lang: Lang) -> Vec<String> {
        let Standing::Impossible(reasons) = &self.found.standing else { return Vec::new() };
        reasons.iter().map(|reason| reason_sentence(self.file, self.posed, reason, lang)).collect()
    }

    fn json(&self) -> Value {
        let both = |zh: Vec<String>, en: Vec<String>| -> Vec<Value> {
            zh.into_iter().zip(en).map(|(zh, en)| json!({ "zh": zh, "en": en })).collect()
        };
        let (standing, fewest) = match &self.found.standing {
            Standing::Best => ("best", Some(self.found.score.breaks)),
            Standing::Open { fewest } => ("open", Some(*fewest)),
            Standing::Impossible(_) => ("impossible", None),
        };
        let name = |who: usize| self.file.parties[who].name.as_str();
        let meetings = self.outcome.meetings.iter().map(|meeting| {
            json!({
                "one": name(meeting.one),
                "other": name(meeting.other),
                "start": meeting.when.from.to_string(),
                "end": meeting.when.till.to_string(),
                "venue": self.file.venues[meeting.venue].name,
                "table": meeting.table,
                "interpreter": meeting.interpreter.map(|one| self.file.interpreters[one].name.as_str()),
            })
        });
        let plans = self.file.parties.iter().enumerate().map(|(who, party)| {
            json!({
                "party": party.name,
                "people": party.people,
                "zh": self.plan(who, Lang::Zh),
                "en": self.plan(who, Lang::En),
            })
        });
        let unmet = self.outcome.unmet.iter().map(|unmet| {
            json!({
                "one": name(unmet.0),
                "other": name(unmet.1),
                "zh": unmet_sentence(self.file, unmet, Lang::Zh),
                "en": unmet_sentence(self.file, unmet, Lang::En),
            })
        });
        json!({
            "breaks": self.outcome.breaks,
            // Whatever breaks a rule has lost its place by now.
            "valid": true,
            "without_place": self.outcome.without_place,
            "standing": standing,
            "fewest": fewest,
            "reasons": both(self.reasons(Lang::Zh), self.reasons(Lang::En)),
            "tried": self.found.tried,
            "meetings": meetings.collect::<Vec<Value>>(),
            "plans": plans.collect::<Vec<Value>>(),
            "unmet": unmet.collect::<Vec<Value>>(),
        })
    }

    /// The list, everybody's plan, and what could not be met.
    fn sheets(&self, lang: Lang) -> [Sheet; 3] {
        let words = |all: &[&str]| -> Vec<String> { all.iter().map(|&word| word.to_owned()).collect() };
        let (names, list, plan, unmet_rows) = match lang {
            Lang::Zh => (
                ["洽谈", "各方安排", "未安排"],
                words(&["开始", "结束", "场地", "桌号", "一方", "另一方", "译员"]),
                words(&["一方", "人员", "安排"]),
                words(&["一方", "另一方", "原因"]),
            ),
            Lang::En => (
                ["Meetings", "Plans", "Not met"],
                words(&["start", "end", "venue", "table", "one", "other", "interpreter"]),
                words(&["party", "people", "meeting"]),
                words(&["one", "other", "why"]),
            ),
        };
        let [mut list, mut plan, mut unmet_rows] = [vec![list], vec![plan], vec![unmet_rows]];
        let name = |who: usize| self.file.parties[who].name.clone();
        for meeting in &self.outcome.meetings {
            list.push(vec![
                meeting.when.from.strftime("%Y-%m-%d %H:%M").to_string(),
                meeting.when.till.strftime("%H:%M").to_string(),
                self.file.venues[meeting.venue].name.clone(),
                meeting.table.to_string(),
                name(meeting.one),
                name(meeting.other),
                meeting.interpreter.map_or_else(String::new, |one| self.file.interpreters[one].name.clone()),
            ]);
        }
        for (who, party) in self.file.parties.iter().enumerate() {
            let people = party.people.join(if lang == Lang::Zh { "、" } else { ", " });
            for line in self.plan(who, lang) {
                plan.push(vec![party.name.clone(), people.clone(), line]);
            }
        }
        for unmet in &self.outcome.unmet {
            unmet_rows.push(vec![name(unmet.0), name(unmet.1), unmet_sentence(self.file, unmet, lang)]);
        }
        let [first, second, third] = names;
        [
            Sheet { name: first, rows: list },
            Sheet { name: second, rows: plan },
            Sheet { name: third, rows: unmet_rows },
        ]
    }

    /// `plans.zh.txt` and `plans.en.txt`, in a folder that is made if it is not there.
    fn write_plans(&self, folder: &Path) -> Result<(), Vec<Complaint>> {
        let unwritable = |path: &Path, error| vec![Complaint::unwritable(path, &error)];
        fs::create_dir_all(folder).map_err(|error| unwritable(folder, error))?;
        for (lang, name) in [(Lang::Zh, "plans.zh.txt"), (Lang::En, "plans.en.txt")] {
            let mut text = String::new();
            for (who, party) in self.file.parties.iter().enumerate() {
                push(&mut text, &party.name);
                if !party.people.is_empty() {
                    push(&mut text, &party.people.join(if lang == Lang::Zh { "、" } else { ", " }));
                }
                for line in self.plan(who, lang) {
                    push(&mut text, &format!("  {line}"));
                }
                text.push('\n');
            }
            let out = folder.join(name);
            write_whole(&out, text.as_bytes()).map_err(|error| unwritable(&out, error))?;
        }
        Ok(())
    }
}
