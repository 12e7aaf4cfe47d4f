//! A schedule.xml in the pentabarf dialect, as large as the largest that organisers publish.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use festoon_testkit::planted::Chance;
use jiff::ToSpan;
use jiff::civil::date;

/// So many events in thirty rooms, twelve a day in each, none at one time in one room, each with a speaker of its own.
pub(crate) fn xml(events: u32) -> String {
    const ROOMS: u32 = 30;
    const A_DAY: u32 = 12;
    let mut chance = Chance::from_seed(1351);
    let mut out =
        String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<schedule>\n<version>1</version>\n");
    out.push_str(
        "<conference><acronym>bench</acronym><title>Bench</title><start>2021-06-21</start>\
         <time_zone_name>Asia/Shanghai</time_zone_name></conference>\n",
    );
    let written = "writing to a String cannot fail";
    for day in 0..events.div_ceil(ROOMS * A_DAY) {
        let date = date(2021, 6, 21).saturating_add(i64::from(day).days()).to_string();
        writeln!(out, "<day index=\"{}\" date=\"{date}\">", day + 1).expect(written);
        for room in 0..ROOMS {
            writeln!(out, "<room name=\"Hall {room}\">").expect(written);
            for hour in 0..A_DAY {
                let number = (day * ROOMS + room) * A_DAY + hour;
                if number < events {
                    event(&mut out, number, &date, room, 8 + hour, &mut chance);
                }
            }
            out.push_str("</room>\n");
        }
        out.push_str("</day>\n");
    }
    out.push_str("</schedule>\n");
    out
}

fn event(out: &mut String, number: u32, date: &str, room: u32, hour: u32, chance: &mut Chance) {
    const WORDS: [&str; 8] =
        ["network", "signal", "未来网络", "harbour", "绿色制造", "lantern", "bridge", "细胞治疗"];
    let about: Vec<&str> = (0..150).map(|_| WORDS[chance.below_len(WORDS.len())]).collect();
    write!(
        out,
        "<event guid=\"5a1b0c00-0000-4000-8000-{number:012}\" id=\"{number}\">\n\
         <date>{date}T{hour:02}:00:00+08:00</date><start>{hour:02}:00</start><duration>00:45</duration>\n\
         <room>Hall {room}</room><slug>event-{number}</slug><title>Event {number} {} {}</title><subtitle/>\n\
         <track>Track {}</track><type>lecture</type><language>en</language><abstract>{}</abstract>\n\
         <description>{}</description><persons><person id=\"{number}\">Speaker {number}</person></persons>\n\
         <links/></event>\n",
        about[0],
        about[1],
        room % 9,
        about[..40].join(" "),
        about.join(" "),
    )
    .expect("writing to a String cannot fail");
}

/// The size of a file.
pub(crate) fn megabytes(path: &Path) -> anyhow::Result<f64> {
    let bytes = u32::try_from(fs::metadata(path)?.len())?;
    Ok(f64::from(bytes) / 1e6)
}
