//! What is counted, by the words that Chinese and English press have for it.

use super::Words;
use crate::find::tokens::sense::Sense;
use crate::unit::Unit;

pub(super) const WORDS: &[Words] = &[
    (
        Sense::Noun(Unit::Activity),
        "活动|大赛|赛事|展会|对接会|沙龙|路演|系列活动|重点活动|比赛|展览|嘉年华|推介会|对接活动|分项活动|\
         子活动|招聘会|竞赛|专场活动|activities|activity|events|event|fairs|fair|contests|contest|\
         competitions|competition|salons|salon|roadshows|roadshow|matchmaking fairs|exhibitions|\
         exhibition|festivals|expos|workshops|workshop|shows|open days|open day|lab open days|\
         site visits|guided tours|hackathons",
    ),
    (
        Sense::Noun(Unit::Forum),
        "论坛|论坛会议|峰会|高峰论坛|主题论坛|专题论坛|分论坛|平行论坛|forums|forum|summits|summit|fora|\
         theme forums|summit forums|sub-forums",
    ),
    (
        Sense::Noun(Unit::Session),
        "直播|平行分会|面试会|双边对话|圆桌对话|场次|讲座|报告会|演讲|圆桌会议|圆桌|分享会|宣讲会|演出|会议|研讨会|\
         培训|报告|sessions|session|talks|talk|livestreams|lectures|live sessions|broadcasts|\
         panels|panel discussions|seminars|speeches|keynotes|performances|conferences|concerts|\
         round tables|roundtables|live broadcasts|presentations",
    ),
    (Sense::Noun(Unit::Ceremony), "仪式|签约仪式|颁奖礼|ceremonies|ceremony"),
    (
        Sense::Noun(Unit::Project),
        "项目|产业项目|外资项目|内资项目|重大项目|重点项目|projects|project|project companies|projs|\
         proj|deals|deal|investment projects|contracts|plants|ventures|signings|construction sites|building sites",
    ),
    (
        Sense::Noun(Unit::Company),
        "企业|公司|用人单位|中小企业|高新技术企业|独角兽企业|独角兽|摊主|参展商|展商|初创企业|初创公司|高企|\
         上市公司|瞪羚企业|科技企业|中央企业|商家|外企|民企|国企|央企|厂商|小巨人|参展企业|专精特新企业|companies|\
         company|firms|firm|unicorns|unicorn|start-ups|startups|start-up|exhibitors|exhibitor|enterprises|\
         enterprise|fortune 500|fortune global 500|global 500|world top 500|businesses|manufacturers|suppliers|vendors|makers|merchants|retailers|smes|corporations|corporation|multinationals|conglomerates",
    ),
    (
        Sense::Noun(Unit::Institution),
        "高校|高校院所|院所|银行|主办单位|承办单位|机构|产业基金|科研院所|商会|协会|大学|研究院|实验室|\
         研究所|单位|学校|医院|投资机构|金融机构|部门|协办单位|支持单位|研发机构|智库|学会|科研机构|\
         研发中心|博物馆|院校|中学|小学|幼儿园|使馆|领馆|国家部委|部委|国家机关|国际组织|政府部门|社会组织|universities|university|institutes|institute|\
         institutions|institution|banks|bank|hosts|host|organisers|organizers|chambers|associations|\
         schools|hospitals|organisations|organizations|agencies|colleges|departments|\
         research institutes|funds|partners|museums|bodies|centres|centers|r&d centres|r&d centers|research centres|research centers",
    ),
    (
        Sense::Noun(Unit::Person),
        "嘉宾|市民|志愿者|院士|译员|记者|小记者|科学家|代表|工程师|外国嘉宾|境外嘉宾|工人|专家|学者|企业家|\
         学生|选手|客商|人员|员工|居民|网格员|来宾|教授|博士|人才|外宾|投资人|讲解员|演讲者|大学生|青年|\
         研究生|硕士|职工|医生|教师|老师|创业者|科研人员|技术人员|运动员|党员|干部|户籍|负责人|采购商|\
         演讲嘉宾|用户|创始人|guests|guest|people|persons|person|volunteers|volunteer|academicians|academician|\
         interpreters|interpreter|scientists|speakers|speaker|delegates|delegate|reporters|journalists|\
         employees|engineers|experts|students|staff|workers|scholars|entrepreneurs|participants|\
         participant|researchers|onlookers|residents|children|representatives|professionals|attendants|\
         translators|talents|professors|doctors|graduates|pupils|teachers|citizens|applicants|personnel|\
         candidates|users|first-aiders|first aiders|stewards|members|officials|diplomats|executives|women|men|households members|\
         inhabitants|passengers people|jobseekers|job-seekers|ambassadors",
    ),
    (
        Sense::Noun(Unit::Visit),
        "人次|参与人次|线下参与|到访|到场人次|visits|visit|person-times|person-visits|visitor trips|attendances|attendance|admissions|arrivals|\
         entries no|footfall",
    ),
    (
        Sense::Noun(Unit::Visitor),
        "观众|到场观众|游客|观看人数|观众人数|到场人数|参观者|访客|青年观众|visitors|visitor|\
         attendees|viewers|attendee|spectators|tourists|unique visitors|finishers|people on site|different people|\
         visitors aged",
    ),
    (
        Sense::Noun(Unit::View),
        "观看量|阅读量|播放量|点击量|浏览量|线上观看|views|view|reads|clicks|plays|online views|\
         article reads|readings|page views|impressions|video views|streams|hits|livestream views",
    ),
    (
        Sense::Noun(Unit::Interaction),
        "互动量|互动|interactions|interaction|likes|comments|shares|reactions|reposts",
    ),
    (Sense::Noun(Unit::Exhibit), "展品|创新展品|exhibits|exhibit|first showings|displays|premieres"),
    (Sense::Noun(Unit::Product), "产品|新品|创新产品|products|product|new products"),
    (
        Sense::Noun(Unit::Checkpoint),
        "打卡点|checkpoints|checkpoint|check-in points|check-in point|check-in spots|places to check in",
    ),
    (Sense::Noun(Unit::Stamp), "印章|盖章|打卡|stamps|stamp|check-ins|stamped"),
    (
        Sense::Noun(Unit::ExhibitionPoint),
        "展示点|集中展示点|展示区|exhibition points|exhibition point|display points|display point|\
         exhibition sites",
    ),
    (
        Sense::Noun(Unit::Chain),
        "产业链|重点产业链|industrial chains|industrial chain|industry chains|industry chain|chains|\
         value chains|supply chains",
    ),
    (
        Sense::Noun(Unit::Country),
        "国家|国家和地区|countries|country|countries and regions|nations|countries or regions|economies|\
         nationalities",
    ),
    (Sense::Noun(Unit::City), "城市|地级市|cities|city|towns|municipalities"),
    (Sense::Noun(Unit::District), "区县|城区|districts|district|counties|boroughs"),
    (
        Sense::Noun(Unit::Place),
        "会场|场馆|商圈|商场|医疗点|园区|分会场|公园|景区|场地|展馆|展区|venues|venue|malls|mall|parks|park|\
         locations|first-aid posts|first aid posts|aid posts|police posts|command posts|sites|car parks|halls|shopping malls|places no|pavilions|stadiums",
    ),
    (Sense::Noun(Unit::Booth), "展位|展台|摊位|booths|exhibition booths|stands"),
    (
        Sense::Noun(Unit::Seat),
        "座位|工位|席位|嘉宾席|媒体席|记者席|观众席|贵宾席|专家席|代表席|评委席|坐席|车位座|seats|workplaces|chairs",
    ),
    (Sense::Noun(Unit::Table), "桌子|洽谈桌|会议桌|tables"),
    (Sense::Noun(Unit::Room), "房间|客房|rooms|hotel rooms"),
    (Sense::Noun(Unit::Patent), "专利|发明专利|有效发明专利|patents|patent"),
    (
        Sense::Noun(Unit::Achievement),
        "成果|科技成果|技术成果|创新成果|results|result|achievements|achievement|research results|\
         technologies|breakthroughs|innovations|findings",
    ),
    (
        Sense::Noun(Unit::Agreement),
        "协议|合作协议|战略合作协议|合同|agreements|agreement|cooperation agreements|memoranda|accords|\
         treaties",
    ),
    (
        Sense::Noun(Unit::Demand),
        "需求|技术需求|企业技术需求|requests|technology requests|request|company requests|demands|\
         technical demands|technology needs",
    ),
    (
        Sense::Noun(Unit::Job),
        "岗位|岗|博士岗|就业岗位|招聘岗位|职位|jobs|job|positions|vacancies|posts|openings",
    ),
    (
        Sense::Noun(Unit::Case),
        "案例|投诉|病例|警情|接处警|纠纷|案件|事故|求助|cases|case|complaints|complaint|examples",
    ),
    (
        Sense::Noun(Unit::Report),
        "稿件|报道|新闻报道|图文|文章|新闻稿|reports|articles|article|press reports|news reports|stories|\
         report|pieces|publications",
    ),
    (
        Sense::Noun(Unit::Media),
        "媒体|新闻媒体|media outlets|media|outlets|media outlet|newspapers|news outlets|\
         media organisations|media organizations",
    ),
    (
        Sense::Noun(Unit::Meeting),
        "洽谈|一对一洽谈|对接洽谈|会谈|meetings|one-to-one meetings|business meetings|meeting|\
         one-on-one meetings|b2b meetings",
    ),
    (
        Sense::Noun(Unit::Team),
        "小队|战队|团队|创业团队|参赛团队|队伍|代表团|代表团组|团组|交易团|交易分团|参赛队|专班|工作专班|teams|team|delegations|squads",
    ),
    (
        Sense::Noun(Unit::Award),
        "奖项|一等奖|二等奖|三等奖|特等奖|金奖|银奖|铜奖|优胜奖|优秀奖|奖|awards|award|medals|prizes",
    ),
    (Sense::Noun(Unit::Index), "指标|指数|评价指数|indexes|indices|indicators|indicator"),
    (Sense::Noun(Unit::Language), "语言|语种|languages|language"),
    (Sense::Noun(Unit::Edition), "editions|edition"),
    (Sense::Noun(Unit::Time), "times|time"),
    (Sense::Noun(Unit::Rank), "places"),
    (Sense::Noun(Unit::Volume), "图书|手册|copies|books|brochures|volumes|guides|printed guides"),
    (Sense::Noun(Unit::Pass), "门票|通行证|通行码|tickets|passes|ticket|pass|permits"),
    (
        Sense::Noun(Unit::Item),
        "街道|乡镇|行政村|小区|社区|村庄|buyers|investors|interviews|labs|laboratories|potted plants|flower pots|trips|questionnaires|applications|drones|pictures|spaces|parking spaces|steps|words|\
         columns|platforms|dogs|experiments|stalls|lanterns|things|heat pumps|households|families|\
         vehicles|cars|robots|parking lots|trees|homes|servers|stations|kiosks|transactions|\
         orders|desks|winners|sectors|fields|areas|categories|units|lists|totals|numbers|dimensions|\
         production lines|feeds|buildings|apartments|measures|policies",
    ),
];
