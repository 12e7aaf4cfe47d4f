//! Seeds for fuzzing: small whole files of every format, one folder a target.

use std::fs;
use std::io::Cursor;
use std::io::{BufRead, Read};
use std::path::Path;

use festoon_domain::record::take_apart;
use festoon_exchange::outlet::{self, Asked, Issue, Outlet};
use festoon_exchange::{NamedFile, Options, week_file, week_folder};
use festoon_testkit::planted::{Plan, PlantedWeek};
use flate2::read::GzDecoder;
use image::{ImageFormat, Rgb, RgbImage};

use crate::schedule;

const MOMENTS: [&str; 8] = [
    "6月21日 下午 14:00-15:30",
    "6/21(周一) 9:00",
    "2021-06-21T10:00:00+08:00",
    "次日 1:00",
    "２０２１年６月２１日　上午９时３０分",
    "44368.5833",
    "14:00—次日02:00",
    "21 June 2021, 2 pm – 3.30 pm",
];
const MAP: &str = "[columns]\ntitle = \"活动名称\"\nstart = \"开始时间\"\n";

const METHODS: &str = "[[indicator]]\ncode = \"a\"\ndirection = \"more\"\nprefer = { by = \"linear\", indifference = 1, preference = 2 }
[[indicator]]\ncode = \"b\"\ndirection = \"less\"\n[[index]]\ncode = \"i\"\n[[index.node]]\ncode = \"a\"\n[[index.node]]\ncode = \"b\"
[[step]]\ndo = \"weigh\"\nby = \"entropy\"\n[[step]]\ndo = \"aggregate\"\nby = \"vikor\"\n[[step]]\ndo = \"rank\"
\u{1e}unit,year,a,b\nx,2020,1,5\ny,2020,2,3\nz,2020,4,8\n";

pub(crate) fn write(folder: &Path) -> anyhow::Result<()> {
    let week = PlantedWeek::grow(Plan { sessions: 40, clashes_each: 1, seed: 1 });
    let mut csv = Vec::new();
    week.write_csv(&mut csv)?;
    let mut travel = Vec::new();
    week.write_travel_csv(&mut travel)?;
    travel.truncate(2000);
    let workbook = std::env::temp_dir().join(format!("festoon-seed-{}.xlsx", std::process::id()));
    week.save_xlsx(&workbook)?;
    let xlsx = fs::read(&workbook)?;
    fs::remove_file(&workbook)?;
    let xml = schedule::xml(5).into_bytes();

    let seed = |target: &str, name: &str, bytes: &[u8]| -> anyhow::Result<()> {
        let folder = folder.join(target);
        fs::create_dir_all(&folder)?;
        Ok(fs::write(folder.join(name), bytes)?)
    };
    for target in ["grid_csv", "read_whole"] {
        seed(target, "week.csv", &csv)?;
    }
    for target in ["grid_xlsx", "read_whole"] {
        seed(target, "week.xlsx", &xlsx)?;
    }
    for target in ["schedule_xml", "read_whole", "convert"] {
        seed(target, "schedule.xml", &xml)?;
    }
    let file = NamedFile { name: "schedule.xml".into(), bytes: xml };
    let reading = festoon_exchange::read(&[file], &Options::default())
        .map_err(|refusals| anyhow::anyhow!("refused: {refusals:?}"))?;
    let asked = Asked::of(Issue { number: 1, at: jiff::Timestamp::UNIX_EPOCH });
    for (target, outlet) in [
        ("schedule_json", Outlet::ScheduleJson),
        ("opass", Outlet::Opass),
        ("ics", Outlet::Ics),
        ("grid_csv", Outlet::Csv),
    ] {
        let written = outlet::write(&reading.programme, outlet, &asked)?;
        for target in [target, "read_whole", "convert"] {
            seed(target, &format!("week.{}", outlet.word()), &written.bytes)?;
        }
    }
    for target in ["grid_docx", "grid_xls_ods"] {
        // No writer of these formats is built in; a workbook is at least a package of the same sort.
        seed(target, "package", &xlsx)?;
    }
    for (number, moment) in MOMENTS.iter().enumerate() {
        seed("moments", &format!("moment-{number}"), moment.as_bytes())?;
    }
    for (name, framework, data) in [
        ("districts", "demo/indexes/framework.toml", "demo/indexes/districts.csv"),
        ("every-choice", "crates/exchange/src/indexes/tests/every-choice.toml", "demo/indexes/revised.csv"),
    ] {
        let [framework, data] = [framework, data].map(|file| fs::read(crate::root().join(file)));
        seed("framework_toml", name, &[framework?, data?].join(&0x1e))?;
    }
    seed("framework_toml", "methods", METHODS.as_bytes())?;
    seed("map_toml", "map.toml", MAP.as_bytes())?;
    seed("travel", "travel.csv", &travel)?;
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
        let name = format!("picture.{}", format.extensions_str()[0]);
        seed("upload", &name, &picture(format)?)?;
    }
    seed("upload", "paper.pdf", b"%PDF-1.7\nstartxref\n9\n%%EOF\n")?;
    for number in 1..9 {
        let week = festoon_testkit::any_week(number);
        seed("week_folder", &format!("week-{number}"), &in_one(week_folder::write(&week)))?;
        let file = week_file::write(&"head", &take_apart(&week));
        seed("week_file", &format!("week-{number}"), &file)?;
        seed("week_file", &format!("week-{number}.lines"), &unpacked(&file)?)?;
    }
    let sample = super::root().join("demo/claims");
    for (target, name) in [
        ("claims_text", "release.zh.txt"),
        ("claims_text", "release.en.txt"),
        ("figures_toml", "figures.toml"),
    ] {
        seed(target, name, &fs::read(sample.join(name))?)?;
    }
    let [zh, en] = ["release.zh.txt", "release.en.txt"].map(|name| fs::read(sample.join(name)));
    seed("claims_lint", "both", &[zh?, en?].join(&0x1e))?;
    println!("seeds written to {}", folder.display());
    Ok(())
}

/// Files as their fuzz target takes them: each behind its name, a record separator between two.
fn in_one(files: Vec<(String, Vec<u8>)>) -> Vec<u8> {
    let files = files.into_iter().map(|(name, bytes)| [name.as_bytes(), b"\n", &bytes].concat());
    files.collect::<Vec<_>>().join(&0x1e)
}

fn unpacked(week_file: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut body = week_file;
    body.skip_until(b'\n')?;
    let mut lines = Vec::new();
    GzDecoder::new(body).read_to_end(&mut lines)?;
    Ok(lines)
}

/// Stripes: small, and no two rows alike.
fn picture(format: ImageFormat) -> anyhow::Result<Vec<u8>> {
    let stripes = RgbImage::from_fn(24, 16, |x, y| {
        Rgb([if x % 3 == 0 { 200 } else { 20 }, 90, y.to_le_bytes()[0] * 9])
    });
    let mut bytes = Vec::new();
    stripes.write_to(&mut Cursor::new(&mut bytes), format)?;
    Ok(bytes)
}
