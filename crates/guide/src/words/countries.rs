//! Countries by name in both languages, from ISO 3166-1 alpha-2.
//!
//! The list holds those a city's delegations plausibly come from; a code without a name stands for itself.

use festoon_domain::text::Lang;

/// A country's usual short name.
#[must_use]
pub fn country(code: &str, lang: Lang) -> &str {
    let Ok(at) = COUNTRIES.binary_search_by_key(&code, |(known, ..)| known) else { return code };
    let (_, zh, en) = COUNTRIES[at];
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// In the order of their codes.
const COUNTRIES: &[(&str, &str, &str)] = &[
    ("AE", "阿联酋", "United Arab Emirates"),
    ("AR", "阿根廷", "Argentina"),
    ("AT", "奥地利", "Austria"),
    ("AU", "澳大利亚", "Australia"),
    ("BE", "比利时", "Belgium"),
    ("BG", "保加利亚", "Bulgaria"),
    ("BR", "巴西", "Brazil"),
    ("BY", "白俄罗斯", "Belarus"),
    ("CA", "加拿大", "Canada"),
    ("CH", "瑞士", "Switzerland"),
    ("CL", "智利", "Chile"),
    ("CN", "中国", "China"),
    ("CO", "哥伦比亚", "Colombia"),
    ("CY", "塞浦路斯", "Cyprus"),
    ("CZ", "捷克", "Czechia"),
    ("DE", "德国", "Germany"),
    ("DK", "丹麦", "Denmark"),
    ("EE", "爱沙尼亚", "Estonia"),
    ("EG", "埃及", "Egypt"),
    ("ES", "西班牙", "Spain"),
    ("ET", "埃塞俄比亚", "Ethiopia"),
    ("FI", "芬兰", "Finland"),
    ("FR", "法国", "France"),
    ("GB", "英国", "United Kingdom"),
    ("GR", "希腊", "Greece"),
    ("HR", "克罗地亚", "Croatia"),
    ("HU", "匈牙利", "Hungary"),
    ("ID", "印度尼西亚", "Indonesia"),
    ("IE", "爱尔兰", "Ireland"),
    ("IL", "以色列", "Israel"),
    ("IN", "印度", "India"),
    ("IS", "冰岛", "Iceland"),
    ("IT", "意大利", "Italy"),
    ("JP", "日本", "Japan"),
    ("KE", "肯尼亚", "Kenya"),
    ("KH", "柬埔寨", "Cambodia"),
    ("KR", "韩国", "South Korea"),
    ("KZ", "哈萨克斯坦", "Kazakhstan"),
    ("LA", "老挝", "Laos"),
    ("LT", "立陶宛", "Lithuania"),
    ("LU", "卢森堡", "Luxembourg"),
    ("LV", "拉脱维亚", "Latvia"),
    ("MA", "摩洛哥", "Morocco"),
    ("MN", "蒙古", "Mongolia"),
    ("MT", "马耳他", "Malta"),
    ("MX", "墨西哥", "Mexico"),
    ("MY", "马来西亚", "Malaysia"),
    ("NG", "尼日利亚", "Nigeria"),
    ("NL", "荷兰", "Netherlands"),
    ("NO", "挪威", "Norway"),
    ("NZ", "新西兰", "New Zealand"),
    ("PE", "秘鲁", "Peru"),
    ("PH", "菲律宾", "Philippines"),
    ("PK", "巴基斯坦", "Pakistan"),
    ("PL", "波兰", "Poland"),
    ("PT", "葡萄牙", "Portugal"),
    ("QA", "卡塔尔", "Qatar"),
    ("RO", "罗马尼亚", "Romania"),
    ("RS", "塞尔维亚", "Serbia"),
    ("RU", "俄罗斯", "Russia"),
    ("SA", "沙特阿拉伯", "Saudi Arabia"),
    ("SE", "瑞典", "Sweden"),
    ("SG", "新加坡", "Singapore"),
    ("SI", "斯洛文尼亚", "Slovenia"),
    ("SK", "斯洛伐克", "Slovakia"),
    ("TH", "泰国", "Thailand"),
    ("TR", "土耳其", "Türkiye"),
    ("TZ", "坦桑尼亚", "Tanzania"),
    ("UA", "乌克兰", "Ukraine"),
    ("US", "美国", "United States"),
    ("UY", "乌拉圭", "Uruguay"),
    ("UZ", "乌兹别克斯坦", "Uzbekistan"),
    ("VN", "越南", "Vietnam"),
    ("ZA", "南非", "South Africa"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_order_so_that_a_search_finds_every_code() {
        assert!(COUNTRIES.is_sorted_by_key(|(code, ..)| code));
        assert_eq!(country("IS", Lang::Zh), "冰岛");
        assert_eq!(country("GB", Lang::En), "United Kingdom");
        assert_eq!(country("ZZ", Lang::En), "ZZ");
    }
}
