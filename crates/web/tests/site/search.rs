//! The search as a visitor, a script and a stranger meet it, over the sample week.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::StatusCode;
use festoon_domain::text::Lang;
use festoon_guide::Guide;
use festoon_guide::search::{Asked, Found, Kind};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::{get, guide, header, site};

fn find<'a>(guide: &'a Guide, typed: &str, most: usize) -> Found<'a> {
    guide.find(&Asked { typed, lang: Lang::Zh, kind: None, skip: 0, most, today: None })
}

fn keys(found: &Found<'_>, kind: Kind) -> Vec<String> {
    let group = found.groups.iter().find(|group| group.kind == kind);
    group.into_iter().flat_map(|group| &group.hits).map(|hit| hit.key.to_owned()).collect()
}

#[test]
fn what_people_type_finds_what_they_mean_first() {
    let guide = guide();
    for (typed, kind, expected) in [
        ("江宁金鹰", Kind::Venue, "jiangning-golden-eagle"),
        ("江寧金鷹", Kind::Venue, "jiangning-golden-eagle"),
        ("jnjy", Kind::Venue, "jiangning-golden-eagle"),
        ("jiangning golden", Kind::Venue, "jiangning-golden-eagle"),
        ("golden egale", Kind::Venue, "jiangning-golden-eagle"),
        ("未来网络", Kind::Activity, "future-network-conference"),
        ("未來網路", Kind::Activity, "future-network-conference"),
        ("weilaiwangluo", Kind::Activity, "future-network-conference"),
        ("wei lai wang luo", Kind::Activity, "future-network-conference"),
        ("wlwl", Kind::Activity, "future-network-conference"),
        ("futur netwrok", Kind::Activity, "future-network-conference"),
        ("CENI 启动", Kind::Session, "fnc-ceni-launch"),
        ("ｃｅｎｉ启动", Kind::Session, "fnc-ceni-launch"),
        ("ada holm", Kind::Person, "ada-holm"),
        ("阿达霍尔姆", Kind::Person, "ada-holm"),
        ("Oresund", Kind::Person, "ada-holm"),
        ("linyue", Kind::Person, "lin-yue"),
        ("创新办", Kind::Host, "innovation-office"),
        ("nordic", Kind::Activity, "nordic-china-forum"),
    ] {
        let found = find(&guide, typed, 3);
        assert!(keys(&found, kind).iter().any(|key| key == expected), "{typed}: {found:#?}");
    }
    assert_eq!(keys(&find(&guide, "未来网络", 1), Kind::Activity), ["future-network-conference"]);
}

/// Every title and name of the guide with the kind and key it should be found as.
fn titles(guide: &Guide, lang: Lang) -> Vec<(Kind, String, String)> {
    let programme = guide.programme();
    let mut titles = Vec::new();
    let mut add = |kind, key: &str, text: &festoon_domain::text::Text| {
        if !text.wording(lang).is_empty() {
            titles.push((kind, key.to_owned(), text.wording(lang).to_owned()));
        }
    };
    programme.activities.iter().for_each(|one| add(Kind::Activity, &one.key, &one.title));
    programme.sessions.iter().for_each(|one| add(Kind::Session, &one.key, &one.title));
    programme.people.iter().for_each(|one| add(Kind::Person, &one.key, &one.name));
    programme.venues.iter().for_each(|one| add(Kind::Venue, &one.key, &one.name));
    programme.hosts.iter().for_each(|one| add(Kind::Host, &one.key, &one.name));
    titles
}

/// What each query must find.
#[derive(Default)]
struct Expected(BTreeMap<String, BTreeSet<(usize, String)>>);

impl Expected {
    fn add(&mut self, typed: impl Into<String>, kind: Kind, key: &str) {
        self.0.entry(typed.into()).or_default().insert((kind as usize, key.to_owned()));
    }

    /// Asks each query once, and says how many there were.
    fn assert_found(&self, guide: &Guide) -> usize {
        for (typed, expected) in &self.0 {
            let found = find(guide, typed, 1_000);
            let hits = found.groups.iter().flat_map(|group| {
                group.hits.iter().map(move |hit| (group.kind as usize, hit.key.to_owned()))
            });
            let found: BTreeSet<(usize, String)> = hits.collect();
            assert!(expected.is_subset(&found), "{typed} does not find {:?}", expected - &found);
        }
        self.0.len()
    }
}

fn is_chinese(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

#[test]
fn any_two_neighbouring_characters_of_a_title_find_it() {
    let (guide, mut expected) = (guide(), Expected::default());
    for (kind, key, title) in titles(&guide, Lang::Zh) {
        let characters: Vec<char> = title.chars().collect();
        for two in characters.windows(2).filter(|two| two.iter().copied().all(is_chinese)) {
            expected.add(two.iter().collect::<String>(), kind, &key);
        }
        expected.add(title, kind, &key);
    }
    for (kind, key, title) in titles(&guide, Lang::En) {
        for word in words(&title).into_iter().filter(|word| word.len() > 1) {
            expected.add(&word[word.len().saturating_sub(3)..], kind, &key);
            expected.add(word.to_uppercase(), kind, &key);
        }
        expected.add(title, kind, &key);
    }
    assert!(expected.assert_found(&guide) > 2_000);
}

/// The words of an English title; an apostrophe parts none.
fn words(title: &str) -> Vec<String> {
    let title = title.to_lowercase().replace(['\'', '’'], "");
    title.split(|c: char| !c.is_ascii_alphanumeric()).map(str::to_owned).collect()
}

#[test]
fn a_title_is_found_by_its_sound_and_by_the_initials_of_its_sound() {
    use pinyin::ToPinyin as _;
    let (guide, mut expected) = (guide(), Expected::default());
    for (kind, key, title) in titles(&guide, Lang::Zh) {
        for run in title.split(|c| !is_chinese(c)).filter(|run| run.chars().count() > 1) {
            let syllables: Vec<&str> = run.to_pinyin().flatten().map(pinyin::Pinyin::plain).collect();
            let sound = syllables.concat().replace('ü', "v");
            if sound.len() <= 60 {
                expected.add(sound, kind, &key);
            }
            expected.add(syllables.iter().map(|one| &one[..1]).collect::<String>(), kind, &key);
        }
    }
    assert!(expected.assert_found(&guide) > 600);
}

#[test]
fn a_title_in_the_other_form_of_chinese_finds_it() {
    use ferrous_opencc::{OpenCC, config::BuiltinConfig};
    let (guide, mut expected) = (guide(), Expected::default());
    let dictionary = OpenCC::from_config(BuiltinConfig::S2t).expect("built in");
    for (kind, key, title) in titles(&guide, Lang::Zh) {
        expected.add(dictionary.convert(&title), kind, &key);
    }
    expected.assert_found(&guide);
}

#[test]
fn one_slip_in_a_longer_word_is_forgiven() {
    let guide = guide();
    let mut slips = 0;
    for (number, (kind, key, title)) in titles(&guide, Lang::En).into_iter().enumerate() {
        for word in words(&title).into_iter().filter(|word| word.len() >= 5) {
            let at = 1 + number % (word.len() - 2);
            let (head, tail) = word.split_at(at);
            let swapped = format!("{head}{}{}{}", &tail[1..2], &tail[..1], &tail[2..]);
            for slip in [
                format!("{head}q{tail}"),
                format!("{head}{}", &tail[1..]),
                format!("{head}q{}", &tail[1..]),
                swapped,
            ] {
                let found = find(&guide, &slip, 1);
                // What happens to be another word of the guide, or a part of one, was not mistyped.
                if found.corrected.is_empty() && found.total > 0 {
                    continue;
                }
                slips += 1;
                let is_meant = found.corrected.iter().any(|one| one.meant == word);
                let is_found = || keys(&find(&guide, &slip, 1_000), kind).contains(&key);
                assert!(is_meant || is_found(), "{slip} for {word} does not find {key}");
            }
        }
    }
    assert!(slips > 1_000, "{slips}");
}

#[tokio::test]
async fn the_page_works_without_script_and_the_part_of_it_with() {
    let site = site();
    for (address, wanted) in [
        ("/zh/search?q=%E6%9C%AA%E6%9D%A5%E7%BD%91%E7%BB%9C", "<mark>未来网络</mark>"),
        ("/en/search?q=golden+eagle", "<mark>Golden</mark> <mark>Eagle</mark>"),
        (
            "/w/jiangning-2021/en/search?q=golden",
            "href=\"/w/jiangning-2021/en/venues/jiangning-golden-eagle\"",
        ),
        ("/en/search?q=golden&kind=venues", "name=\"kind\" value=\"venues\""),
        ("/en/search?q=xqzxqzxqz", "Nothing found for “xqzxqzxqz”"),
        ("/zh/search", "从产业链找起"),
    ] {
        let (status, headers, html) = get(&site, address).await;
        assert_eq!(status, StatusCode::OK, "{address}");
        assert_eq!(header(&headers, "cache-control"), "no-cache");
        assert!(html.contains(wanted), "{address}: {html}");
        assert_eq!(html.contains("noindex"), address.contains("q="), "{address}");
        assert_eq!(html.matches("<h1").count(), 1);
    }
    let (_, _, part) = get(&site, "/en/search?q=golden&part=results").await;
    assert!(part.trim_start().starts_with("<div class=\"results\" data-said=\""), "{part}");
    let (_, _, html) = get(&site, "/en/search?q=a%22%3E%3Cscript%3E").await;
    assert!(!html.contains("<script>"), "{html}");
    let switch = "class=\"other-language\" href=\"/zh/search?q=golden\"";
    assert!(get(&site, "/en/search?q=golden").await.2.contains(switch));
}

#[tokio::test]
async fn absurd_questions_are_answered_quickly_and_in_bounds() {
    let site = site();
    let long = format!("/zh/search?q={}", "%E6%B1%9F".repeat(3_000));
    for address in [
        &long,
        "/zh/search?q=%FF%FE",
        "/zh/search?q=a&q=b&q=c",
        "/zh/search?q=江宁&page=99999999999999999999",
        "/zh/search?q=%E6%B1%9F&kind=sessions&page=4000000000",
        "/zh/search?kind=nonsense&q=a",
        "/zh/search?q=%00%07",
        "/zh/search?=&&&%",
        "/en/search?part=results",
    ] {
        let Ok(uri) = address.parse::<axum::http::Uri>() else { continue };
        let (status, _, html) = get(&site, &uri.to_string()).await;
        assert_eq!(status, StatusCode::OK, "{address}");
        assert!(html.len() < 60_000, "{address}: {}", html.len());
    }
    assert_eq!(get(&site, "/fr/search?q=a").await.0, StatusCode::NOT_FOUND);
    assert_eq!(get(&site, "/w/none/en/search?q=a").await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn nobody_is_found_whom_only_the_protocol_desk_may_know() {
    let (site, guide) = (site(), guide());
    let public: BTreeSet<&str> = guide.programme().people.iter().map(|person| &*person.key).collect();
    let records = crate::records();
    let hidden: Vec<_> =
        records.programme.people.iter().filter(|person| !public.contains(&*person.key)).collect();
    assert!(!hidden.is_empty());
    for person in hidden {
        for name in [person.name.wording(Lang::Zh), person.name.wording(Lang::En)] {
            let escaped = utf8_percent_encode(name, NON_ALPHANUMERIC);
            let (_, _, html) = get(&site, &format!("/en/search?part=results&q={escaped}")).await;
            assert!(!html.contains(&format!("/people/{}\"", person.key)), "{name}");
            let found = find(&guide, name, 20);
            let shown = |hit: &festoon_guide::search::Hit<'_>| hit.title.text == name;
            assert!(!found.groups.iter().flat_map(|group| &group.hits).any(shown), "{name}");
        }
    }
}

#[tokio::test]
async fn a_lost_reader_is_offered_a_search_and_what_is_called_so() {
    let site = site();
    // Whoever shows a guide makes it ready to be searched; here the first search does.
    get(&site, "/en/search?q=a").await;
    let (status, _, html) = get(&site, "/en/activities/future-network-conf").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert!(html.contains("value=\"future network conf\""), "{html}");
    assert!(html.contains("href=\"/en/activities/future-network-conference\""), "{html}");
    assert!(html.matches("class=\"hit\"").count() <= 5);
    // All of these words stand in the programme, and nothing is called so.
    let (_, _, html) = get(&site, "/en/activities/network-conference-of-the-future").await;
    assert!(html.contains("class=\"search-form\"") && !html.contains("class=\"hit\""), "{html}");
    let (status, _, html) =
        get(&site, "/w/jiangning-2021/zh/venues/%E6%B1%9F%E5%AE%81%E9%87%91%E9%B9%B0").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert!(html.contains("href=\"/w/jiangning-2021/zh/venues/jiangning-golden-eagle\""), "{html}");
}
