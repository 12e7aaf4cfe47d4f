//! What filters leave.

use std::collections::HashSet;

use festoon_domain::programme::OccurrenceId;
use festoon_domain::text::Lang;
use festoon_guide::filter::{Facet, Filter, NoSuch};
use festoon_guide::guide::MOST_LINES;
use festoon_guide::url::Page;
use festoon_guide::{Guide, pages};
use festoon_testkit::TestWeek;
use jiff::civil::date;

use crate::{any_guides, attribute, guide_of, long_day};

/// Sessions of a day under a query, by their keys.
fn keys<'a>(guide: &'a Guide, query: &str) -> Vec<&'a str> {
    let filter = Filter::parse(query, guide).expect("the guide has it");
    let programme = guide.programme();
    let all = programme.each_occurrence().map(|(id, _)| id);
    all.filter(|&id| filter.matches(guide, id)).map(|id| programme.session_of(id).key.as_str()).collect()
}

#[test]
fn every_facet_asks_for_what_it_says() {
    let mut programme = long_day();
    let keep = ["s0", "s1", "s4", "s13", "s501", "s502"];
    programme
        .occurrences
        .retain(|occurrence| keep.contains(&programme.sessions[occurrence.session.0 as usize].key.as_str()));
    let guide = guide_of(programme);
    assert_eq!(keys(&guide, ""), keep);
    assert_eq!(keys(&guide, "venue=north"), ["s1", "s4", "s13"]);
    assert_eq!(keys(&guide, "venue=south"), ["s501"]);
    assert_eq!(keys(&guide, "chain=grid"), ["s0", "s4"]);
    assert_eq!(keys(&guide, "kind=forum"), ["s0", "s4"]);
    assert_eq!(keys(&guide, "kind=panel"), ["s1", "s4", "s13", "s502"]);
    assert_eq!(keys(&guide, "host=park"), ["s0"]);
    assert_eq!(keys(&guide, "language=en"), ["s1", "s13", "s501"]);
    assert_eq!(keys(&guide, "partner=DE"), ["s0", "s4"]);
    assert_eq!(keys(&guide, "interpreted=yes"), ["s0"]);
    // The foyer is step-free, and so is the hall of the last; the first has no place, but captions.
    assert_eq!(keys(&guide, "accessible=yes"), ["s0", "s4", "s13", "s502"]);
    assert_eq!(keys(&guide, "venue=north&language=en&kind=panel"), ["s1", "s13"]);
}

#[test]
fn what_others_add_to_a_link_is_passed_over_and_what_is_misspelt_is_refused() {
    let guide = guide_of(long_day());
    let parse = |query: &str| Filter::parse(query, &guide).map(|filter| filter.query(&guide));
    assert_eq!(parse("from=singlemessage&isappinstalled=0&utm_source=x&%ff=%00"), Ok(String::new()));
    assert_eq!(parse("venue=&kind="), Ok(String::new()));
    assert_eq!(parse("kind=talk&utm_source=x&venue=north"), Ok("venue=north&kind=talk".into()));
    assert_eq!(parse("venue=nowhere&venue=north"), Ok("venue=north".into()));
    assert_eq!(parse("venue=%6eorth"), Ok("venue=north".into()));
    for (query, facet) in [
        ("venue=nowhere", Facet::Venue),
        ("venue=north&venue=nowhere", Facet::Venue),
        ("kind=Talk", Facet::Kind),
        ("language=%ff", Facet::Language),
        ("host=office%00", Facet::Host),
        ("accessible=1", Facet::Accessible),
        ("interpreted=no", Facet::Interpreted),
    ] {
        assert_eq!(parse(query), Err(NoSuch { facet }), "{query}");
    }
    let absurd = format!("{}&venue={}", "venue=north&".repeat(900), "%".repeat(10_000));
    assert_eq!(parse(&absurd), Err(NoSuch { facet: Facet::Venue }));
}

#[test]
fn a_house_in_which_nothing_takes_place_is_an_empty_list_that_says_what_to_do() {
    let week = TestWeek::new()
        .venue("empty")
        .venue("park")
        .room("hall")
        .session("a")
        .at("2021-06-22 09:00", "10:00");
    let guide = guide_of(week.build());
    let filter = Filter::parse("venue=empty", &guide).expect("the guide has the house");
    for (lang, words) in [(Lang::Zh, "去掉一个条件"), (Lang::En, "Remove one")] {
        let day = pages::filtered_day(&guide, lang, date(2021, 6, 22), &filter).expect("it has the day");
        assert!(day.contains(words) && !day.contains("class=\"line"), "{day}");
        let overview = pages::filtered_programme(&guide, lang, &filter);
        assert!(overview.contains(words) && !overview.contains("class=\"line"), "{overview}");
    }
}

/// The links of a page's filters: where each leads, and how many sessions it says are left there.
fn offered(html: &str) -> Vec<(String, usize)> {
    let facets = html.split("<div class=\"facets\">").nth(1).unwrap_or_default();
    let links = facets.split("<a rel=\"nofollow\" href=\"").skip(1);
    links
        .map(|rest| {
            let (href, rest) = rest.split_once('"').expect("a link ends");
            let count = rest.split("<span class=\"count\">").nth(1).and_then(|rest| rest.split('<').next());
            (href.replace("&#38;", "&"), count.expect("a count").parse().expect("a number"))
        })
        .collect()
}

/// How many lines the list behind a link has, with those that it says are cut.
fn lines_at(guide: &Guide, date: jiff::civil::Date, href: &str) -> (usize, usize) {
    let filter =
        Filter::parse(href.split_once('?').map_or("", |(_, query)| query), guide).expect("our own link");
    let html = pages::filtered_day(guide, Lang::En, date, &filter).expect("our own day");
    let day = guide.day(date).expect("our own day");
    let all = day.occurrences.iter().filter(|&&id| filter.matches(guide, id)).count();
    (html.matches("<div class=\"line").count(), all)
}

#[test]
fn the_count_beside_a_link_is_what_one_finds_behind_it() {
    let mut followed = 0;
    for guide in any_guides() {
        for day in guide.days().iter().filter(|day| !day.occurrences.is_empty()) {
            let plain = pages::render(&guide, Lang::En, Page::Day(day.date)).expect("its own day");
            let first = offered(&plain);
            let (start, step) = (first.len() / 3, (first.len() / 4).max(1));
            for (href, count) in first.iter().skip(start).step_by(step).chain(first.first()) {
                let (lines, all) = lines_at(&guide, day.date, href);
                assert_eq!((lines, all), ((*count).min(MOST_LINES), *count), "{href}");
                // One deeper: a second choice, or another value of the first.
                let filter = Filter::parse(href.split_once('?').expect("a choice").1, &guide).expect("ours");
                let html = pages::filtered_day(&guide, Lang::En, day.date, &filter).expect("its own day");
                for (href, count) in offered(&html).iter().step_by(2) {
                    assert_eq!(lines_at(&guide, day.date, href).1, *count, "{href}");
                    followed += 1;
                }
            }
        }
    }
    assert!(followed > 60, "{followed}");
}

#[test]
fn a_chip_says_how_many_there_are_without_it() {
    let guide = guide_of(long_day());
    let filter = Filter::parse("kind=panel&language=en", &guide).expect("the guide has both");
    let html = pages::filtered_day(&guide, Lang::En, date(2021, 6, 22), &filter).expect("it has the day");
    let count = |query: &str| keys(&guide, query).len();
    assert!(html.contains(&format!(", remove and see {} sessions", count("language=en"))));
    assert!(html.contains(&format!(", remove and see {} sessions", count("kind=panel"))));
    assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(
        html.contains("<link rel=\"canonical\" href=\"/zh/programme/2021-06-22\">")
            || html.contains("<link rel=\"canonical\" href=\"/en/programme/2021-06-22\">")
    );
    assert!(attribute(&html, "href").contains(&"/zh/programme/2021-06-22?kind=panel&language=en".to_owned()));
    let plain = pages::render(&guide, Lang::En, Page::Day(date(2021, 6, 22))).expect("it has the day");
    assert!(!plain.contains("noindex"));
}

#[test]
fn a_filter_means_the_same_after_its_own_address() {
    for guide in any_guides() {
        let programme = guide.programme();
        let venues = programme.venues.iter().map(|venue| (Facet::Venue, venue.key.clone()));
        let hosts = programme.hosts.iter().map(|host| (Facet::Host, host.key.clone()));
        let languages = programme.sessions.iter().flat_map(|session| &session.languages);
        let languages = languages.map(|code| (Facet::Language, code.clone()));
        for (facet, word) in venues.chain(hosts).chain(languages) {
            let query =
                form_urlencoded::Serializer::new(String::new()).append_pair(facet.name(), &word).finish();
            let filter = Filter::parse(&query, &guide).expect("the guide has it");
            assert_eq!(Filter::parse(&filter.query(&guide), &guide), Ok(filter));
            let matching: HashSet<OccurrenceId> = programme
                .each_occurrence()
                .map(|(id, _)| id)
                .filter(|&id| filter.matches(&guide, id))
                .collect();
            let expected: HashSet<OccurrenceId> = (programme.each_occurrence())
                .filter(|(id, occurrence)| match facet {
                    Facet::Venue => programme.venue_of(*id).is_some_and(|id| programme[id].key == word),
                    Facet::Host => {
                        let activity = programme[occurrence.session].activity.map(|id| &programme[id]);
                        let with = activity.map_or(&[][..], |activity| &activity.co_hosts);
                        let mut hosts =
                            programme.host_of(occurrence.session).into_iter().chain(with.iter().copied());
                        hosts.any(|id| programme[id].key == word)
                    }
                    _ => programme.session_of(*id).languages.contains(&word),
                })
                .map(|(id, _)| id)
                .collect();
            assert_eq!(matching, expected, "{query}");
        }
    }
}

#[test]
fn a_filter_that_leaves_more_than_a_page_holds_is_cut_says_so_and_offers_another() {
    let guide = guide_of(long_day());
    let filter = Filter::parse("language=zh", &guide).expect("the guide has it");
    let html = pages::filtered_day(&guide, Lang::En, date(2021, 6, 22), &filter).expect("it has the day");
    assert_eq!(html.matches("<div class=\"line").count(), MOST_LINES);
    assert!(html.contains("960 sessions match") && html.contains("810 more are not listed"), "{html}");
    assert!(html.contains("<a href=\"#narrow\">") && html.contains(" id=\"narrow\""));
    let overview = pages::filtered_programme(&guide, Lang::En, &filter);
    assert!(overview.matches("<div class=\"line").count() <= MOST_LINES);
    assert!(attribute(&overview, "href").contains(&"/en/programme/2021-06-22?language=zh".to_owned()));
}
