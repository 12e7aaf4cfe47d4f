//! Chinese headings.

use std::collections::HashMap;
use std::sync::LazyLock;

use festoon_domain::programme::Role;

use super::super::fields::Field;
use super::role;

/// The known headings, to be found by their words.
static INDEX: LazyLock<HashMap<&str, Field>> = LazyLock::new(|| KNOWN.iter().copied().collect());

/// The field, and whether the whole heading is a known word.
pub(super) fn field(text: &str) -> Option<(Field, bool)> {
    if let Some(field) = INDEX.get(text) {
        return Some((*field, true));
    }
    if ELSEWHERE.iter().any(|word| text.contains(word)) {
        return None;
    }
    if let Some(found) = of_a_person(text) {
        return Some((found, true));
    }
    if text.chars().count() > 14 {
        return None;
    }
    // The longest known word it ends in.
    text.char_indices()
        .take_while(|(at, _)| text[*at..].chars().nth(1).is_some())
        .find_map(|(at, _)| INDEX.get(&text[at..]))
        .map(|field| (*field, false))
}

/// Times and people of something else than the session.
const ELSEWHERE: &[&str] = &[
    "报名", "截止", "填报", "提交", "报到", "签到", "布展", "彩排", "撤展", "更新", "创建", "审核", "简历",
    "照片", "签字", "盖章",
];

/// `演讲嘉宾姓名`, `主持人单位`, `嘉宾职务`.
fn of_a_person(text: &str) -> Option<Field> {
    if ["人数", "数量", "题目", "主题", "内容", "简介", "介绍", "时间", "地点", "名单链接"]
        .iter()
        .any(|word| text.contains(word))
    {
        return None;
    }
    let ends = |words: &[&str]| words.iter().any(|word| text.ends_with(word) && text != *word);
    let role = role(text)?;
    if text.contains("单位") || text.contains("机构") || ends(&["公司"]) {
        return Some(Field::Organisation(Some(role)));
    }
    if ends(&["可见范围", "公开范围"]) {
        return Some(Field::VisibilityOf(role));
    }
    if ends(&["职务", "职称", "头衔", "职位"]) {
        return Some(Field::Position(Some(role)));
    }
    if ends(&["电话", "手机", "邮箱", "联系方式"]) {
        return Some(Field::Contact);
    }
    let names_people = ["人", "嘉宾", "领导", "专家", "姓名", "员", "者", "名单", "主席", "讲师", "老师"];
    let known = names_people.iter().any(|word| text.ends_with(word));
    (known && text.chars().count() <= 8).then_some(Field::Person(role))
}

const SPEAKER: Field = Field::Person(Role::Speaker);
const CHAIR: Field = Field::Person(Role::Chair);
const GUEST: Field = Field::Person(Role::GuestOfHonour);

// One line a theme reads better than one line a word.
#[rustfmt::skip]
const KNOWN: &[(&str, Field)] = {
    use Field as F;
    &[
        ("序号", F::Number), ("编号", F::Id), ("序", F::Number), ("活动编号", F::Id), ("应用编号", F::AppNumber), ("应用短名", F::AppSlug), ("副标题", F::Subtitle), ("副题", F::Subtitle), ("场次编号", F::Id), ("议程编号", F::Id), ("代码", F::Id),
        ("题目", F::Title), ("讲座", F::Title), ("讲座名称", F::Title), ("讲座题目", F::Title), ("课程", F::Title), ("课程名称", F::Title), ("安排", F::Theme), ("活动安排", F::Theme), ("工作安排", F::Theme), ("演讲题目", F::Title), ("报告题目", F::Title), ("议题", F::Title), ("演讲主题", F::Title), ("报告主题", F::Title),
        ("报告名称", F::Title), ("演讲内容", F::Title), ("议程", F::Title), ("议程内容", F::Title), ("日程", F::Title), ("日程内容", F::Title), ("日程安排", F::Title),
        ("会议议程", F::Title), ("场次", F::Title), ("场次名称", F::Title), ("场次标题", F::Title), ("标题", F::Title), ("讲题", F::Title), ("演讲名称", F::Title),
        ("议程名称", F::Title), ("会议内容", F::Title), ("课题", F::Title), ("节目", F::Title), ("节目名称", F::Title), ("事项", F::Title), ("流程", F::Title), ("项目", F::Theme),
        ("名称", F::Name), ("名字", F::Name),
        ("主题", F::Theme), ("内容", F::Theme), ("活动主题", F::Theme), ("活动内容", F::Theme), ("主要内容", F::Theme), ("会议主题", F::Theme), ("论坛主题", F::Theme), ("具体内容", F::Theme),
        ("简介", F::Summary), ("摘要", F::Summary), ("介绍", F::Summary), ("活动简介", F::Summary), ("内容简介", F::Summary), ("活动介绍", F::Summary), ("内容摘要", F::Summary), ("描述", F::Summary), ("详细介绍", F::Description), ("详情", F::Description), ("详细说明", F::Description),
        ("活动名称", F::Activity), ("活动", F::Activity), ("会议名称", F::Activity), ("论坛名称", F::Activity), ("赛事名称", F::Activity), ("大会名称", F::Activity), ("活动标题", F::Activity), ("所属活动", F::Activity), ("论坛", F::Activity), ("会议", F::Activity), ("系列活动", F::Activity),
        ("活动类型", F::ActivityKind), ("活动类别", F::ActivityKind), ("活动形式", F::ActivityKind),
        ("环节", F::Part), ("板块", F::Part), ("分论坛", F::Part), ("单元", F::Part), ("专场", F::Part), ("平行论坛", F::Part), ("环节名称", F::Part), ("所属环节", F::Part), ("分会", F::Part), ("阶段", F::Part), ("议程板块", F::Part),
        ("环节类型", F::PartKind), ("类型", F::Kind), ("类别", F::Kind), ("形式", F::Kind), ("场次类型", F::Kind), ("性质", F::Kind),
        ("日期", F::Date), ("活动日期", F::Date), ("举办日期", F::Date), ("开始日期", F::Date), ("会议日期", F::Date), ("起始日期", F::Date), ("结束日期", F::EndDate), ("截止日期", F::EndDate), ("星期", F::Number), ("天", F::Date), ("日子", F::Date),
        ("时间", F::Time), ("活动时间", F::Time), ("起止时间", F::Time), ("举办时间", F::Time), ("会议时间", F::Time), ("具体时间", F::Time), ("时段", F::Time), ("时间段", F::Time), ("起讫时间", F::Time), ("时间安排", F::Time), ("日期时间", F::Time), ("日期及时间", F::Time), ("日期和时间", F::Time), ("时间日期", F::Time), ("演讲时间", F::Time),
        ("开始时间", F::Start), ("开始", F::Start), ("起始时间", F::Start), ("起", F::Start), ("开始时刻", F::Start), ("起始", F::Start), ("开场时间", F::Start), ("始", F::Start),
        ("结束时间", F::End), ("结束", F::End), ("终止时间", F::End), ("止", F::End), ("结束时刻", F::End), ("散场时间", F::End), ("终", F::End),
        ("时长", F::Duration), ("持续时间", F::Duration), ("用时", F::Duration), ("活动时长", F::Duration), ("分钟", F::Duration), ("时区", F::Zone),
        ("场馆", F::Venue), ("场馆名称", F::Venue), ("所属场馆", F::Venue), ("所在场馆", F::Venue), ("场地名称", F::Venue),
        ("会场", F::Room), ("会议室", F::Room), ("会场名称", F::Room), ("厅", F::Room), ("房间", F::Room), ("厅室", F::Room), ("会议厅", F::Room), ("分会场", F::Room), ("会议室名称", F::Room), ("展厅", F::Room), ("教室", F::Room),
        ("地点", F::Place), ("场地", F::Place), ("举办地点", F::Place), ("活动地点", F::Place), ("会议地点", F::Place), ("举办场地", F::Place), ("位置", F::Place), ("场所", F::Place),
        ("地址", F::Address), ("详细地址", F::Address), ("场馆地址", F::Address),
        ("主办单位", F::Host), ("主办", F::Host), ("主办方", F::Host), ("组织单位", F::Host), ("牵头单位", F::Host), ("责任单位", F::Host), ("申报单位", F::Host), ("举办单位", F::Host), ("组织方", F::Host), ("主办机构", F::Host), ("本场主办单位", F::OwnHost), ("本场主办", F::OwnHost),
        ("承办单位", F::CoHosts), ("协办单位", F::CoHosts), ("承办", F::CoHosts), ("协办", F::CoHosts), ("承办方", F::CoHosts), ("协办方", F::CoHosts), ("支持单位", F::CoHosts), ("联合主办", F::CoHosts), ("指导单位", F::CoHosts), ("合作单位", F::CoHosts), ("联办单位", F::CoHosts),
        ("主讲人", SPEAKER), ("演讲人", SPEAKER), ("报告人", SPEAKER), ("发言人", SPEAKER), ("演讲嘉宾", SPEAKER), ("主讲嘉宾", SPEAKER), ("发言嘉宾", SPEAKER), ("分享嘉宾", SPEAKER), ("致辞嘉宾", SPEAKER), ("致辞人", SPEAKER), ("讲者", SPEAKER), ("主讲", SPEAKER), ("讲师", SPEAKER), ("演讲者", SPEAKER), ("对话嘉宾", SPEAKER), ("圆桌嘉宾", SPEAKER), ("授课老师", SPEAKER), ("路演人", SPEAKER), ("专家", SPEAKER), ("主讲专家", SPEAKER), ("特邀专家", SPEAKER), ("分享人", SPEAKER), ("演讲专家", SPEAKER), ("点评嘉宾", SPEAKER), ("讲演者", SPEAKER),
        ("主持人", CHAIR), ("主持", CHAIR), ("主持嘉宾", CHAIR), ("会议主席", CHAIR), ("论坛主席", CHAIR),
        ("嘉宾", GUEST), ("重要嘉宾", GUEST), ("出席领导", GUEST), ("出席嘉宾", GUEST), ("参会领导", GUEST), ("领导", GUEST), ("拟邀嘉宾", GUEST), ("主要嘉宾", GUEST), ("拟出席领导", GUEST), ("贵宾", GUEST), ("参加领导", GUEST), ("特邀嘉宾", GUEST), ("拟邀领导", GUEST), ("领导嘉宾", GUEST), ("参会嘉宾", GUEST),
        ("同传", F::Person(Role::Interpreter)), ("翻译", F::Person(Role::Interpreter)), ("口译", F::Person(Role::Interpreter)), ("译员", F::Person(Role::Interpreter)), ("同声传译", F::Person(Role::Interpreter)), ("翻译人员", F::Person(Role::Interpreter)), ("口译员", F::Person(Role::Interpreter)), ("同传译员", F::Person(Role::Interpreter)),
        ("姓名", SPEAKER), ("单位", F::Organisation(None)), ("所在单位", F::Organisation(None)), ("工作单位", F::Organisation(None)), ("机构", F::Organisation(None)), ("公司", F::Organisation(None)), ("单位及职务", F::Organisation(None)), ("单位职务", F::Organisation(None)), ("职务", F::Position(None)), ("职称", F::Position(None)), ("职位", F::Position(None)), ("头衔", F::Position(None)),
        ("可见范围", F::Visibility), ("公开范围", F::Visibility), ("是否公开", F::Visibility), ("密级", F::Visibility), ("保密", F::Visibility),
        ("预计人数", F::Expected), ("规模", F::Expected), ("参会人数", F::Expected), ("人数", F::Expected), ("活动规模", F::Expected), ("参与人数", F::Expected), ("预计规模", F::Expected), ("参加人数", F::Expected), ("观众人数", F::Expected), ("拟参会人数", F::Expected),
        ("座位数", F::Seats), ("座位", F::Seats), ("席位", F::Seats), ("座席数", F::Seats), ("可容纳人数", F::Seats), ("容纳人数", F::Seats), ("会场容量", F::Seats), ("座位数量", F::Seats),
        ("容量", F::Capacity), ("总容量", F::Capacity), ("场馆容量", F::Capacity), ("最大容量", F::Capacity), ("核定人数", F::Capacity),
        ("语言", F::Languages), ("语种", F::Languages), ("工作语言", F::Languages), ("会议语言", F::Languages), ("演讲语言", F::Languages),
        ("翻译需求", F::Interpretation), ("同传需求", F::Interpretation), ("是否需要同传", F::Interpretation), ("是否同传", F::Interpretation), ("口译需求", F::Interpretation), ("是否需要翻译", F::Interpretation), ("同声传译需求", F::Interpretation), ("传译", F::Interpretation), ("需要同传", F::Interpretation), ("需同传", F::Interpretation), ("需要翻译", F::Interpretation), ("需要口译", F::Interpretation), ("需要传译", F::Interpretation), ("同传语种", F::Interpretation), ("口译语种", F::Interpretation), ("翻译方式", F::Interpretation),
        ("译员人数", F::Interpreters), ("所需译员", F::Interpreters), ("同传人数", F::Interpreters), ("翻译人数", F::Interpreters), ("所需译员数", F::Interpreters), ("译员数", F::Interpreters),
        ("设备", F::Equipment), ("设备需求", F::Equipment), ("设施", F::Equipment), ("设施设备", F::Equipment), ("所需设备", F::Equipment), ("会场设备", F::Equipment), ("无障碍服务", F::Access), ("辅助服务", F::Access),
        ("会场使用", F::RoomUse), ("使用方式", F::RoomUse), ("场地使用", F::RoomUse), ("独占共用", F::RoomUse), ("是否独占", F::RoomUse), ("是否共用", F::RoomUse), ("独占/共用", F::RoomUse),
        ("状态", F::State), ("活动状态", F::State), ("是否取消", F::State), ("重点活动", F::Key), ("是否重点", F::Key), ("是否重点活动", F::Key), ("市级重点", F::Key), ("重点", F::Key),
        ("合作国家", F::Partners), ("伙伴国", F::Partners), ("国家", F::Partners), ("参与国家", F::Partners), ("国别", F::Partners), ("合作国", F::Partners), ("届", F::Edition), ("届次", F::Edition), ("产业链", F::Chain), ("所属产业链", F::Chain), ("产业", F::Chain),
        ("链接", F::Link), ("网址", F::Link), ("活动链接", F::Link), ("网站", F::Link), ("相关链接", F::Related), ("相关资料", F::Related), ("参考资料", F::Related), ("附件", F::Attachments), ("附件链接", F::Attachments), ("译文状态", F::Translation), ("翻译状态", F::Translation), ("译文", F::Translation),
        ("开放时间", F::Hours), ("营业时间", F::Hours), ("开馆时间", F::Hours), ("经度", F::Longitude), ("纬度", F::Latitude), ("经纬度", F::Position2d), ("坐标", F::Position2d), ("坐标系", F::Datum), ("坐标系统", F::Datum), ("无障碍", F::StepFree), ("是否无障碍", F::StepFree),
        ("备注", F::Note), ("说明", F::Note), ("附注", F::Note), ("注", F::Note), ("其他", F::Note), ("联系人", F::Contact), ("联系电话", F::Contact), ("电话", F::Contact), ("手机", F::Contact), ("邮箱", F::Contact), ("联系方式", F::Contact), ("负责人", F::Contact), ("手机号", F::Contact), ("手机号码", F::Contact), ("微信", F::Contact),
    ]
};
