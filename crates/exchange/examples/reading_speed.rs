//! How long reading takes: a schedule of 1,351 events in 2.3 MB, and bringing 100,000 rows together.
//!
//! `cargo run --release -p festoon-exchange --example reading_speed`

use std::fmt::Write;
use std::time::Instant;

use festoon_domain::programme::{Citation, Role, Span, Spot};
use festoon_domain::text::Text;
use festoon_domain::week::Week;
use festoon_exchange::entry::{PersonStated, PlaceStated};
use festoon_exchange::{Assembly, Entry, NamedFile, Options, read, schedule_xml};
use jiff::tz::TimeZone;

fn main() {
    let file = schedule(1_351);
    println!("schedule: {} events, {} bytes", 1_351, file.bytes.len());
    for _ in 0..3 {
        let begun = Instant::now();
        let reading = schedule_xml::read(&file, None).expect("readable");
        println!(
            "  read: {:?}, {} entries, {} defects",
            begun.elapsed(),
            reading.entries.len(),
            reading.defects.len()
        );
        let begun = Instant::now();
        let reading = read(std::slice::from_ref(&file), &Options::default()).expect("readable");
        println!(
            "  read and assembled: {:?}, {} occurrences",
            begun.elapsed(),
            reading.programme.occurrences.len()
        );
    }
    let large = schedule(58_000);
    let begun = Instant::now();
    let reading = schedule_xml::read(&large, None).expect("readable");
    println!(
        "{} MiB read: {:?}, {} entries",
        large.bytes.len() >> 20,
        begun.elapsed(),
        reading.entries.len()
    );
    drop((reading, large));

    for count in [1_000, 10_000, 100_000] {
        let mut assembly = Assembly::new(Week::unnamed(TimeZone::UTC));
        for row in 0..count {
            assembly.add(entry(row));
        }
        let begun = Instant::now();
        let (programme, defects) = assembly.finish();
        println!(
            "{count} rows: {:?}, {} people, {} rooms, {} sessions, {} defects",
            begun.elapsed(),
            programme.people.len(),
            programme.rooms.len(),
            programme.sessions.len(),
            defects.len()
        );
    }
}

fn schedule(events: u32) -> NamedFile {
    let text = "Words about a session that say what it is about. ".repeat(22);
    let mut xml = String::from("<schedule><conference><title>W</title></conference><day date='2021-06-21'>");
    for id in 1..=events {
        let (hour, room) = (id % 10 + 8, id % 30);
        writeln!(
            xml,
            "<room name='Hall {room}'><event id='{id}' guid='455d075f-48c0-2ec2-24b3-{id:012x}'><date>2021-06-21T{hour:02}:00:00+08:00</date>\
             <start>{hour:02}:00</start><duration>00:45</duration><room>Hall {room}</room><slug>week-{id}-session</slug><title>Session {id}</title>\
             <subtitle/><track>Track {}</track><type>lecture</type><language>en</language><abstract>{text}</abstract><description>场次介绍</description>\
             <persons><person id='{}'>Ada {}</person><person id='{}'>Wei {}</person></persons><links/><attachments/></event></room>",
            id % 20, id % 700 + 1, id % 700 + 1, id % 900 + 1000, id % 900 + 1000,
        ).expect("a string takes everything");
    }
    xml.push_str("</day></schedule>");
    NamedFile { name: "speed.xml".into(), bytes: xml.into_bytes() }
}

fn entry(row: u32) -> Entry {
    let mut entry = Entry::at(Citation {
        file: format!("host-{}.csv", row % 50).into(),
        spot: Spot::Row("".into(), row + 2),
    });
    entry.title = Text::new(&format!("第{row}场报告"), &format!("Session {row}"));
    entry.activity = Text::single(&format!("活动{}", row % 48));
    entry.host = Text::single(&format!("单位{}", row % 50));
    entry.part = Text::single(&format!("环节{}", row % 7));
    entry.place = PlaceStated::VenueAndRoom(
        Text::single(&format!("场馆{}", row % 60)),
        Text::single(&format!("{}号厅", row % 20)),
    );
    let start = jiff::Timestamp::from_second(1_624_233_600 + i64::from(row) * 60).expect("in range");
    entry.when = Span::new(start, start + jiff::SignedDuration::from_mins(45));
    for person in [row % 30_000, row % 17_000 + 40_000] {
        entry.people.push(PersonStated {
            name: Text::new(&format!("嘉宾{person}"), &format!("Guest {person}")),
            organisation: Text::single(&format!("大学{}", person % 300)),
            position: Text::default(),
            role: Role::Speaker,
            visibility: None,
            id: None,
        });
    }
    entry
}
