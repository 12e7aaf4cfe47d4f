//! A week as large and as troubled as a real one, for looking at the report: eight venues, seven days, all kinds of clash.

use std::sync::Arc;

use festoon_app::timetable::{ClashReport, examine};
use festoon_domain::programme::{Citation, Programme, Spot};
use festoon_domain::text::{Lang, Text};
use festoon_domain::timetable::Rulebook;
use festoon_exchange::sheet::SheetMapping;
use festoon_exchange::{FileSummary, Format, Reading};
use festoon_testkit::people::{ADA, JONAS, LIN, MEI, NOOR, OTTO, WEI};
use festoon_testkit::{TestPerson, TestWeek};

const SPEAKERS: [TestPerson; 7] = [ADA, JONAS, LIN, MEI, NOOR, OTTO, WEI];

/// A key and both names.
type Named = (&'static str, &'static str, &'static str);

const VENUES: [(&str, &str, &str, &[Named]); 8] = [
    (
        "expo",
        "会展中心",
        "Expo Centre",
        &[
            ("expo-1", "主会场", "Main Hall"),
            ("expo-2", "二楼多功能厅", "Multi-purpose Hall, 2nd Floor"),
            ("expo-3", "报告厅", "Lecture Hall"),
        ],
    ),
    (
        "park",
        "软件谷",
        "Software Valley",
        &[("park-1", "路演厅", "Pitch Hall"), ("park-2", "沙龙区", "Salon")],
    ),
    (
        "campus",
        "大学城图书馆",
        "University Town Library",
        &[("campus-1", "学术报告厅", "Auditorium"), ("campus-2", "第一研讨室", "Seminar Room 1")],
    ),
    (
        "port",
        "空港国际会议中心",
        "Airport Conference Centre",
        &[("port-1", "国际厅", "International Hall"), ("port-2", "贵宾厅", "VIP Lounge")],
    ),
    ("mall", "湖滨广场", "Lakeside Plaza", &[("mall-1", "中庭舞台", "Atrium Stage")]),
    ("studio", "未来网络小镇", "Future Network Town", &[("studio-1", "直播间", "Studio")]),
    ("lab", "生命科技岛", "Life Science Island", &[("lab-1", "创新工坊", "Workshop")]),
    ("hotel", "金陵饭店", "Jinling Hotel", &[("hotel-1", "宴会厅", "Ballroom")]),
];

const TITLES: [(&str, &str); 20] = [
    ("智能电网产业高峰论坛", "Smart Grid Industry Summit"),
    ("生命健康前沿对话", "Frontiers in Life Health"),
    ("未来网络发展大会分论坛", "Future Networks: Forum"),
    ("绿色智能汽车技术报告", "Green Intelligent Vehicles"),
    ("工业互联网融合应用", "Industrial Internet in Use"),
    ("海外人才项目路演", "Overseas Talent Roadshow"),
    ("科技金融圆桌", "Technology Finance Roundtable"),
    ("知识产权公开课", "Open Class: Intellectual Property"),
    ("高校成果发布", "University Results, Released"),
    ("青年科学家沙龙", "Young Scientists’ Salon"),
    ("航空产业链对接会", "Aviation Chain Matchmaking"),
    ("集成电路设计论坛", "Chip Design Forum"),
    ("创新企业参观", "Visit to Innovative Companies"),
    ("中欧创新合作论坛", "China–Europe Innovation Forum"),
    ("碳中和技术研讨", "Carbon Neutrality Seminar"),
    ("人工智能伦理讲座", "Lecture: Ethics of AI"),
    ("机器人大赛预赛", "Robot Contest: Heats"),
    ("新材料成果展示", "New Materials on Show"),
    ("投资人见面会", "Meet the Investors"),
    ("开源软件工作坊", "Open Source Workshop"),
];

/// The week, its files and its findings.
pub(crate) fn troubled_week() -> ClashReport {
    let programme = programme();
    let file = |name: &str, format, occurrences, zone: Option<&str>| FileSummary {
        name: name.into(),
        format,
        occurrences,
        zone: zone.map(Into::into),
    };
    let count = programme.occurrences.len();
    let reading = Reading {
        programme,
        defects: Vec::new(),
        mappings: vec![SheetMapping {
            file: "科技局汇总.xlsx".into(),
            sheet: "活动安排".into(),
            heading_row: 3,
            columns: vec![
                (1, "序号".into(), ""),
                (2, "活动名称".into(), "title"),
                (3, "时间".into(), "when"),
                (4, "地点".into(), "place"),
                (5, "主讲嘉宾".into(), "speakers"),
                (6, "备注".into(), ""),
            ],
        }],
        files: vec![
            file("科技局汇总.xlsx", Format::Xlsx, count.div_ceil(3), Some("Asia/Shanghai")),
            file("university-town.csv", Format::Csv, count / 3, Some("Asia/Shanghai")),
            file("airport.xml", Format::ScheduleXml, count - count.div_ceil(3) - count / 3, None),
        ],
    };
    examine(reading, &Rulebook::default())
}

fn programme() -> Programme {
    let mut week = TestWeek::new();
    for (venue, _, _, rooms) in VENUES {
        week = week.venue(venue).open("08:30", "21:30");
        for (room, ..) in rooms {
            week = week.room(room);
        }
    }
    let roads = [("expo", "port", 45), ("expo", "campus", 35), ("expo", "park", 25), ("park", "campus", 20)];
    for (from, to, minutes) in roads {
        week = week.road(from, to, minutes);
    }
    week = week.road("port", "campus", 40).road("hotel", "expo", 15).road("mall", "expo", 20);

    week = ordinary(week);
    name(troubled(week).build())
}

/// Two sessions a room on each of six days, nobody twice on one day.
fn ordinary(mut week: TestWeek) -> TestWeek {
    const KEYS: [&str; 52] = [
        "s01", "s02", "s03", "s04", "s05", "s06", "s07", "s08", "s09", "s10", "s11", "s12", "s13", "s14",
        "s15", "s16", "s17", "s18", "s19", "s20", "s21", "s22", "s23", "s24", "s25", "s26", "s27", "s28",
        "s29", "s30", "s31", "s32", "s33", "s34", "s35", "s36", "s37", "s38", "s39", "s40", "s41", "s42",
        "s43", "s44", "s45", "s46", "s47", "s48", "s49", "s50", "s51", "s52",
    ];
    const HOURS: [(&str, &str); 4] =
        [("09:00", "10:30"), ("10:45", "12:00"), ("14:00", "15:30"), ("16:00", "17:15")];
    let rooms: Vec<(&str, &str)> = VENUES
        .iter()
        .flat_map(|(venue, _, _, rooms)| rooms.iter().map(move |(room, ..)| (*venue, *room)))
        .collect();
    for (n, key) in KEYS.into_iter().enumerate() {
        let (venue, room) = rooms[(n * 5) % rooms.len()];
        let (day, (from, to)) = (21 + n % 6, HOURS[(n / 6) % 4]);
        let (zh, en) = TITLES[n % TITLES.len()];
        let turn = n / TITLES.len() + 1;
        week = week.venue(venue).room(room).session(key).at(&format!("2021-06-{day} {from}"), to);
        week = week.titled(&format!("{zh}（{turn}）"), &format!("{en} ({turn})"));
        if n < 6 {
            week = week.speaker(SPEAKERS[(n + 3) % 7]);
        }
    }
    week
}

/// One of each kind of trouble.
fn troubled(week: TestWeek) -> TestWeek {
    week.venue("expo")
        .room("expo-1")
        .seats(1200)
        .hosted_by("bureau")
        .session("opening")
        .at("2021-06-21 09:30", "11:30")
        .titled("开幕式暨主论坛", "Opening Ceremony and Main Forum")
        .speaker(ADA)
        .guest(JONAS)
        .expecting(1500)
        .session("closing")
        .at("2021-06-26 16:30", "17:30")
        .titled("闭幕式", "Closing Ceremony")
        .venue("port")
        .room("port-1")
        .hosted_by("airport")
        .session("europe")
        .at("2021-06-21 12:05", "13:30")
        .titled("中欧航空创新对话", "China–Europe Aviation Dialogue")
        .speaker(ADA)
        .guest(JONAS)
        .interpreted(2)
        .interpreter(NOOR)
        .session("lunch")
        .at("2021-06-21 13:00", "14:00")
        .titled("企业家午餐会", "Entrepreneurs’ Lunch")
        .venue("campus")
        .room("campus-1")
        .hosted_by("university")
        .session("lecture")
        .at("2021-06-22 14:00", "16:00")
        .titled("院士公开课", "Academy Lecture")
        .speaker(MEI)
        .venue("park")
        .room("park-1")
        .hosted_by("valley")
        .session("pitch")
        .at("2021-06-22 15:00", "17:30")
        .titled("创业项目总决赛", "Start-up Final")
        .chair(MEI)
        .venue("mall")
        .room("mall-1")
        .session("night")
        .at("2021-06-23 20:30", "22:30")
        .titled("科技之夜", "Technology Night")
        .venue("expo")
        .room("expo-3")
        .session("guest-1")
        .at("2021-06-24 13:30", "15:00")
        .titled("国际合作签约仪式", "International Signing Ceremony")
        .guest(OTTO)
        .venue("park")
        .room("park-2")
        .session("guest-2")
        .at("2021-06-24 15:30", "16:30")
        .titled("产业链对接", "Industrial Chain Matchmaking")
        .guest(OTTO)
        .venue("lab")
        .room("lab-1")
        .session("stale")
        .at("2021-06-25 19:00", "20:00")
        .titled("细胞治疗新进展", "Advances in Cell Therapy")
        .stale(Lang::En)
        .session("single")
        .at("2021-06-25 20:10", "21:00")
        .titled("<b>基因</b> & “测序” 工作坊", "")
        .session("cancelled")
        .at("2021-06-25 17:30", "18:30")
        .titled("户外参观", "Outdoor Visit")
        .cancelled()
        .session("untimed")
        .titled("专利拍卖会", "Patent Auction")
        .session("homeless")
        .at("2021-06-26 10:00", "11:00")
        .nowhere()
        .titled("媒体吹风会", "Press Briefing")
        .without_host()
}

/// Names as people give them, and rows spread over the hosts' files.
fn name(mut programme: Programme) -> Programme {
    for (key, zh, en, rooms) in VENUES {
        for venue in programme.venues.iter_mut().filter(|venue| venue.key == key) {
            venue.name = Text::new(zh, en);
        }
        for (key, zh, en) in rooms {
            for room in programme.rooms.iter_mut().filter(|room| room.key == *key) {
                room.name = Text::new(zh, en);
            }
        }
    }
    let hosts = [
        ("bureau", "区科技局", "Science and Technology Bureau"),
        ("airport", "空港管委会", "Airport Zone Committee"),
        ("university", "大学城联盟", "University Town Alliance"),
        ("valley", "软件谷管理办公室", "Software Valley Office"),
        ("office", "创新周组委会", "Week Office"),
    ];
    for (key, zh, en) in hosts {
        for host in programme.hosts.iter_mut().filter(|host| host.key == key) {
            host.name = Text::new(zh, en);
        }
    }
    for (row, occurrence) in (4..).zip(&mut programme.occurrences) {
        occurrence.citation = match row % 3 {
            0 => cited("科技局汇总.xlsx", Spot::Row("活动安排".into(), row)),
            1 => cited("university-town.csv", Spot::Row("".into(), row)),
            _ => cited("airport.xml", Spot::Line(row * 11)),
        };
    }
    programme
}

fn cited(file: &str, spot: Spot) -> Citation {
    Citation { file: Arc::from(file), spot }
}
