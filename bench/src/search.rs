//! Searching weeks of a thousand, twenty thousand and forty-eight thousand sessions: how long a query takes, how long the index
//! takes to build, and how much memory it is.
//!
//! The weeks are planted ones with paragraphs in both languages and a coined word in each, so that the vocabulary grows with them.
//! The floor is one plain walk over the same texts, already folded, for the same query: what a program without an index does.
//! Nothing is measured of the network: the guide is asked in this process.

mod queries;

use std::hint::black_box;
use std::time::{Duration, Instant};

use anyhow::Context;
use festoon_domain::programme::Programme;
use festoon_domain::text::{Lang, Text, fold};
use festoon_domain::week::Records;
use festoon_exchange::{NamedFile, Options};
use festoon_guide::search::Asked;
use festoon_guide::{Frozen, Guide, Imprint, Origin};
use festoon_testkit::planted::{Chance, Plan, PlantedWeek};
use memchr::memmem;

use crate::results::Results;
use queries::{Query, Sort};

/// How many queries of each sort are asked.
const OF_EACH: usize = 300;

/// How often each is asked; the quickest counts.
const RUNS: usize = 5;

/// What the page asks for: the five best of each kind.
const SHOWN: usize = 5;

pub(crate) fn run(results: &mut Results) -> anyhow::Result<()> {
    tables(results)?;
    for sessions in [1_000, 20_000, 48_000] {
        one(sessions, results)?;
    }
    Ok(())
}

/// The tables that all guides share are made once a process, with the first index.
fn tables(results: &mut Results) -> anyhow::Result<()> {
    let guide = guide(20)?;
    let began = Instant::now();
    guide.warm();
    let first = began.elapsed();
    results.add(
        "search: the first index of a process, of 20 sessions",
        &format!("{:.1} ms, with the tables of characters and their sounds", millis(first)),
        "once a process",
        "",
    );
    Ok(())
}

fn one(sessions: u32, results: &mut Results) -> anyhow::Result<()> {
    let guide = guide(sessions)?;
    let began = Instant::now();
    guide.warm();
    let built = began.elapsed();
    let index = guide.search_index();
    let (records, bytes) = (index.len(), index.bytes());
    let texts = texts(guide.programme());

    let queries = queries::of(guide.programme(), OF_EACH);
    let ask = |query: &Query| {
        let asked =
            Asked { typed: &query.typed, lang: query.lang, kind: None, skip: 0, most: SHOWN, today: None };
        let once = || {
            let began = Instant::now();
            let found = black_box(guide.find(&asked));
            (began.elapsed(), found.total)
        };
        // Of a shared machine the least disturbed run counts.
        (0..RUNS).map(|_| once()).min().unwrap_or_default()
    };
    let _warm: usize = queries.iter().map(|query| ask(query).1).sum();
    let mut times: Vec<Duration> = Vec::new();
    for sort in Sort::ALL {
        let of_sort = queries.iter().filter(|query| query.sort == sort);
        let (mut own, totals): (Vec<Duration>, Vec<usize>) = of_sort.map(ask).unzip();
        times.extend_from_slice(&own);
        own.sort_unstable();
        let found = totals.iter().filter(|total| **total > 0).count();
        println!(
            "  {}: p50 {:.0} µs, p99 {:.0} µs, most {:.0} µs; {found} of {} found something",
            sort.called(),
            micros(at(&own, 50)),
            micros(at(&own, 99)),
            micros(at(&own, 100)),
            own.len()
        );
    }
    times.sort_unstable();
    let mut floor: Vec<Duration> = queries.iter().map(|query| scan(&texts, &query.typed)).collect();
    floor.sort_unstable();
    let (p50, p99) = (at(&times, 50), at(&times, 99));
    results.add(
        &format!("search over {records} records ({sessions} sessions), {} queries", times.len()),
        &format!(
            "p50 {:.0} µs, p99 {:.0} µs, most {:.0} µs",
            micros(p50),
            micros(p99),
            micros(at(&times, 100))
        ),
        &format!(
            "one walk over {:.1} MB of folded text p50 {:.0} µs, p99 {:.0} µs: ratio {:.3} and {:.3}",
            megabytes(texts.len()),
            micros(at(&floor, 50)),
            micros(at(&floor, 99)),
            p50.as_secs_f64() / at(&floor, 50).as_secs_f64(),
            p99.as_secs_f64() / at(&floor, 99).as_secs_f64(),
        ),
        if sessions == 20_000 { "p99 < 2 ms" } else { "" },
    );
    results.add(
        &format!("search: index of {records} records"),
        &format!("{:.1} MB, built in {:.0} ms", megabytes(bytes), millis(built)),
        &format!("{:.2} bytes a byte of folded text", megabytes(bytes) / megabytes(texts.len())),
        if sessions == 1_000 { "100 ms" } else { "" },
    );
    Ok(())
}

fn scan(texts: &str, typed: &str) -> Duration {
    let folded = fold(typed);
    let once = || {
        let began = Instant::now();
        black_box(memmem::find_iter(texts.as_bytes(), folded.as_bytes()).count());
        began.elapsed()
    };
    (0..RUNS).map(|_| once()).min().unwrap_or_default()
}

fn at(sorted: &[Duration], percent: usize) -> Duration {
    sorted[(sorted.len() * percent / 100).min(sorted.len() - 1)]
}

fn millis(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}

fn micros(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e6
}

fn megabytes(bytes: usize) -> f64 {
    f64::from(u32::try_from(bytes).unwrap_or(u32::MAX)) / 1e6
}

/// A planted week as a host's file, read, with a paragraph in each language beneath every title.
fn guide(sessions: u32) -> anyhow::Result<Guide> {
    let mut csv = Vec::new();
    PlantedWeek::grow(Plan { sessions, clashes_each: 1, seed: 5 }).write_csv(&mut csv)?;
    let file = NamedFile { name: "week.csv".into(), bytes: csv };
    let reading = festoon_exchange::read(&[file], &Options::default())
        .map_err(|refusals| anyhow::anyhow!("refused: {refusals:?}"))
        .context("a planted week is readable")?;
    let mut programme = reading.programme;
    tell(&mut programme);
    Ok(Guide::of(Frozen::of(Records::of(programme)), Imprint::unreleased(Origin::default())))
}

const ZH: [&str; 12] = [
    "从城市的真实需求出发，讲清楚技术怎样落到一条街、一所医院和一座港口。",
    "现场展示一套已经跑了一年的系统，数据、成本和失败的地方都会说。",
    "来自高校、园区和企业的几位同行，轮流回答观众提前写下的问题。",
    "会后发布一份可以照着做的手册，附上全部接口和测试方法。",
    "讨论标准该由谁来定、多久改一次，以及小企业如何跟得上。",
    "参观路线经过实验室和中试车间，每站停留十五分钟，请穿平底鞋。",
    "比较三座城市的做法，说明哪些能搬过来，哪些离开当地就不成立。",
    "面向第一次接触这个领域的听众，不用公式，从一个日常场景讲起。",
    "人工智能在这里只做一件小事：把重复的表格填好，把人留给人。",
    "江宁的几家工厂会带来样机，欢迎动手拆开看。",
    "谈绿色制造的账怎么算，谁先出钱，多少年收得回来。",
    "合作方现场签署意向书，签约项目的名单以会后公布的为准。",
];

const EN: [&str; 12] = [
    "Starting from what a city really needs, it shows how the technology reaches a street, a hospital and a harbour.",
    "A system that has run for a year is shown as it is, with its data, its costs and the places where it failed.",
    "Colleagues from universities, parks and companies take turns to answer questions the audience wrote down before.",
    "A handbook that can be followed step by step is released afterwards, with every interface and test method.",
    "Who should set the standards, how often should they change, and how can small companies keep up?",
    "The tour passes laboratories and pilot plants and stops a quarter of an hour at each; please wear flat shoes.",
    "Three cities are compared: which of their methods travel, and which make no sense away from home?",
    "Made for people who meet the field for the first time: no formulas, one everyday scene to begin with.",
    "Artificial intelligence does one small thing here: it fills in the repetitive forms and leaves people to people.",
    "Several factories from Jiangning bring prototypes, which visitors are welcome to take apart.",
    "How the accounts of green manufacturing add up, who pays first, and after how many years it comes back.",
    "Partners sign letters of intent on the spot; the list of projects is the one published afterwards.",
];

fn tell(programme: &mut Programme) {
    const SYLLABLES: [&str; 16] = [
        "va", "lo", "ri", "men", "tos", "ka", "ner", "di", "sul", "pe", "gra", "ni", "bol", "tre", "qui",
        "zan",
    ];
    let mut chance = Chance::from_seed(77);
    for session in &mut programme.sessions {
        let mut any =
            |texts: [&'static str; 12]| (0..3).map(|_| texts[chance.below_len(12)]).collect::<Vec<_>>();
        let (zh, en) = (any(ZH).concat(), any(EN).join(" "));
        let coined: String = (0..4).map(|_| SYLLABLES[chance.below_len(16)]).collect();
        session.summary = Text::new(&format!("{zh}代号 {coined}。"), &format!("{en} Known as {coined}."));
    }
}

/// All texts as one, folded, for the floor.
fn texts(programme: &Programme) -> String {
    let sessions = programme.sessions.iter().flat_map(|session| [&session.title, &session.summary]);
    let people = programme.people.iter().map(|person| &person.name);
    let both = |text: &Text| Lang::BOTH.map(|lang| fold(text.wording(lang))).join("\n");
    sessions.chain(people).map(both).collect::<Vec<_>>().join("\n")
}
