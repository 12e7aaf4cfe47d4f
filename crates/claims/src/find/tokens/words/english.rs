//! English words that number, bend, scale, date or stage a figure.

use super::Words;
use crate::claim::{Change, Hedge, Stage};
use crate::find::tokens::sense::Sense;
use crate::unit::{Currency, Unit};

pub(super) const WORDS: &[Words] = &[
    (Sense::Small(0), "zero|nought"),
    (Sense::Small(1), "one"),
    (Sense::Small(2), "two"),
    (Sense::Small(3), "three"),
    (Sense::Small(4), "four"),
    (Sense::Small(5), "five"),
    (Sense::Small(6), "six"),
    (Sense::Small(7), "seven"),
    (Sense::Small(8), "eight"),
    (Sense::Small(9), "nine"),
    (Sense::Small(10), "ten"),
    (Sense::Small(11), "eleven"),
    (Sense::Small(12), "twelve"),
    (Sense::Small(13), "thirteen"),
    (Sense::Small(14), "fourteen"),
    (Sense::Small(15), "fifteen"),
    (Sense::Small(16), "sixteen"),
    (Sense::Small(17), "seventeen"),
    (Sense::Small(18), "eighteen"),
    (Sense::Small(19), "nineteen"),
    (Sense::Tens(20), "twenty"),
    (Sense::Tens(30), "thirty"),
    (Sense::Tens(40), "forty|fourty"),
    (Sense::Tens(50), "fifty"),
    (Sense::Tens(60), "sixty"),
    (Sense::Tens(70), "seventy"),
    (Sense::Tens(80), "eighty"),
    (Sense::Tens(90), "ninety"),
    (Sense::Power(2), "hundred"),
    (Sense::Power(3), "thousand|k"),
    (Sense::Power(5), "lakh|lakhs"),
    (Sense::Power(7), "crore|crores"),
    (Sense::Power(6), "million|mn|mln|m|mio"),
    (Sense::Power(9), "billion|bn|bln|b"),
    (Sense::Power(12), "trillion|tn|trn"),
    (Sense::Dozen, "dozen"),
    (Sense::Ordinal(1), "first"),
    (Sense::Ordinal(2), "second"),
    (Sense::Ordinal(3), "third"),
    (Sense::Ordinal(4), "fourth"),
    (Sense::Ordinal(5), "fifth"),
    (Sense::Ordinal(6), "sixth"),
    (Sense::Ordinal(7), "seventh"),
    (Sense::Ordinal(8), "eighth"),
    (Sense::Ordinal(9), "ninth"),
    (Sense::Ordinal(10), "tenth"),
    (Sense::Ordinal(11), "eleventh"),
    (Sense::Ordinal(12), "twelfth"),
    (Sense::Ordinal(13), "thirteenth"),
    (Sense::Ordinal(14), "fourteenth"),
    (Sense::Ordinal(15), "fifteenth"),
    (Sense::Ordinal(16), "sixteenth"),
    (Sense::Ordinal(17), "seventeenth"),
    (Sense::Ordinal(18), "eighteenth"),
    (Sense::Ordinal(19), "nineteenth"),
    (Sense::Ordinal(20), "twentieth"),
    (Sense::Ordinal(30), "thirtieth"),
    (Sense::Ordinal(40), "fortieth"),
    (Sense::Ordinal(50), "fiftieth"),
    (Sense::Ordinal(100), "hundredth"),
    (Sense::Part(2), "half"),
    (Sense::Part(3), "thirds"),
    (Sense::Part(4), "quarter|quarters|fourths"),
    (Sense::Part(5), "fifths"),
    (Sense::Part(6), "sixths"),
    (Sense::Part(7), "sevenths"),
    (Sense::Part(8), "eighths"),
    (Sense::Part(9), "ninths"),
    (Sense::Part(10), "tenths"),
    (Sense::Multiple(2, Change::Double), "doubled|doubling|double|doubles|a doubling"),
    (Sense::Multiple(2, Change::To), "twofold|two-fold|twice as many|twice as much|twice"),
    (Sense::Multiple(3, Change::To), "tripled|trebled|threefold|three-fold|triple|treble|triples|tripling"),
    (Sense::Multiple(4, Change::To), "quadrupled|fourfold|four-fold|quadruple|quadrupling"),
    (Sense::Multiple(5, Change::To), "fivefold|five-fold|quintupled"),
    (Sense::Multiple(6, Change::To), "sixfold|six-fold"),
    (Sense::Multiple(7, Change::To), "sevenfold|seven-fold"),
    (Sense::Multiple(8, Change::To), "eightfold|eight-fold"),
    (Sense::Multiple(9, Change::To), "ninefold|nine-fold"),
    (Sense::Multiple(10, Change::To), "tenfold|ten-fold"),
    (Sense::Multiple(0, Change::To), "halved|halving|half as many|half as much"),
    (
        Sense::Hedge(Hedge::Nearly),
        "getting on for|not far short of|not far off|not far from|a whisker short of|a shade short of|the best part of|the better part of|coming up to|coming up for|within a whisker of|nearly|almost|close to|approaching|nearing|not quite|just short of|just shy of|shy of|approached|\
         approaches|approach|practically|virtually|close on|nigh on|verging on|well-nigh",
    ),
    (
        Sense::Hedge(Hedge::Over),
        "and upwards of|a good|easily|little more than|not much more than|comfortably|a shade over|a shade above|a touch over|a touch above|a whisker over|a fraction over|a hair over|a tad over|and over|comfortably over|comfortably more than|comfortably above|rather more than|more than|over|above|exceeding|exceeded|exceed|exceeds|upwards of|upward of|in excess of|topped|\
         topping|tops|well over|just over|surpassed|surpassing|surpasses|surpass|well above|just above|\
         greater than|higher than|crossed|slightly more than|slightly over|a little over|\
         a little more than|well more than|far more than|larger than|to more than|north of|broke through|\
         broken through|excess of|slightly above|hit more than|upwards to",
    ),
    (
        Sense::Hedge(Hedge::About),
        "about|around|some|roughly|perhaps|maybe|in the vicinity of|around about|somewhere near|approximately|circa|approx|approx.|ca|ca.|an estimated|estimated at|\
         in the region of|in the order of|in the neighbourhood of|somewhere around|or about|just about|\
         estimated|on the order of|close to about|c.|equivalent to about|more or less|a rough|\
         an approximate|something like",
    ),
    (
        Sense::Hedge(Hedge::AtLeast),
        "at least|no fewer than|no less than|not less than|a minimum of|minimum|not fewer than|minimum of|\
         at a minimum|as few as|as little as|from at least|at the very least",
    ),
    (
        Sense::Hedge(Hedge::AtMost),
        "at the very most|no longer than|up to|and up to|at most|no more than|not more than|a maximum of|maximum|maximum of|as many as|as much as|\
         no later than|not exceeding|not to exceed|capped at|a ceiling of|at the most|\
         no higher than|no greater than|not over|to a maximum of|within",
    ),
    (
        Sense::Hedge(Hedge::Under),
        "hardly|barely|scarcely|not even|little less than|not much less than|a shade under|a shade below|a touch under|a touch below|a whisker under|a fraction under|a hair under|a tad under|less than|fewer than|under|below|just under|just below|well under|well below|slightly less than|\
         slightly under|slightly below|lower than|a little under|a little less than|smaller than|short of|\
         south of|not yet|slightly fewer than|a little below",
    ),
    (Sense::Behind(Hedge::Over), "plus|and above no"),
    (Sense::Behind(Hedge::More), "odd|and then some|and a few|something"),
    (
        Sense::Behind(Hedge::AtLeast),
        "or more|and up|or above|or over|and above|and over|or higher|and upwards|or older|upwards|\
         or better|minimum|or greater|or longer",
    ),
    (
        Sense::Behind(Hedge::AtMost),
        "or less|or fewer|or under|or below|at most|maximum|at the most|or lower|or younger|max",
    ),
    (Sense::Behind(Hedge::About), "or so|or thereabouts|more or less|approximately|or roughly|give or take"),
    (Sense::Money(Currency::CNY), "yuan|rmb|cny|cnh|renminbi|yuan renminbi|yuan (rmb)|rmb yuan|chinese yuan"),
    (
        Sense::Money(Currency::USD),
        "us dollars|dollars|us dollar|dollar|usd|u.s. dollars|u.s. dollar|american dollars",
    ),
    (Sense::Money(Currency::EUR), "euros|euro|eur"),
    (Sense::Money(Currency::GBP), "pounds sterling|pounds|gbp|pound sterling|sterling"),
    (Sense::Money(Currency::JPY), "yen|japanese yen|jpy"),
    (Sense::Money(Currency::HKD), "hk dollars|hong kong dollars|hkd"),
    (Sense::Money(code("CHF")), "swiss francs|chf"),
    (Sense::Money(code("SEK")), "swedish kronor|sek|kronor"),
    (Sense::Money(code("DKK")), "danish kroner|dkk"),
    (Sense::Money(code("NOK")), "norwegian kroner|nok"),
    (Sense::Money(code("SGD")), "singapore dollars|sgd"),
    (Sense::Money(code("AUD")), "australian dollars|aud"),
    (Sense::Money(code("CAD")), "canadian dollars|cad"),
    (Sense::Money(code("KRW")), "won|krw"),
    (Sense::Money(code("INR")), "rupees|inr|rs"),
    (Sense::Money(code("AED")), "dirhams|dirham|aed|dh|dhs"),
    (Sense::Money(code("SAR")), "riyals|riyal|sar"),
    (Sense::Money(code("NZD")), "new zealand dollars|nzd"),
    (Sense::Money(code("TWD")), "new taiwan dollars|twd"),
    (Sense::Money(code("BRL")), "reais|brl"),
    (Sense::Money(code("THB")), "baht|thb"),
    (Sense::Money(code("MYR")), "ringgit|myr|rm"),
    (Sense::Money(code("IDR")), "rupiah|idr"),
    (Sense::Money(code("VND")), "dong|vnd"),
    (Sense::Money(code("RUB")), "roubles|rubles|rub"),
    (Sense::Percent, "per cent|percent|pct|p.c.|pc"),
    (Sense::Permille, "per mille|per mil|permille|per thousand"),
    (
        Sense::Point,
        "percentage points|percentage point|pts|pp|ppt|ppts|pps|pct points|percent points|percentage-point|\
         of a percentage point|         p.p.",
    ),
    (Sense::BasisPoint, "basis points|basis point|bps"),
    (Sense::Measure(Unit::Year), "years|year|yrs|years of age|year-old|years old|years’|year olds"),
    (Sense::Measure(Unit::Month), "months|month"),
    (Sense::Measure(Unit::Week), "weeks|week"),
    (Sense::Measure(Unit::Day), "days|day|working days|business days"),
    (Sense::Measure(Unit::Hour), "hours|hour|hrs|h"),
    (Sense::Measure(Unit::Minute), "minutes|minute|mins|min"),
    (Sense::Measure(Unit::Second), "seconds|secs"),
    (Sense::Measure(Unit::Metre), "metres|meters|metre|meter"),
    (Sense::Measure(Unit::Kilometre), "kilometres|kilometers|kilometre|kilometer|km|kms|km/h"),
    (
        Sense::Measure(Unit::SquareMetre),
        "square metres|square meters|square metre|square meter|sq m|sqm|sq. m|square-metre|square-meter|\
         sq metres|sq meters|sq-m|sq. metres|sq. meters|m²|m2",
    ),
    (Sense::Measure(Unit::Hectare), "hectares|hectare|ha"),
    (Sense::Measure(Unit::Tonne), "tonnes|tons|tonne|ton|metric tons|metric tonnes"),
    (Sense::Measure(Unit::KilowattHour), "kilowatt-hours|kilowatt-hour|kwh|kilowatt hours|kilowatt hour"),
    (Sense::Measure(Unit::Megawatt), "megawatts|megawatt|mw"),
    (Sense::Measure(Unit::GigabitPerSecond), "gigabits per second|gigabit per second|gbps|gbit/s|gb/s"),
    (
        Sense::Measure(Unit::DegreeCelsius),
        "degrees celsius|degree celsius|degrees centigrade|degrees|celsius",
    ),
    (
        Sense::Measure(Unit::Item),
        "degrees fahrenheit|degree fahrenheit|fahrenheit|mb|kb|gwh|mwh|twh|wh|wh/kg|wh/l|kv|kva|mva|ah|mah|nm|pb|mile|foot|inch|acre|litre|liter|gram|kilogram|kilo|kilos|ghz|mhz|khz|hz|tb/s|mb/s|mbit/s|mbps|kbps|tbps|μm|um|mg|ml|mm|cm|\
         m/s|mph|kph|rpm|km²|km2|ppm|ppb|kpa|mpa|teu|teus|dwt|kcal|calories|mw/h|gj|mj|kj|kwp|mwp|gwp|tflops|pflops|eflops|qps|tps|tops|fps|dpi|lbs|lb|ft|decibels|db|volts|volt|watts|watt|amps|hertz|megabytes|petabytes|\
         gigawatt-hours|megawatt-hours|gigawatt hours|megawatt hours|terawatt-hours|horsepower|bhp|kilotonnes|barrels|barrel|gallons|pints|yards|hectolitres|milliseconds|millisecond|microseconds|microns|micrometres|nanometres|nanometers|tb|gb|tex|°|knots|nautical miles|mt|kt|carats|ounces|cubic feet|pixels|megapixels|teraflops|petaflops|bits|qubits|cents|pence|centimetres|centimeters|millimetres|millimeters|kilograms|kilogrammes|kg|grams|litres|liters|\
         square kilometres|square kilometers|square kilometre|square kilometer|sq km|sq-km|square-kilometre|square-kilometer|square-foot|sq ft|sq-ft|acres|gigawatts|kilowatts|gw|kw|miles|feet|inches|mu|\
         square feet|net square feet|nsf|gsf|storeys|storey|terabytes|gigabytes|cubic metres|cubic meters",
    ),
    (Sense::Stage(Stage::Lead), "leads|project leads|prospects|in the pipeline|pipeline"),
    (
        Sense::Stage(Stage::Intent),
        "letter of intent|signed projects or cooperation intents|signed projects or intents|signed or intended|contracts and intents|contracts as well as intents|letters of intent|intent|intents|cooperation intents|intended|memorandum|\
         memoranda|memoranda of understanding|memorandum of understanding|mou|mous|in principle|\
         accepted in principle|cooperation intent|intentions|intention|non-binding|statement of intent|\
         statements of intent|agreed in principle",
    ),
    (
        Sense::Stage(Stage::ToBeSigned),
        "to be signed|due to be signed|due to sign|expected to be signed|expected to sign|\
         slated for signing|about to be signed|still to be signed|planned|plan to commit|to sign|\
         in the plan|will be signed|set to be signed|set to sign|scheduled to be signed|\
         planned to be signed|plan to sign|plans to sign|will sign|for signing|signing list|list for signature|awaiting signature|\
         yet to be signed|not yet signed|slated to be signed|lined up for signing|planned investment|intended investment|\
         up for signing|ready to be signed|ready for signing|ready for signature|up for signature|for signature|awaiting signing|waiting for signature|waiting to be signed|would be signed|\
         are to be signed|proposed|earmarked for signing|ready to sign|intend to sign|\
         scheduled for signing|due for signing|expected to be inked|to be inked|to be concluded",
    ),
    (
        Sense::Stage(Stage::Signed),
        "signed|inked|sealed|signs|concluded|contracted|signing|under contract|has signed|have signed|\
         been signed|already signed|were signed|was signed|agreed|clinched|finalised|finalized|\
         contracts signed|have been signed|has been signed|had been signed|struck|ink|penned|signatures",
    ),
    (
        Sense::Stage(Stage::Landed),
        "landed|signed and landed|registered and landed|settled|set up shop|have landed|has landed|\
         registered and paid in|established on the ground|have settled",
    ),
    (
        Sense::Stage(Stage::Started),
        "started|under construction|broken ground|broke ground|ground has been broken|breaking ground|\
         begun construction|began construction|started construction|construction has begun|being built|\
         construction has started|break ground|building has begun",
    ),
    (
        Sense::Stage(Stage::Producing),
        "in production|already produce|already produces|come on stream|came on stream|on stream|up and running|producing|in operation|\
         operational|gone into production|began production|into production|started production|\
         begun production|went into operation|put into production|gone into operation|on-stream",
    ),
    (
        Sense::Change(Change::Up),
        "plus of|a plus of|gains|improvement of|advance of|uptick of|uplift of|expansion of|boost of|up|rose|grew|grown|increased|rising|growing|jump|climb|surge|soar|jumping|surging|soaring|gaining|rebounding|leaping|swelling|accelerating|climbed|jumped|surged|gained|an increase of|\
         increase of|growth of|a rise of|rise of|expanded|soared|widened|edged up|ticked up|inched up|picked up|crept up|moved up|shot up|widened by|rebounded|leapt|swelled|accelerated|ballooned|up by|higher by|rose by|grew by|increased by|\
         increases|climbs|jumps|surges|soars|swells|leaps|increasing|increasing by|increase|rise|growth|went up|gone up|risen|gain of|a gain of|climbed by|\
         jumped by|surged by|went up by|risen by|grown by|advanced|advanced by|an extra|improved by|\
         improved|gain|grow|grow by|rises|grows|climb of|climbing|jump of|surge of|lengthened by|\
         extended by|expanded by|a growth of|boosted by|raised by|rose a further",
    ),
    (
        Sense::Change(Change::Down),
        "minus of|a minus of|lost|loses|shed|sheds|dip of|slide of|slump of|contraction of|cut of|saving of|loss of|down|fell|fallen|slip|plunge|tumble|shrink|dropping|dipping|slipping|sliding|declining|decreasing|shrinking|tumbling|plunging|slumping|plummeting|declined|dropped|decreased|shrank|falling|a fall of|fall of|a decline of|\
         decline of|a drop of|drop of|down by|lower by|fell by|dropped by|reduced by|cut by|declined by|\
         decreased by|shrunk|reduction of|a reduction of|slipped|slid|narrowed|narrowed by|edged down|ticked down|inched down|moved down|came down|tumbled|plunged|plummeted|eased|retreated|slowed|slumped|contracted|receded|falls|drops|declines|slips|dips|shrinks|decreases|slides|plunges|sinks|tumbles|slipped back|fell back|dropped back|slid back|fall|drop|decline|decrease|\
         decrease of|a decrease of|went down|went down by|lowered by|shortened by|sank|sank by|dipped|\
         dipped by|shrank by|savings of|falling by|dropping by|contracted by|slipped by",
    ),
    (
        Sense::Change(Change::To),
        "topped up to|scaled up to|boosted up to|brought up to|bumped up to|built up to|cut down to|brought down to|scaled down to|slimmed down to|\
         pared down to|whittled down to|slowed down to|picked up to|went up to|moved up to|edged up to|go up to|climbed up to|crept up to|inched up to|\
         gone up to|goes up to|stepped up to|ramped up to|went down to|came down to",
    ),
    (
        Sense::Moves(Change::Down),
        "cut|cuts|cutting|reduced|reduce|reduces|reducing|lowered|lower|lowers|lowering|shortened|shorten|shortens|\
         shortening|trimmed|trim|trims|trimming|slashed|slash|slashes|slashing|missed|halve|brought down|bring down|\
         scaled back|shaved|curbed|pared|undershot|knocked down|pushed down|driven down|brings down|bringing down",
    ),
    (
        Sense::Moves(Change::Up),
        "raised|raise|raises|raising|lifted|lifts|lifting|boosted|boost|boosts|boosting|beat|beats|outstripped|\
         extended|extend|extends|extending|enlarged|outdid|outpaced|pushed up|drove up|driven up|pushing up|brought up|\
         overshot|lengthen|lengthens|improve|improves|expand|expands|expanding|widen|widens|widening|scaled up|stepped up|\
         brought|brings|bringing|bring|took|taking",
    ),
    (
        Sense::AsOf,
        "list published|in the list of|list dated|as of|as at|by the evening of|by the end of|up to and including|until the end of|as on|\
         figures as of|status as of|correct as of|correct at|data as of|through the end of|by close on|\
         at the close of|as of the close on|as of the close of|as at the close of|as at the close on|as of close of business on|\
         as of the evening of|as of the end of|as of noon on|as of midnight on",
    ),
    (Sense::Month(1), "january|jan"),
    (Sense::Month(2), "february|feb"),
    (Sense::Month(3), "march|mar"),
    (Sense::Month(4), "april|apr"),
    (Sense::Month(5), "may"),
    (Sense::Month(6), "june|jun"),
    (Sense::Month(7), "july|jul"),
    (Sense::Month(8), "august|aug"),
    (Sense::Month(9), "september|sept|sep"),
    (Sense::Month(10), "october|oct"),
    (Sense::Month(11), "november|nov"),
    (Sense::Month(12), "december|dec"),
    (
        Sense::Level,
        "pue|pmi|cpi|ppi|score|scores|index|scored|scoring|rating|points level|reading|base of|score of|index of|index stands at|\
         rate of|exchange rate",
    ),
    (Sense::Rank, "ranked|ranks|ranking|rank|placed|came|finished|comes|finishing|rose to|place|climbed to"),
    (
        Sense::Amount,
        "investment|investments|money|turnover|revenue|revenues|output|capital|funding|financing|credit|\
         sales|profit|profits|worth|spending|exports|imports|loans|budget|amount|value|valued|\
         funds|fund|cost|costs|costing|gdp|fdi|vouchers|salaries|price|prices|\
         commitments",
    ),
    (Sense::Watching, "watched|viewed|livestreams|livestream|streamed|online|read"),
];

const fn code(code: &str) -> Currency {
    match Currency::parse(code) {
        Some(currency) => currency,
        None => Currency::CNY,
    }
}
