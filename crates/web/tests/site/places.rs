//! Pages of people and venues through the real router, over the sample week.

use super::*;

#[tokio::test]
async fn everybody_public_and_every_house_has_a_page_that_something_links_to() {
    let (site, guide) = (site(), guide());
    let programme = guide.programme();
    let people = programme.people.iter().map(|person| Page::Person(&person.key));
    let venues = programme.venues.iter().map(|venue| Page::Venue(&venue.key));
    let wanted: Vec<Page<'_>> = people.chain(venues).chain([Page::Venues]).collect();
    assert!(wanted.len() > 50, "the sample week has speakers and houses: {}", wanted.len());
    for lang in Lang::BOTH {
        let mut linked = HashSet::new();
        for page in pages::all(&guide) {
            let html = pages::render(&guide, lang, page).expect("it has it");
            linked.extend(attribute(&html, "href").into_iter().map(str::to_owned));
        }
        for &page in &wanted {
            let (status, ..) = get(&site, &at(page, lang)).await;
            assert_eq!(status, StatusCode::OK, "{}", at(page, lang));
            assert!(linked.contains(&at(page, lang)), "nothing links to {}", at(page, lang));
        }
    }
}

#[test]
fn the_signing_list_is_told_alike_in_both_languages() {
    let guide = guide();
    let figure = |key: &str| {
        let figures = guide.figures().iter().map(|frozen| &frozen.figure);
        figures.clone().find(|figure| figure.key == key).expect("the sample week has it")
    };
    let projects = figure("projects");
    for (lang, both) in [(Lang::Zh, ["已签约", "拟签约"]), (Lang::En, ["signed", "to be signed"])] {
        for text in [&projects.name, &projects.definition, &figure("investment-total").definition] {
            assert!(both.iter().all(|stage| text.wording(lang).contains(stage)), "{text:?}");
        }
    }
    // A letter of intent is not on the list, so no amount is taken from one.
    let money = &figure("investment-total").definition;
    assert!(
        !money.wording(Lang::Zh).contains("意向书") && !money.wording(Lang::En).contains("letter"),
        "{money:?}"
    );
}

#[tokio::test]
async fn whoever_appears_nowhere_in_public_has_no_page() {
    let (site, records, guide) = (site(), records(), guide());
    let hidden: Vec<&str> = (records.programme.people.iter())
        .map(|person| person.key.as_str())
        .filter(|key| guide.person(key).is_none())
        .collect();
    assert!(hidden.len() > 5, "the sample week has guests and interpreters: {hidden:?}");
    for key in hidden.into_iter().chain(["nobody", "..%2Fvenues"]) {
        let (status, ..) = get(&site, &format!("/zh/people/{key}")).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{key}");
    }
    assert_eq!(get(&site, "/en/venues/nowhere").await.0, StatusCode::NOT_FOUND);
}
