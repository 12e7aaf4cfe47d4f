//! Chinese words that bend, scale, date or stage a figure.

use super::Words;
use crate::claim::{Change, Hedge, Stage};
use crate::find::sense::{Class, Sense};
use crate::unit::{Currency, Unit};

pub(super) const WORDS: &[Words] = &[
    (Sense::Hedge(Hedge::Nearly), "近|将近|接近|逼近|几近|迫近|直逼|趋近|近乎|靠近"),
    (
        Sense::Hedge(Hedge::Over),
        "超|超过|超出|逾|突破|高于|大于|多于|过|破|已超|已逾|越过|冲破|超越|远超|远超过|早已超过|高出|\
         不止|不只",
    ),
    (
        Sense::Hedge(Hedge::About),
        "约|大约|约为|大概|约合|约有|约占|约达|差不多|大致|估计约|大体|粗略估计|约计|合约",
    ),
    (
        Sense::Hedge(Hedge::AtLeast),
        "至少|不少于|不低于|上|不下|不下于|最少|最低|少说|起码|不小于|不短于|不早于",
    ),
    (
        Sense::Hedge(Hedge::AtMost),
        "至多|不超过|不高于|不多于|最多|最高|不大于|不超|上限|不逾|不晚于|最长|顶多",
    ),
    (
        Sense::Hedge(Hedge::Under),
        "不足|不到|未满|低于|少于|不满|未到|小于|未达|未达到|达不到|不及|未超过|未及",
    ),
    (Sense::Behind(Hedge::More), "余|多|有余"),
    (Sense::Behind(Hedge::Over), "开外|还多|挂零|出头"),
    (Sense::Behind(Hedge::About), "左右|上下|前后|许|来往|光景|上下浮动"),
    (Sense::Behind(Hedge::AtLeast), "以上|及以上|含以上|或以上|或更多|起步|之上|起"),
    (Sense::Behind(Hedge::AtMost), "以内|以下|之内|及以下|或以下|封顶|之下|内"),
    (Sense::Money(Currency::CNY), "元|人民币|元人民币|块钱|块|圆"),
    (Sense::Money(Currency::USD), "美元|美金|元美金"),
    (Sense::Money(Currency::EUR), "欧元"),
    (Sense::Money(Currency::GBP), "英镑"),
    (Sense::Money(Currency::JPY), "日元|日圆"),
    (Sense::Money(Currency::HKD), "港元|港币"),
    (Sense::Money(code("KRW")), "韩元"),
    (Sense::Money(code("CHF")), "瑞士法郎"),
    (Sense::Money(code("SEK")), "瑞典克朗"),
    (Sense::Money(code("DKK")), "丹麦克朗"),
    (Sense::Money(code("NOK")), "挪威克朗"),
    (Sense::Money(code("SGD")), "新加坡元|新元"),
    (Sense::Money(code("AUD")), "澳元|澳大利亚元"),
    (Sense::Money(code("CAD")), "加元|加拿大元"),
    (Sense::Money(code("RUB")), "卢布"),
    (Sense::Money(code("INR")), "卢比"),
    (Sense::Percent, "个百分比|个%"),
    (Sense::Point, "个百分点|百分点"),
    (Sense::Times, "倍"),
    (Sense::PartOf, "分之"),
    (Sense::Classifier(Class::Any), "个|项"),
    (Sense::Classifier(Class::People), "名|位|人|口人"),
    (Sense::Classifier(Class::House), "家"),
    (Sense::Classifier(Class::School), "所"),
    (Sense::Classifier(Class::Event), "场|场次"),
    (Sense::Classifier(Class::Piece), "件|款|件套|种类"),
    (Sense::Classifier(Class::Spot), "处|座|片"),
    (Sense::Classifier(Class::Time), "次|遍|回|趟|频次"),
    (Sense::Classifier(Class::Visit), "人次"),
    (Sense::Classifier(Class::Only(Unit::Stamp)), "枚"),
    (Sense::Classifier(Class::Only(Unit::Seat)), "席"),
    (Sense::Classifier(Class::Only(Unit::Report)), "篇"),
    (Sense::Classifier(Class::Only(Unit::Volume)), "册|本"),
    (Sense::Classifier(Class::Only(Unit::Edition)), "届"),
    (
        Sense::Classifier(Class::Other),
        "份|盆|卷|包|捆|桶|罐|束|枝|朵|粒|碗|盘|壶|筐|篮|筒|沓|缸|餐|条|张|支|种|类|组|批|只|台|辆|架|套|户|间|层|栋|幢|班|路|版|杯|瓶|幅|部|首|颗|艘|列|对|节|堂|\
         棵|株|盏|块屏|排|毫安时|安时|轮|大|例|宗|起案件|门课程|门|封|把|双|箱|袋|桌|字|页|段|集|步|纳米|微米|毫米|\
         厘米|克|毫克|斤|公斤|千克|升|毫升|瓦|千瓦|吉瓦|个方面|笔|票|顿|尊|匹|头|条线|根|顶|\
         串|盒|尾|羽|标箱|车次|列次|架次|梯队|床|英里|海里|亩|立方米|平方公里|平方千米|英亩|平方英尺|帧|\
         比特|兆|字节|GB|TB|PB|Mbps|圈|伏特|伏|赫兹|兆赫|吉赫|千赫|分贝|千卡|大卡|毫克|微克|光年|像素|尼特|千伏|马力|标准箱|吨公里|\
         兆帕|千帕|流明|标准煤|吨级|摞|座席|趟次|班次|人份|人天|\
         台套|台次|件次|户次|例次|船次|辆次|航次|门次|英尺|英寸|寸|尺|丈|磅|盎司|克拉|毫秒|微秒|纳秒|兆瓦时|吉瓦时|\
         千伏安|兆伏安|瓦时|安培|芯公里|皮长公里|载重吨|立方|帕|牛米|开尔文|勒克斯|坎德拉|摩尔|毫克|机架|标准机架|卡时|核时|\
         平方厘米|平方毫米|立方厘米|立方英尺|平方英里|华氏度|样|期|口|锤|铲|斧|锄|炮|匝|跤|遭|担|窝|坛|笼|篓|匣|标段|子项",
    ),
    (Sense::Measure(Unit::Year), "年|岁|周岁|周年|个年头"),
    (Sense::Measure(Unit::Month), "个月|个多月"),
    (Sense::Measure(Unit::Week), "周|个星期|星期|个礼拜"),
    (Sense::Measure(Unit::Day), "天|日|个工作日|昼夜|个日夜|天时间|工作日"),
    (Sense::Measure(Unit::Hour), "小时|个小时|个钟头|学时|课时"),
    (Sense::Measure(Unit::Minute), "分钟"),
    (Sense::Measure(Unit::Second), "秒|秒钟"),
    (Sense::Measure(Unit::Metre), "米|公尺"),
    (Sense::Measure(Unit::Kilometre), "公里|千米"),
    (Sense::Measure(Unit::SquareMetre), "平方米|平米|㎡|平方"),
    (Sense::Measure(Unit::Hectare), "公顷"),
    (Sense::Measure(Unit::Tonne), "吨"),
    (Sense::Measure(Unit::KilowattHour), "千瓦时|度电|千瓦小时|千瓦·时"),
    (Sense::Measure(Unit::Megawatt), "兆瓦"),
    (Sense::Measure(Unit::GigabitPerSecond), "吉比特每秒"),
    (Sense::Measure(Unit::DegreeCelsius), "摄氏度|℃|度"),
    (Sense::Stage(Stage::Lead), "项目线索|线索|在谈|在谈项目|储备项目"),
    (
        Sense::Stage(Stage::Intent),
        "意向|意向书|合作意向|签约项目或合作意向|签约及意向|签约或意向|签约和意向|意向性|达成意向|有意向|\
         初步意向|意向签约|框架协议|备忘录",
    ),
    (
        Sense::Stage(Stage::ToBeSigned),
        "拟签约|拟签|计划签约|将签约|待签约|待签|预计签约|即将签约|将签|有望签约|计划总投资|计划投资|\
         预计总投资|意向总投资|意向投资|拟投资|拟投资额|计划投资额|拟集中签约|准备签约|将集中签约|\
         将要签约|拟引进|计划签下|拟现场签约|将现场签约|拟落户|计划",
    ),
    (
        Sense::Stage(Stage::Signed),
        "签约|已签约|签下|签订|签署|集中签约|现场签约|成功签约|正式签约|签定|完成签约|协议外资|合同外资|\
         协议金额|签成|签约额|敲定|落笔|落槌|签字|落定|去年签的|上届签的|今年签的|签约金额|签约总额|已签|达成签约",
    ),
    (
        Sense::Stage(Stage::Landed),
        "落地|已落地|签约落地|落户|注册落地|成功落地|落地转化|完成注册|完成注册并落地|注册到位|到位|\
         实际到账|到资",
    ),
    (
        Sense::Stage(Stage::Started),
        "开工|已开工|动工|开工建设|在建|破土动工|破土|奠基|启动建设|已动工|正式开工",
    ),
    (
        Sense::Stage(Stage::Producing),
        "投产|已投产|建成投产|竣工投产|投运|投入运营|投产达产|达产|量产|投入生产|试生产",
    ),
    (
        Sense::Change(Change::Up),
        "增长|增加|提高|上升|增|多出|高出|前移|上涨|提升|涨|增幅|涨幅|增长率|增速|同比增长|环比增长|\
         同比增加|同比提高|增幅达|增幅为|增长了|增加了|提高了|上升了|提升了|净增|扩大|增多|攀升|激增|猛增|\
         跃升|上浮|多|高|涨了|同比增|环比增|增收|同比上升|同比上涨|增值|上调|延长|进位|前进|加快|回升|走高|反弹|扩张|扩充|追加|调增|扩容|拓宽|拓展|增派|放大|看涨|抬升|爬升",
    ),
    (
        Sense::Change(Change::Down),
        "下降|减少|降低|缩短|下跌|跌|降|下滑|减|回落|降幅|跌幅|缩减|下降了|减少了|降低了|缩短了|同比下降|\
         环比下降|同比减少|萎缩|收窄|节省|节约|少|低|下调|后移|压缩|压减|负增长|提前|缩小|削减|同比降低|放缓|下浮|走低|回调|收缩|调减|压降|下挫|走弱|滑落|下探|放慢|裁减",
    ),
    (
        Sense::Change(Change::To),
        "增至|增加到|增长到|提高到|升至|上升到|降至|下降到|减至|减少到|缩短到|缩短至|提高至|增加至|增长至|\
         提升到|提升至|扩大到|扩大至|上升至|下降至|减少至|降低到|降低至|涨至|跌至|攀升至|攀升到|回升至|\
         回落至|调整为|扩容至|扩容到|增为|减为|延长至|延长到|跃升至|跃居|升到|降到|增到|涨到|压缩到|\
         压缩至|变为|变成|上调至|下调至|扩至|扩到|缩至|缩到|减到|跌到|拓至|延至|拉升至|抬升至|压减至|压至|压降至|跃升到|跳升至|爬升到|爬升至|\
         回升到|回落到|放缓至|放缓到|加快至|加快到|收窄至|收窄到|扩充至|扩充到|追加至|追加到|翻到|增加为|扩展到|扩展至|激增至|猛增至|拓展到|拓展至|达到",
    ),
    (Sense::Extent(Change::Up), "的增幅|的涨幅|的增长|的增速|的提升"),
    (Sense::Extent(Change::Down), "的降幅|的跌幅|的下降|的减少"),
    (
        Sense::AsOf,
        "统计至|数据统计至|更新至|数据更新至|截至|截止|截止到|截至到|截至目前|截止目前|截止至|统计截至|数据截至|数据截止|截至于|截至北京时间",
    ),
    (Sense::DayPart(0), "上午|早上|早晨|清晨|凌晨|早|今晨|今早"),
    (Sense::DayPart(12), "下午|晚上|晚|傍晚|晚间|当晚|今晚|午后|夜间|夜里|夜晚|深夜|中午|午间|前夜"),
    (
        Sense::Level,
        "得分|指数为|评分|总分|得分为|净推荐值|推荐值|基尼系数|系数|景气值|感知值|信心值|能效值|指数达|容积率|均分|分值|指数得分|点位|平均分|综合得分|指数|汇率|\
         人均得分|评分为|指数升至|指数降至",
    ),
    (Sense::Rank, "排名|位居|位列|列|居|排在|名列|跃居|跃升|位次|升至|前移至|跻身"),
    (
        Sense::Amount,
        "总投资|投资|投资额|总投资额|总额|金额|产值|收入|营收|营业收入|资金|融资|授信|奖金|利润|净利润|\
         销售额|成交额|贷款|规模|补贴|税收|进出口|出口额|估值|市值|总产值|年产值|增加值|销售收入|订单额|\
         采购额|交易额|注册资本|基金|费用|支出|预算|经费|货值|盘子|总值|生产总值|合同额|签约额|利税|融资额|投资总额|签约总投资|计划总投资|协议投资|意向金额|成交金额|产业规模|营业额|零售额|订单|GDP|外资|内资|\
         消费|成交|总投入|投入|总规模",
    ),
    (
        Sense::Watching,
        "线上|观看|点击|阅读|播放|浏览|收看|收听|直播|点击量|阅读量|播放量|浏览量|云端|曝光|曝光量|观看量|\
         访问量|网上|在线",
    ),
    (Sense::Reacting, "互动|点赞|评论|转发|互动量|转赞评|留言|分享|转评赞"),
];

const fn code(code: &str) -> Currency {
    match Currency::parse(code) {
        Some(currency) => currency,
        None => Currency::CNY,
    }
}
