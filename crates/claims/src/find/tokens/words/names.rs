//! Names and fixed expressions that hold a number and are no figure, and words before the number of a thing.
//!
//! Most names need no entry: a Chinese numeral without anything it could count is no figure, and neither is a number behind a label.

use super::Words;
use crate::find::tokens::sense::Sense;

pub(super) const WORDS: &[Words] = &[
    (
        Sense::Name,
        "两位数|三位数|四位数|五位数|六位数|个位数|双位数|一带一路|三山街|四川|七里河|九龙湖|百家湖|千人计划|万人计划|百人计划|万众创新|十四五|十三五|\
         十五五|十二五|双一流|二十大|十九大|十八大|一体化|一站式|一网统管|一网通办|三维|二维|二维码|一是|\
         二是|三是|四是|五是|六是|其一|其二|其三|五大洲|七大洲|四大洋|两院院士|两院|两会|两地|两国|两岸|\
         两者|两岸三地|两江|两山|双十一|双11|双12|618|三农|三甲|三包|三峡|三亚|三门峡|五台山|六盘水|\
         七台河|八宝山|八卦洲|九江|九寨沟|十堰|十里铺|百度|万达|万科|千岛湖|千灯|万宁|万州|三星|三一重工|\
         五粮液|七匹狼|一汽|二汽|五四|五一|十一假期|六一|七一|八一|三八|五四青年节|百家争鸣|百花齐放|\
         万家灯火|千方百计|千言万语|千篇一律|千家万户|万户千家|千军万马|千载难逢|千头万绪|千变万化|\
         万无一失|万紫千红|万众一心|万众瞩目|万众|万事|万物|万里长江|万里长城|百年大计|百年未有|百年变局|\
         百折不挠|百尺竿头|百姓|百货|百科|百分百|百闻不如一见|百舸争流|三五成群|四通八达|五花八门|\
         五湖四海|五光十色|五彩缤纷|六神无主|七上八下|八方|四面八方|九牛一毛|九霄云外|十全十美|十分|十字|\
         十字路口|第三方|第三产业|第二产业|第一产业|第一时间|第一线|第一书记|第一方阵|第一梯队|第二课堂|\
         第一资源|第一动力|第一生产力|第一要务|半导体|半岛|半价|半径|半程|事半功倍|半决赛|一等奖|二等奖|\
         三等奖|特等奖|八折|九折|七折|五折|六折|一流|二流|三流|一线|二线|三线城市|二手|一手|一把手|一方面|\
         一般|一定|一些|一直|一起|一样|一致|一旦|一切|一度|一律|一共|一再|一向|一心|一体|一路|一道|一同|\
         一番风顺|一帆风顺|一举|一级|二级|一把|一楼|二楼|三楼|一二三产|三次产业|万分|万一|万能|万象|\
         万事俱备|亿万|千万不|千万别|千万要|千禧|千古|千秋|千里马|八十年代|九十年代|七十年代|六十年代|\
         五十年代|二十世纪|二十一世纪|上世纪|零距离|零跑腿|零碳|零售|零件|零部件|零基础|零排放|零突破|\
         归零|三角洲|长三角|珠三角|三者|三字|两手|两化|两业|两端|两旁|两侧|两翼|两头|两全|两难|两性|两极|\
         一下|一时|一会|一会儿|一边|一面|三缺一|四季|四周|四大名著|四合院|三国|三思|再三|接二连三|\
         举一反三|一一|统一|唯一|单一|之一|专一|同一|不一|如一|合一|星期一|星期二|星期三|星期四|星期五|\
         星期六|周一|周二|周三|周四|周五|周六|礼拜一|初一|初二|初三|高一|高二|高三|大一|大二|大三|大四|\
         独一无二|三元里|三元锂|三元正极|三元材料|三元前驱体|一式两份|一式三份|一式四份|成千上万|成千上百|成百上千|上万上千|十年磨一剑|三年看头年|十年树木|百年树人|一年之计|九年义务教育|八项规定|三年行动计划|五年规划|五年计划|7-11|\
         三严三实|四大发明|五四运动|六月天|十年寒窗|三年疫情|百年老店|百年老字号|千年古都|百年名校|三年内容|说一不二|五险一金|三大运营商|北上广深|北欧五国|金砖五国|七国集团|二十国集团|东盟十国|\
         中东欧十七国|三通一平|四新经济|四上企业|三首产品|三首政策|三首目录|三首装备|三首工程|百强|百强县|千强镇|十强|五百强|世界500强|500强|\
         财富500强|民企500强|中国500强|百亿级|千亿级|万亿级|十亿级|亿级|百万级|千万级|亿元级|万米|万元户|\
         一对一|一对多|点对点|面对面|三方|双方|多方|四方|二次元|二次函数|二氧化碳|一氧化碳|四氧化三铁|\
         三聚氰胺|三文鱼|八角|九三学社|九九|三伏|三明治|百灵|百合|千禧年|十八般|两新|两重|两不愁三保障|\
         四个自信|四个全面|五位一体|三步走|二次开发|三电|三聚|一张图|一件事|一码通|一卡通|一等|一期|二期|\
         九层糕|九层塔|千层饼|千层糕|三层肉|第一张脸|三元阁|三元桥|三元宫|三元坊|三元巷|三元村|三元楼|一二|三四|从0到1|从零到一|从0到100|从1到100|从1到N|从1到10|从10到100|从0到10|三个一”|四个一”|五个一”|六个一”|八段锦|十里长街|十里洋场|360公司|7天酒店|千兆|万兆|百兆|三个臭皮匠|两弹一星|七夕|九九重阳|双十|三三两两|\
         百年|千年|万年|三中全会|四中全会|五中全会|六中全会|一中全会|二中全会|三高|三无|五官|五脏|六艺|\
         四化|三化|五化|二把手|三脚架|三角|三明市|一百二十回|\
         三番五次|一年半载|三天打鱼|两天晒网|三天两头|九层之台|五十步笑百步|五十步|十年功|台下十年功|三年五载|十天半月|两口子|三口之家|四口之家|\
         五口之家|两条腿走路|三个和尚|八抬大轿|四平八稳|三顾茅庐|十个指头|三百六十行|七十二变|九牛二虎|十八罗汉|十二生肖|二十四节气|\
         二十四史|三十六计|八小时之外|八小时工作制|四两拨千斤|两把刷子|三把火|三驾马车|四梁八柱|三下五除二|五味杂陈|五味俱全|七拼八凑|\
         十里八乡|百米冲刺|万人空巷|千人千面|两点一线|三点一线|三区三线|四好农村路|两个维护|两个确立|四个意识|三个代表|两个一百年|\
         两个毫不动摇|三个务必|三重一大|两学一做|五个一工程|百日攻坚|百日行动|百日誓师|四分之一决赛|八分之一决赛|十六分之一决赛|\
         三代半导体|第三代半导体|第二代半导体|第四代半导体|三农|两头在外|一二三产业|三产|双碳|双减|双百|三公里生活圈|十五分钟生活圈|\
         两千年历史|七分熟|三分熟|五分熟|三分天注定|七分靠打拼|四海为家|两肋插刀|三令五申|三心二意|四分五裂|五音不全|六朝古都|七步成诗|\
         八九不离十|十室九空|百战百胜|千锤百炼|万箭齐发|三人行|三十而立|四十不惑|百密一疏|千钧一发|万籁俱寂|两全其美|一波三折|\
         一日千里|一字千金|一刻千金|一诺千金|一箭双雕|二维码|三缄其口|三教九流|四世同堂|三世同堂|五世同堂|九曲桥|九曲黄河|\
         百花奖|百花园|千岛|万国|万国博览会|万人坑|三原色|三明治|四大天王|四大名旦|八大菜系|四大文明古国|七大洲|五大发展理念",
    ),
    (
        Sense::Plain,
        "对接会商|参数|语料|词元|晶体管|国家级|省级|市级|区级|世界级|成立|成功|成果转化|成员|成为|成长|成绩|成本|成都|成就|成交|成熟|\
         成效|成色|成片|成型|成年|成分|年度|年轻|年龄|日前|日常|日内瓦|月亮|人才|人气|人民|人工|人类|人均|\
         人工智能|人机|个性|个人|家庭|家长|家电|家居|家门|家乡|项链|场景|场馆外|场地|场均|位于|位置|名单|\
         名为|名家|名校|名城|次日|次元|条件|条例|张贴|种植|种子|类型|类似|组成|组织|组委会|组合|组建|批准|\
         批复|只有|只要|只需|台湾|台下|套餐|层面|层次|班次|班级|路演|路径|路口|路过|版本|部分|部门|首个|\
         首次|首届|首批|首日|对接|对话|对比|对于|节目|节能|期间|期待|轮流|大会|大学|大赛|大道|大屏|大家|\
         大多|大型|大厅|面积|面向|面对|面试|步行|站点|米兰|方面|方案|方式|方向|方便|过去|过程|过来|过后|\
         过渡|破解|破局|近期|近日|近年|近年来|近几年|近来|近代|附近|最近|多个|多种|多家|多名|多项|多年|\
         多位|多次|多少|多数|多元|多样|多功能|多边|众多|许多|很多|更多|诸多|大多数|多媒体|超级|超大|超算|\
         超高清|超市|超前|超标|上海|上市|上线|上年|上届|上述|上月|上周|上网|上门|上半年|下半年|上台|上岗|\
         上级|路上|会上|晚会|晚报|早报|早餐|晚餐|约定|约束|大约在|节约型|预约|合约|总数|签约仪式|签约现场|签约环节|集中签约环节|签约台|集中签约仪式|签约人|签约代表|签约桌|相约|\
         违约|公约|起来|起步区|起点|起源|发起|一起来|内容|内地|内外|国内|市内|室内|境内|年内|会内|期内|\
         之内的|增值税|增强|增设|增添|高新|高新区|高校|高端|高端装备|高质量|高层|高铁|高温|高峰|高峰论坛|\
         高地|高效|高速|高技术|高精尖|高价值|高水平|高企|高管|高清|高中|高考|最高奖|少儿|少年|减排|减少碳|\
         低碳|低空|降落|降温|跌宕|多彩|元旦|元宵|元宇宙|元器件|元素|元年|块状|分享会|分会场|度假|天气|\
         天然|天空|周边|周末|周围|周期|周恩来|周先生|米其林|余地|其余|业余|剩余|多余|来宾|来自|来源|来访|\
         未来|原来|以来|升级|居民|居住|排队|排放|列车|列为|列席|列入|系列|陈列|规模以上|规上|限上|新增|\
         年均|日均|月均|人均消费|计划于|计划在|计划单列|本协议|意向书面|签约率|落地页|线上线下|\
         在线教育|基金会|投资人|投资者|投资商|投资机构|投资方|投资基金|融资租赁|投资促进|招商引资|\
         收入囊中|资金链|规模化|消费者|消费品|消费券|得分点|国际|全国|中国|外国|各国|本国|我国|国家|省委|\
         省政府|市委|市政府|市场|市民|城市|县城|地区|地方|区域|区委|社区|街区|园区|开发区|地址|地铁|地点|\
         市区|院士|院校|团队|团体|室外|厅级|代表|代理|时代|现代|古代|行业|行动|行政|银行|排练|字样|数字|\
         文字|站台|车站|级别|科技|科学|科普|集体|集中|集团|集齐|段落|阶段|手段|页面|封面|把握|单位|单体|\
         单项|单日|单篇|单家|单个|单只|简单|订单|名单上|票价|门票|投票|头条|头部|带头|顶尖|根据|串联|道路|\
         频道|渠道|副主任|声音|圈层|商圈|格局|价格|瓦特|安全|安排|安徽|升温|克服|代码",
    ),
    (
        Sense::Label,
        "第|电话|热线|拨打|邮编|传真|手机|咨询电话|拨|请拨|编号|学号|车牌|版本号|型号|批号|文号|国道|省道|\
         航班|车次号|邮政编码|身份证|房间号|门牌|QQ|QQ群|微信号|号码|咨询|请拨打|致电",
    ),
    (
        Sense::Label,
        "top|hymn|hymns|psalm|psalms|lifts|elevators|tram|trams|trolleybus|dock|docks|bay|bays|cell|cells|ward|wards|villa|plots|locker|stall|table|figure|ext|extension|hsk|size|clauses|table no|hall|halls|room|gate|gates|exit|bus|buses|bus route|bus routes|route|routes|line|metro line|\
         metro lines|lines|train|flight|article|articles no|section|sections|chapter|chapters|clause|\
         paragraph|page|pages no|photo|fig|picture no|appendix|annex|schedule|no|nos|number|numbers|tables|figures|figs|annexes|appendices|notes|steps|items|pages|questions|parts|paragraphs|exits|rooms|floors|seats|rows|blocks|slides|units|booths|stands|platforms|piers|berths|lots|zones|levels|phases|episodes|seasons|volumes|issues|flights|photos|charts|documents|wi-fi|wifi|bluetooth|python|php|photoshop|playstation|mach|generation|gen|decree no|postbox|po box|p.o. box|box|post code|zip code|ext.|player|\
         version|release|level|grade|grades|class|form|phase|tier|force|wagon|carriage|windows|formula|boeing|airbus|forbes global|\
         project|industry|web|floor|building|block|tower|desk|counter|counters|channel|channels|booth|\
         stand|platform|terminal|pier|berth|unit|suite|apartment|flat|lot|zone|area|track|step|volume|vol|\
         issue|part|question|q|item|note|option|plan|highway|road|ring road|iso|gb|wcag|en|ieee|usb|ipv|\
         http|iphone|ipad|galaxy|android|ios|agenda|vision|expo|horizon|apollo|studio|radio|cop|covid|\
         sars|model|type|series no|episode|season|chapter no|tel|phone|call|dial|ring|fax|hotline|\
         hotlines|telephone|mobile|postcode|zip|guide number|ticket number|standard|rule|regulation|\
         directive|resolution|decree|law|act|goal no|sdg|order no|licence|license|certificate|patent no|\
         case no|file|doc|document|table no|figure no|chart|slide|seat no|row|column no|entrance|car park|\
         parking lot|lift|elevator|world no|made in china|euro no",
    ),
    (
        Sense::Name,
        "third time lucky|six of one|half a dozen of the other|catch-22|24/7|24/7s|second to none|one-to-one|one to one|one-on-one|one-stop|one-off|one-time|one-way|\
         two-way|three-way|four-way|one-sided|two-sided|first-class|second-class|third-party|third party|\
         third parties|three-dimensional|two-dimensional|five-star|four-star|three-star|big five|big four|\
         g20|g7|g8|group of 20|group of twenty|group of seven|group of 77|first of all|first and foremost|first come|first-come|at first|first-time|first-ever|\
         first-hand|first place|second-hand|second hand|first lady|first aid|first step|first name|\
         first-generation|first-rate|second-largest|third-largest|fourth-largest|fifth-largest|\
         second floor|third floor|fourth floor|fifth floor|first floor|third world|first world|\
         second world war|first world war|seven seas|three gorges|five-year plan|\
         14th five-year plan|13th five-year plan|15th five-year plan|fourteenth five-year plan|\
         fifteenth five-year plan|fourth industrial revolution|third industrial revolution|\
         twentieth century|twenty-first century|21st century|20th century|19th century|21st-century|\
         20th-century|thousand talents|ten thousand talents|one belt|one road|one another|\
         two-thirds majority|one country|no one|any one|every one|each one|\
         one day|zero-carbon|zero carbon|net zero|net-zero|ground zero|zero tolerance|nine-to-five|\
         nine to five|fifty-fifty|fifty fifty|one or two|two or three|three or four|four or five|\
         five or six|a half-dozen reasons|second thoughts|second nature|second home|second language|\
         second wave|second wind|split second|half-time|half time|halfway|half-way|better half|\
         quarter-final|quarter-finals|quarterfinal|semi-final|headquarter|yuan dynasty|one-third octave|\
         one-person|one-man|one-woman|one-click|one-page|zero hour|one side|one hand|one thing|one more|\
         one way",
    ),
    (
        Sense::Plain,
        "over the|about the|about how|about what|about it|about this|about our|around the|above all|\
         under the|over time|over there|some of|some people|some other|up and|up with|in total|\
         more of|a sign|sign of|signs of|sign language|sign up|signs up|signed up|signing up|agreed that|agreed with|sign in|plan a|plan the|under construction by|\
         people-to-people|people’s|year-round|state-of-the-art|day-to-day|month-long|week-long|year-long|\
         day-long|year on year|year-on-year|y/y|month on month|month-on-month|a year|a year earlier|\
         a year ago|last year|this year|next year|a day|a week|a month|an hour|a minute|per year|\
         minutes of the meeting|in the event|in any event|at all events|in the case of|in this case|in that case|in the first place",
    ),
];
