//! One piece of a cell about one person: name, organisation, position.

use festoon_domain::programme::Role;
use festoon_domain::text::Text;

use super::super::words::{is_han, is_letter, is_placeholder, plain};
use super::bilingual_name;
use crate::entry::PersonStated;

#[rustfmt::skip]
const BODIES: &[&str] = &[
    "大学", "学院", "公司", "集团", "研究院", "研究所", "实验室", "中心", "委员会", "协会", "学会", "政府", "银行", "医院", "基金", "资本", "科技",
    "管委会", "商会", "大使馆", "领事馆", "办公室", "联盟", "杂志社", "工程院", "科学院", "区委", "市委", "省委", "局", "厅", "部", "园区", "开发区", "股份", "有限", "中学", "小学", "出版社", "事务所", "平台", "组织", "总部", "俱乐部", "法院", "电视台", "日报",
];
#[rustfmt::skip]
const POSITIONS: &[&str] = &[
    "院士", "教授", "主任", "院长", "所长", "校长", "书记", "部长", "局长", "处长", "市长", "区长", "主席", "会长", "秘书长", "总裁", "董事长", "总经理",
    "经理", "总监", "创始人", "合伙人", "研究员", "工程师", "博士", "专家", "参赞", "大使", "总领事", "领事", "委员", "理事长", "理事", "首席", "代表", "主编",
    "记者", "讲师", "顾问", "先生", "女士", "老师", "司长", "厅长", "省长", "馆长", "站长", "科长", "负责人", "董事", "设计师", "分析师", "小姐", "同志", "副",
];
#[rustfmt::skip]
const ENGLISH_WORK: &[&str] = &[
    "university", "institute", "college", "inc", "inc.", "ltd", "ltd.", "llc", "gmbh", "corp", "corp.", "corporation", "company", "co.", "group", "lab", "laboratory", "labs", "center",
    "centre", "academy", "ministry", "department", "embassy", "council", "association", "foundation", "bank", "school", "hospital", "agency", "commission", "society", "bureau", "government", "ag", "plc", "consulate", "chamber",
    "université", "technologies", "technology", "capital", "partners",
];
#[rustfmt::skip]
const ENGLISH_POSITIONS: &[&str] = &[
    "ceo", "cto", "cfo", "coo", "president", "director", "professor", "chairman", "chairwoman", "chairperson", "founder", "co-founder", "cofounder", "manager", "head", "minister", "ambassador", "consul", "dean", "partner",
    "researcher", "engineer", "scientist", "secretary", "mayor", "rector", "vice", "chief", "officer", "lead", "fellow", "editor", "advisor", "adviser", "member",
];
const ENGLISH_HONOURS: &[&str] = &[
    "prof",
    "professor",
    "dr",
    "mr",
    "mrs",
    "ms",
    "miss",
    "sir",
    "madam",
    "h.e",
    "ing",
    "hon",
    "dame",
    "ir",
    "mme",
    "herr",
    "frau",
    "m",
];

/// Reads a piece; nothing if there is no name in it. Work split off at a comma comes behind a unit separator.
pub(super) fn person(piece: &str, role: Role) -> Option<PersonStated> {
    let mut fields = piece.split('\u{1f}');
    let head = fields.next().unwrap_or("");
    let (outside, inside) = brackets(head);
    let mut work: Vec<String> = Vec::new();
    let (name, honour) = name_and_work(outside.trim(), &mut work)?;
    let mut name = bilingual_name(&name);
    for note in inside {
        if is_placeholder(&note)
            || matches!(note.as_str(), "线上" | "在线" | "视频" | "拟邀" | "拟" | "online" | "remote")
        {
            continue;
        }
        let other_script = note.chars().any(is_han) != outside.chars().any(is_han);
        if other_script && !is_of_work(&note) && is_person_like(&note) {
            let both = if note.chars().any(is_han) { Text::new(&note, "") } else { Text::new("", &note) };
            name.fill_from(&both);
        } else {
            work.push(note);
        }
    }
    work.extend(fields.map(|field| field.trim().to_owned()));
    let (mut organisation, mut position) = (Vec::new(), Vec::new());
    for words in &work {
        let (body, post) = body_and_post(words);
        organisation.extend(body);
        position.extend(post);
    }
    if let Some(honour) = honour.filter(|honour| !position.contains(honour)) {
        position.push(honour);
    }
    Some(PersonStated {
        organisation: Text::single(&organisation.join(" ")),
        position: Text::single(&position.join(" ")),
        ..PersonStated::named(name, role)
    })
}

/// The words outside brackets and each bracket's.
fn brackets(text: &str) -> (String, Vec<String>) {
    let (mut outside, mut inside, mut depth) = (String::new(), Vec::new(), 0_u32);
    for c in text.chars() {
        match c {
            '(' | '（' | '[' | '【' => {
                if depth == 0 {
                    inside.push(String::new());
                }
                depth += 1;
            }
            ')' | '）' | ']' | '】' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    outside.push(' ');
                }
            }
            c if depth > 0 => {
                if let Some(note) = inside.last_mut() {
                    note.push(c);
                }
            }
            c => outside.push(c),
        }
    }
    let inside =
        inside.into_iter().map(|note| note.trim().to_owned()).filter(|note| !note.is_empty()).collect();
    (outside, inside)
}

/// The name in words outside brackets; the rest goes to `work`.
fn name_and_work(text: &str, work: &mut Vec<String>) -> Option<(String, Option<String>)> {
    if text.is_empty() || !text.chars().any(char::is_alphabetic) {
        return None;
    }
    if !text.chars().any(is_han) {
        return Some(english(text));
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() > 1 {
        let is_name =
            |word: &str| is_chinese_name(strip_honour(word).0) || word.contains('·') || word.contains('•');
        if let Some(at) = words
            .iter()
            .position(|word| is_name(word))
            .filter(|at| words.iter().any(|w| is_of_work(w)) || *at == 0)
        {
            let (name, honour) = strip_honour(words[at]);
            let rest: Vec<&str> =
                words.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, word)| *word).collect();
            // The other words are a second script's name, or work.
            if rest
                .iter()
                .all(|word| word.chars().all(|c| is_letter(c) || matches!(c, '-' | '\'' | '.' | ',')))
                && !is_of_work(&rest.join(" "))
            {
                return Some((format!("{name} {}", rest.join(" ")), honour.map(str::to_owned)));
            }
            work.extend(rest.iter().map(|word| (*word).to_owned()));
            return Some((name.to_owned(), honour.map(str::to_owned)));
        }
    }
    if let Some((before, name)) = name_after_work(text) {
        work.push(before.to_owned());
        return Some((name.to_owned(), None));
    }
    let (name, honour) = strip_honour(text);
    Some((name.to_owned(), honour.map(str::to_owned)))
}

/// `南京大学教授张三`: a position in the middle, a name at the end.
pub(super) fn name_after_work(text: &str) -> Option<(&str, &str)> {
    if text.split_whitespace().count() != 1 {
        return None;
    }
    let end = POSITIONS
        .iter()
        .filter(|p| **p != "副")
        .filter_map(|p| text.rfind(p).map(|at| at + p.len()))
        .max()?;
    let (before, name) = text.split_at(end);
    (is_chinese_name(name) && before.chars().count() > 4).then_some((before, name))
}

/// `张三教授` → `张三` and 教授.
fn strip_honour(text: &str) -> (&str, Option<&str>) {
    for honour in POSITIONS.iter().filter(|honour| **honour != "副") {
        if let Some(name) = text.strip_suffix(honour) {
            let length = name.chars().count();
            let is_name = (2..=4).contains(&length) && name.chars().all(is_han) && !is_of_work(name)
                || name.contains('·');
            if is_name {
                return (name, Some(honour));
            }
        }
    }
    (text, None)
}

/// `Prof. Ada Holm` → the name and what stood before it.
fn english(text: &str) -> (String, Option<String>) {
    let mut honours = Vec::new();
    let mut words: Vec<&str> = text.split_whitespace().collect();
    while let Some(first) = words.first() {
        let word = plain(first);
        if words.len() < 2 || !ENGLISH_HONOURS.contains(&word.trim_end_matches('.')) {
            break;
        }
        // A lone "M" is an initial unless a dot-free French "M." stands before a full name.
        honours.push(words.remove(0));
    }
    (words.join(" "), (!honours.is_empty()).then(|| honours.join(" ")))
}

/// `南京大学校长` → 南京大学 and 校长; `CEO` → a position; `Acme Inc` → an organisation.
fn body_and_post(words: &str) -> (Option<String>, Option<String>) {
    let words = words.trim();
    if words.is_empty() {
        return (None, None);
    }
    if words.chars().any(is_han) {
        let after_body = BODIES.iter().filter_map(|body| words.rfind(body).map(|at| at + body.len())).max();
        let is_post = |text: &str| POSITIONS.iter().any(|post| text.contains(post));
        return match after_body {
            Some(end) if end == words.len() && !POSITIONS.iter().any(|p| words.ends_with(p)) => {
                (Some(words.to_owned()), None)
            }
            Some(end) if is_post(&words[end..]) => {
                (Some(words[..end].trim().to_owned()), Some(words[end..].trim().to_owned()))
            }
            None if is_post(words) => (None, Some(words.to_owned())),
            _ => (Some(words.to_owned()), None),
        };
    }
    let is_post = |part: &str| {
        part.split_whitespace()
            .any(|word| ENGLISH_POSITIONS.contains(&plain(word).trim_matches(['.', ',']).to_owned().as_str()))
    };
    if is_post(words) && !words.split_whitespace().any(|word| ENGLISH_WORK.contains(&plain(word).as_str())) {
        if let Some((post, body)) = words.split_once([',']) {
            return (Some(body.trim().to_owned()), Some(post.trim().to_owned()));
        }
        return (None, Some(words.to_owned()));
    }
    (Some(words.to_owned()), None)
}

/// Looks like an organisation or a position rather than a name.
pub(super) fn is_of_work(text: &str) -> bool {
    let text = text.trim();
    if text.chars().any(is_han) {
        // "部" and "局" end no name of two or three characters by chance often enough to matter.
        return BODIES.iter().any(|body| text.contains(body)) && text.chars().count() > 2
            || POSITIONS.iter().any(|post| text.ends_with(post)) && !is_name_with_honour(text);
    }
    let lower = plain(text);
    if lower
        .split([' ', ',', '/'])
        .any(|word| ENGLISH_WORK.contains(&word) || ENGLISH_POSITIONS.contains(&word))
    {
        return true;
    }
    // "DTU", "KTH": capitals alone are no name.
    text.chars().count() >= 2 && text.chars().all(|c| c.is_uppercase() || matches!(c, '&' | '.' | '-'))
}

fn is_name_with_honour(text: &str) -> bool {
    strip_honour(text).1.is_some_and(|_| SURNAMES.contains(text.chars().next().unwrap_or(' ')))
}

/// Two to four Chinese characters that begin with a surname, or a foreign name with a middle dot.
pub(super) fn is_chinese_name(text: &str) -> bool {
    let length = text.chars().count();
    if text.contains(['·', '•']) {
        return length <= 20 && !is_of_work(text);
    }
    (2..=4).contains(&length)
        && text.chars().all(is_han)
        && text.chars().next().is_some_and(|first| SURNAMES.contains(first))
        && !BODIES.iter().any(|body| text.contains(body))
        && !POSITIONS.iter().any(|post| text.contains(post))
        && (length < 4
            || [
                "欧阳", "司马", "上官", "诸葛", "夏侯", "皇甫", "尉迟", "令狐", "东方", "慕容", "司徒",
                "端木",
            ]
            .iter()
            .any(|s| text.starts_with(s)))
}

/// A name in either script, at a guess.
pub(super) fn is_person_like(text: &str) -> bool {
    if text.chars().any(is_han) {
        return is_chinese_name(text) || strip_honour(text).1.is_some();
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    (1..=5).contains(&words.len())
        && !is_of_work(text)
        && words.iter().all(|word| {
            word.chars().next().is_some_and(char::is_uppercase)
                || matches!(*word, "van" | "de" | "von" | "der" | "di" | "la" | "le" | "bin" | "al")
        })
}

const SURNAMES: &str = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀羊惠甄曲家封储靳段富巫乌焦巴弓牧山谷车侯全班仰秋仲伊宫宁仇栾甘厉戎祖武符刘景詹束龙叶司黎薄印白怀蒲从索赖卓蔺屠蒙池乔闻党翟谭贡劳姬申扶冉宰雍桑桂牛寿通边燕冀尚农温别庄晏柴瞿阎充慕连茹习艾容向古易慎戈廖庾终居衡步都耿满弘匡国文寇广东欧阳沃利蔚越隆师巩聂晁勾敖融冷辛阚那简饶空曾沙丰关红游权盖益桓公万俟岳帅缑亢况有琴商牟佘伯赏墨哈谯笪年爱佟肖楼";
