//! Any text as `planner.toml` and as bookmarks; and where it is one, a small week planned by it.
#![no_main]

use std::sync::LazyLock;

use festoon_app::timetable::planning::{Asked, Limits, plan_week};
use festoon_domain::programme::Programme;
use festoon_exchange::planner::{Planner, read_bookmarks};
use festoon_exchange::{NamedFile, Options, read};
use libfuzzer_sys::fuzz_target;

const WEEK: &str = "日期,开始,结束,标题,场馆,会场,主办单位,嘉宾,预计人数
2027-06-21,09:00,10:00,a,v,r,h,p,50
2027-06-21,09:30,10:30,b,v,r,h,p,60
2027-06-22,13:00,14:00,c,v,s,h,q,70
";

static PROGRAMME: LazyLock<Programme> = LazyLock::new(|| {
    let file = NamedFile { name: "week.csv".into(), bytes: WEEK.into() };
    read(&[file], &Options::default()).expect("our own week").programme
});

fuzz_target!(|bytes: &[u8]| {
    let named = |name: &str| NamedFile { name: name.into(), bytes: bytes.to_vec() };
    let marks = read_bookmarks(&named("bookmarks.csv")).unwrap_or_default();
    let planner = Planner::parse(&named("planner.toml"));
    if planner.is_err() && marks.is_empty() {
        return;
    }
    let planner = planner.unwrap_or_default();
    let asked = Asked { planner: &planner, bookmarks: &marks, former: None, begun_by: None };
    let _ = plan_week(&PROGRAMME, &asked, &Limits::steps(20), &mut |_| {});
});
