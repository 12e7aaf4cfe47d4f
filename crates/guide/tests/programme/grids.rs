//! A day as a grid of halls.

use festoon_domain::text::Lang;
use festoon_guide::filter::Filter;
use festoon_guide::pages;
use festoon_guide::pages::programme::{GridPage, NthGroup};
use festoon_guide::url::Page;
use festoon_testkit::TestWeek;
use jiff::civil::date;

use crate::{any_guides, attribute, guide_of, long_day};

/// The grids of all groups of a day.
fn grids(guide: &festoon_guide::Guide, day: jiff::civil::Date, lang: Lang) -> Vec<String> {
    let group = |number: usize| NthGroup::asked(&format!("group={number}")).expect("a number");
    let all = (1..).map(|number| pages::grid(guide, lang, day, &Filter::default(), group(number)));
    all.take_while(Option::is_some).flatten().collect()
}

/// How many columns every row of a table covers, cells that reach over several rows and columns counted in each.
fn columns_of_each_row(html: &str) -> Vec<usize> {
    let table = html.split("<table").nth(1).and_then(|rest| rest.split("</table>").next()).expect("a table");
    let rows: Vec<&str> = table.split("<tr>").skip(1).collect();
    let mut covered = vec![0; rows.len()];
    for (at, row) in rows.iter().enumerate() {
        let cells =
            row.split("<t").skip(1).filter(|cell| cell.starts_with(['d', 'h']) && !cell.starts_with("head"));
        for cell in cells {
            let head = cell.split('>').next().expect("split gives one");
            let span =
                |name: &str| attribute(head, name).first().map_or(1, |span| span.parse().expect("a number"));
            for row in &mut covered[at..at + span("rowspan")] {
                *row += span("colspan");
            }
        }
    }
    covered
}

#[test]
fn every_session_of_a_day_is_in_its_grid_exactly_once_and_the_table_is_whole() {
    let mut tables = 0;
    for guide in any_guides() {
        for day in guide.days() {
            let mut links = Vec::new();
            for html in grids(&guide, day.date, Lang::Zh) {
                let slots = html.split("<p class=\"slot-title\">").skip(1);
                links.extend(slots.map(|slot| attribute(slot, "href")[0].clone()));
                if html.contains("<table") {
                    let columns = columns_of_each_row(&html);
                    assert!(columns.iter().all(|count| *count == columns[0]), "{columns:?}");
                    assert!(columns[0] <= 41, "{columns:?}");
                    tables += 1;
                }
            }
            let mut expected: Vec<String> = (day.occurrences.iter())
                .map(|&id| guide.address(Page::Session(&guide.programme().session_of(id).key), Lang::Zh))
                .collect();
            links.sort_unstable();
            expected.sort_unstable();
            assert_eq!(links, expected, "{}", day.date);
        }
    }
    assert!(tables > 20, "{tables}");
}

#[test]
fn a_day_with_many_halls_is_shown_in_groups_that_are_linked() {
    let guide = guide_of(long_day());
    let day = date(2021, 6, 22);
    let by_group = GridPage::sessions_by_group(&guide, day, &Filter::default());
    assert!(by_group.len() > 2 && by_group.iter().all(|group| group.len() <= 400));
    let html = pages::render(&guide, Lang::En, Page::Grid(day)).expect("the first group");
    for number in 2..=by_group.len() {
        assert!(attribute(&html, "href").contains(&format!("/en/programme/2021-06-22/grid?group={number}")));
    }
    let beyond = NthGroup::asked(&format!("group={}", by_group.len() + 1)).expect("a number");
    assert_eq!(pages::grid(&guide, Lang::En, day, &Filter::default(), beyond), None);
    for no_number in
        ["group=x", "group=-1", "group=0", "group=9999999999999999999999", "group=%00", "group=1.5"]
    {
        assert_eq!(NthGroup::asked(no_number), None, "{no_number}");
    }
    assert_eq!(NthGroup::asked("group=&x=1"), Some(NthGroup::FIRST));
}

#[test]
fn what_has_no_hall_or_no_place_has_a_column_that_says_so() {
    let week = TestWeek::new().venue("park").room("hall").session("a").at("2021-06-22 09:00", "10:10");
    let mut programme = week
        .session("b")
        .at("2021-06-22 23:30", "23:59")
        .session("c")
        .at("2021-06-22 09:10", "09:10")
        .build();
    programme.occurrences[1].place =
        Some(festoon_domain::programme::Place::Venue(festoon_domain::venue::VenueId(0)));
    programme.occurrences[2].place = None;
    let guide = guide_of(programme);
    let html = pages::render(&guide, Lang::Zh, Page::Grid(date(2021, 6, 22))).expect("it has it");
    assert!(html.contains("会场待定") && html.contains("地点待定"), "{html}");
    // From nine to midnight in halves of an hour, and two rows of heads.
    assert_eq!(columns_of_each_row(&html), [4; 2 + 30]);
    assert!(html.contains("rowspan=\"3\""), "until ten past ten is three rows: {html}");
}

#[test]
fn a_day_without_sessions_says_what_to_do_instead_of_showing_an_empty_table() {
    let guide = guide_of(TestWeek::new().build());
    for lang in Lang::BOTH {
        let html = pages::render(&guide, lang, Page::Grid(date(2021, 6, 22))).expect("a day of the week");
        assert!(html.contains("class=\"empty\"") && !html.contains("<table"));
    }
}

#[test]
fn a_hall_that_changes_over_at_odd_minutes_has_a_cell_for_each_half_hour() {
    let mut week = TestWeek::new().venue("park").room("hall");
    let times =
        [("a", "09:00", "09:25"), ("b", "09:25", "09:50"), ("c", "09:50", "10:15"), ("d", "10:15", "11:00")];
    for (key, from, to) in times {
        week = week.session(key).at(&format!("2021-06-22 {from}"), to);
    }
    let guide = guide_of(week.build());
    let html = pages::render(&guide, Lang::En, Page::Grid(date(2021, 6, 22))).expect("it has it");
    let cells = html.split("<td class=\"grid-held\"").skip(1);
    let in_cells: Vec<usize> =
        cells.map(|cell| cell.split("</td>").next().expect("one").matches("slot-title").count()).collect();
    assert_eq!(in_cells, [2, 1, 1]);
    assert_eq!(columns_of_each_row(&html), [2; 2 + 4]);
}

#[test]
fn a_day_has_the_same_head_as_a_list_and_as_a_grid() {
    let guide = guide_of(long_day());
    let day = date(2021, 6, 22);
    for lang in Lang::BOTH {
        let head = |html: String| {
            let (_, from) = html.split_once("<nav class=\"crumbs\"").expect("a way back");
            let (head, _) = from.split_once("<nav class=\"stretches\"").expect("a long day");
            head.replace("/grid", "").replace(" aria-current=\"true\"", "")
        };
        let list = pages::render(&guide, lang, Page::Day(day)).expect("a day");
        let grid = grids(&guide, day, lang).remove(0);
        assert_eq!(head(list), head(grid));
    }
}

/// What stands in the cells of a grid that hold something: the row they begin in, how many rows they reach over, what begins in them, and
/// what is still on and until when.
type HeldCell = (String, usize, Vec<String>, Vec<(String, String)>);

fn held_cells(html: &str) -> Vec<HeldCell> {
    let text = |html: &str| {
        let bare: Vec<&str> =
            html.split('<').map(|piece| piece.rsplit('>').next().unwrap_or_default()).collect();
        bare.concat().trim().to_owned()
    };
    let mut cells = Vec::new();
    for row in html.split("<tr>").skip(1) {
        let Some(clock) = row.split("<time").nth(1).and_then(|time| time.split(['>', '<']).nth(1)) else {
            continue;
        };
        for cell in row.split("<td class=\"grid-held\"").skip(1) {
            let (head, body) = cell.split_once('>').expect("a tag ends");
            let rows = attribute(head, "rowspan").first().map_or(1, |rows| rows.parse().expect("a number"));
            let titles = body.split("<p class=\"slot-title\">").skip(1);
            let begins = titles.map(|slot| attribute(slot, "href")[0].clone()).collect();
            let still = body.split("<p class=\"slot-still\">").skip(1).map(|still| {
                let still = text(&format!("<p>{}", still.split("</p>").next().unwrap_or_default()));
                let (what, until) = still.split_once(" –").expect("it says until when");
                (what.to_owned(), until.to_owned())
            });
            cells.push((clock.to_owned(), rows, begins, still.collect()));
        }
    }
    cells
}

#[test]
fn what_began_before_another_session_of_its_hall_is_told_in_that_ones_cell_until_it_ends() {
    let week = TestWeek::new()
        .venue("park")
        .room("hall")
        .session("all-morning")
        .at("2021-06-21 09:00", "12:00")
        .session("short")
        .at("2021-06-21 10:00", "10:30")
        .session("late")
        .at("2021-06-21 11:10", "11:30")
        .session("after")
        .at("2021-06-21 12:00", "12:30");
    let guide = guide_of(week.build());
    for (lang, still_on) in [(Lang::Zh, "仍在进行："), (Lang::En, "Still on: ")] {
        let title = |key: &str| {
            let id = guide.session(key).expect("it is in the week");
            guide.programme()[id].title.read(lang).to_owned()
        };
        let html = pages::grid(&guide, lang, date(2021, 6, 21), &Filter::default(), NthGroup::FIRST);
        let begins = |key: &str| vec![guide.address(Page::Session(key), lang)];
        let still = vec![(format!("{still_on}{}", title("all-morning")), "12:00".to_owned())];
        let expected: Vec<HeldCell> = vec![
            ("09:00".into(), 2, begins("all-morning"), vec![]),
            // What is still on keeps the cell open until its own end or the next beginning.
            ("10:00".into(), 2, begins("short"), still.clone()),
            ("11:00".into(), 2, begins("late"), still),
            ("12:00".into(), 1, begins("after"), vec![]),
        ];
        assert_eq!(held_cells(&html.expect("a day with sessions has a grid")), expected, "{lang:?}");
    }
}
