//! The words about houses, halls and the roads between them.

use festoon_domain::text::Lang;
use festoon_domain::venue::{Road, RoadSource};

use super::{Count, bilingual, numbers};

bilingual! {
    /// The words of the pages of venues.
    PlaceWords {
        venue_count: Count = Count::always("{} 个场馆"), Count::new("{} venue", "{} venues");
        hall_count: Count = Count::always("{} 个会场"), Count::new("{} hall", "{} halls");
        step_free_halls: Count = Count::always("{} 个会场无台阶"), Count::new("{} hall step-free", "{} halls step-free");
        step_free: &'static str = "无台阶", "step-free";
        has_steps: &'static str = "有台阶", "has steps";
        overview: &'static str = "场馆方位", "Where they are";
        overview_lead: &'static str = "上北下南，只示意场馆之间的方位，不是地图；挨得太近的画开了一点。编号与列表一致。", "North is up. It shows directions from one venue to another and is no map; venues close together are drawn a little apart. The numbers are those of the list.";
        north: &'static str = "北", "N";
        halls: &'static str = "会场", "Halls";
        plan: &'static str = "会场示意图，内容见列表", "The halls as blocks; the list says the same";
        plan_lead: &'static str = "座位越多，方块越大；不表示实际位置。", "The more seats, the larger the block; where a hall really lies is not shown.";
        seats_unsaid: &'static str = "座位数未定", "seats not stated";
        capacity: &'static str = "可容纳", "Holds";
        hours: &'static str = "开放时间", "Opening hours";
        open_in_map: &'static str = "在地图中打开", "Open in a map";
        roads: &'static str = "到其他场馆", "To the other venues";
        roads_lead: &'static str = "从这里出发，近的在前。分钟数由主办方提供，按距离估算的另行注明。", "From here, the nearest first. Minutes as given by the organisers; those estimated from the distance say so.";
        roads_further: Count = Count::always("还有 {} 个场馆更远或路程不详，见场馆列表。"), Count::new("One more venue is further away, or nobody knows how far.", "{} more venues are further away, or nobody knows how far.");
        held: &'static str = "这里的场次", "What is on here";
        nothing_held: &'static str = "这里还没有排定的场次。", "Nothing is scheduled here yet.";
        all_of_day: Count = Count::always("看当天全部 {} 场"), Count::new("The only session of this day", "All {} sessions of this day");
        amap: &'static str = "高德地图", "Amap";
        baidu: &'static str = "百度地图", "Baidu Maps";
        tencent: &'static str = "腾讯地图", "Tencent Maps";
        apple: &'static str = "苹果地图", "Apple Maps";
        device: &'static str = "手机里的地图", "This device’s map app";
    }
}

/// 1,200 座, 1,200 seats.
#[must_use]
pub fn seats(number: u32, lang: Lang) -> String {
    counted(number, lang, " 座", [" seat", " seats"])
}

/// 3,600 人, 3,600 people.
#[must_use]
pub fn people(number: u32, lang: Lang) -> String {
    counted(number, lang, " 人", [" person", " people"])
}

fn counted(number: u32, lang: Lang, zh: &str, [one, many]: [&str; 2]) -> String {
    let unit = match lang {
        Lang::Zh => zh,
        Lang::En if number == 1 => one,
        Lang::En => many,
    };
    format!("{}{unit}", numbers::grouped(number.into()))
}

/// How long a road takes; said to be estimated where it is. The head of the list says where the others come from.
#[must_use]
pub fn road(road: Road, lang: Lang) -> String {
    let minutes = road.minutes.0;
    match (road.source, lang) {
        (RoadSource::Stated, Lang::Zh) => format!("路上约 {minutes} 分钟"),
        (RoadSource::Stated, Lang::En) => format!("about {minutes} min"),
        (RoadSource::Estimated, Lang::Zh) => format!("路上约 {minutes} 分钟，按距离估算"),
        (RoadSource::Estimated, Lang::En) => format!("about {minutes} min, estimated from the distance"),
    }
}

/// What sort of house, by the word of its office; a word we do not know stands for itself.
#[must_use]
pub fn venue_kind(word: &str, lang: Lang) -> &str {
    let (zh, en) = match word {
        "mall" => ("商场", "Shopping centre"),
        "hotel" => ("酒店", "Hotel"),
        "convention" => ("会议中心", "Convention centre"),
        "street" => ("街区", "Street"),
        "campus" => ("校园", "Campus"),
        "park" => ("园区", "Park"),
        "lab" => ("实验室", "Laboratory"),
        other => return other,
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}
