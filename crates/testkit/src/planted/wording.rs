//! Names and titles, none twice, and no two titles alike enough to look like one session.

/// Hands out words that were not handed out before.
#[derive(Debug, Default)]
pub(super) struct Wording {
    people: u32,
    titles: u32,
}

const FAMILY: &[&str] = &[
    "赵", "钱", "孙", "李", "周", "吴", "郑", "冯", "陈", "褚", "卫", "蒋", "沈", "韩", "杨", "朱", "秦",
    "尤", "许", "吕", "施", "孔", "曹", "严", "魏", "陶", "姜", "戚", "谢", "邹", "喻", "柏", "窦", "章",
    "苏", "潘", "葛", "奚", "范", "彭", "郎", "鲁", "韦", "苗",
];
const GIVEN: &[&str] = &[
    "岚", "嘉", "宁", "清", "瑶", "思", "远", "晓", "晨", "雨", "涵", "子", "轩", "泽", "欣", "怡", "梓",
    "睿", "浩", "宇", "诗", "若", "溪", "沐", "芷", "淳", "恺", "珂", "琪", "彦", "霖", "颖", "卓", "然",
    "伊", "墨", "婉", "婷", "逸", "凡", "皓", "楠", "萱", "冉", "璇",
];
const MANNER: &[(&str, &str)] = &[
    ("可信", "Trustworthy"),
    ("绿色", "Green"),
    ("柔性", "Flexible"),
    ("跨境", "Cross-border"),
    ("开放", "Open"),
    ("低碳", "Low-carbon"),
    ("智慧", "Smart"),
    ("精准", "Precise"),
    ("自主", "Autonomous"),
    ("协同", "Concerted"),
    ("边缘", "Edge"),
    ("量子", "Quantum"),
    ("普惠", "Inclusive"),
];
const FIELD: &[(&str, &str)] = &[
    ("电网", "Power Grids"),
    ("轨道交通", "Rail Transit"),
    ("细胞治疗", "Cell Therapy"),
    ("卫星遥感", "Satellite Sensing"),
    ("农田灌溉", "Irrigation"),
    ("港口物流", "Port Logistics"),
    ("古籍修复", "Book Restoration"),
    ("机床", "Machine Tools"),
    ("海水养殖", "Mariculture"),
    ("儿童医院", "Children's Hospitals"),
    ("消防救援", "Fire Rescue"),
    ("蜂窝通信", "Cellular Networks"),
    ("剧场灯光", "Stage Lighting"),
    ("冷链仓储", "Cold Storage"),
    ("桥梁监测", "Bridge Monitoring"),
    ("航空发动机", "Aircraft Engines"),
    ("芯片封装", "Chip Packaging"),
];
const FORM: &[(&str, &str)] = &[
    ("实践", "in Practice"),
    ("路线图", "Roadmap"),
    ("公开课", "Open Lecture"),
    ("圆桌", "Round Table"),
    ("案例集", "Casebook"),
    ("演练", "Drill"),
    ("答辩", "Defence"),
    ("试验场", "Test Ground"),
    ("对谈", "in Conversation"),
    ("手册发布", "Handbook Launch"),
    ("成果展", "Results on Show"),
];

impl Wording {
    /// A Chinese name of three characters nobody has yet.
    pub(super) fn person(&mut self) -> String {
        let number = self.people as usize;
        self.people += 1;
        let (family, rest) = (number % FAMILY.len(), number / FAMILY.len());
        let (first, second) = (rest % GIVEN.len(), rest / GIVEN.len());
        assert!(
            second < GIVEN.len(),
            "a planted week has at most {} people",
            FAMILY.len() * GIVEN.len().pow(2)
        );
        format!("{}{}{}", FAMILY[family], GIVEN[first], GIVEN[second])
    }

    /// A title in both languages that no other row has.
    ///
    /// The code at its front tells titles apart that share their words; three tables of coprime lengths walked side by side
    /// keep neighbours from sharing any.
    pub(super) fn title(&mut self) -> (String, String) {
        let number = self.titles as usize;
        self.titles += 1;
        let (manner, field, form) =
            (MANNER[number % MANNER.len()], FIELD[number % FIELD.len()], FORM[number % FORM.len()]);
        let code = code(number);
        (
            format!("{code} {}{}{}", manner.0, field.0, form.0),
            format!("{code} {} {} {}", manner.1, field.1, form.1),
        )
    }
}

/// Four letters that differ in every place from those of the number before, so that no two titles are nearly the same.
fn code(number: usize) -> String {
    const LETTERS: &[u8; 26] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const ALL: usize = 26 * 26 * 26 * 26;
    // A multiplier that shares no factor with `ALL` visits every code once.
    let mut mixed = number * 284_689 % ALL;
    let mut code = String::new();
    for _ in 0..4 {
        code.push(char::from(LETTERS[mixed % 26]));
        mixed /= 26;
    }
    code
}

/// One of fifty bodies.
pub(super) fn host(number: u32) -> String {
    const KIND: [&str; 5] = ["研究院", "商会", "产业园", "大学", "协会"];
    const NAME: [&str; 10] =
        ["紫金", "秦淮", "方山", "汤山", "牛首", "百家湖", "将军", "祖堂", "青龙", "东山"];
    format!("{}{}", NAME[number as usize / 5 % 10], KIND[number as usize % 5])
}
