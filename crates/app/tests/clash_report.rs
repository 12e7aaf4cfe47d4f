//! The clash report on a week with trouble of every kind: what it lists, and what the page that stands alone holds.

#[path = "clash_report/week.rs"]
mod week;

use std::path::Path;

use festoon_app::timetable::{ClashReport, report};
use festoon_domain::text::Lang;
use festoon_domain::timetable::Severity;
use festoon_guide::clash_report::{Report, body, write_page};
use jiff::Timestamp;

fn now() -> Timestamp {
    "2021-06-10T02:30:00Z".parse().expect("an instant")
}

fn read(clashes: &ClashReport) -> Report {
    report(clashes, now())
}

fn page(report: &Report, lang: Lang) -> String {
    let mut page = Vec::new();
    write_page(report, lang, &mut page).expect("memory takes everything");
    String::from_utf8(page).expect("a page is UTF-8")
}

#[test]
fn a_week_with_trouble_of_every_kind_is_listed_the_gravest_first() {
    let report = read(&week::troubled_week());

    let listed: Vec<(Severity, &str)> =
        report.findings.iter().map(|finding| (finding.severity, finding.rule.word())).collect();
    insta::assert_debug_snapshot!(listed);
}

#[test]
fn the_page_that_stands_alone_needs_nothing_from_outside_and_is_well_formed() {
    let report = read(&week::troubled_week());
    for lang in Lang::BOTH {
        let page = page(&report, lang);
        // For looking at with a browser.
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
        std::fs::write(folder.join(format!("clash-report-{}.html", lang.code())), &page).expect("a folder");

        for outside in ["http://", "https://", "src=", "url(", "@import", "<link"] {
            assert!(!page.contains(outside), "{outside} in the page");
        }
    }
    for lang in Lang::BOTH {
        assert_eq!(unbalanced(&body(&report, lang).expect("it renders")), None);
    }
}

#[test]
fn what_a_host_wrote_is_never_markup() {
    let body = body(&read(&week::troubled_week()), Lang::Zh).expect("it renders");

    assert!(!body.contains("<b>基因"), "a title became markup");
    assert!(body.contains("&#60;b&#62;基因"), "the title is gone");
}

#[test]
fn a_page_for_a_server_carries_neither_style_nor_script() {
    let report = read(&week::troubled_week());
    for lang in Lang::BOTH {
        let body = body(&report, lang).expect("it renders");
        for inline in ["<style", "<script", "style=", " onclick", "javascript:"] {
            assert!(!body.contains(inline), "{inline} in the body");
        }
    }
}

#[test]
fn every_link_inside_the_report_leads_somewhere() {
    let body = body(&read(&week::troubled_week()), Lang::En).expect("it renders");

    let links: Vec<&str> = body.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(links.len() > 20, "{} links", links.len());
    for link in links {
        assert!(body.contains(&format!("id=\"{link}\"")), "#{link} leads nowhere");
    }
}

#[test]
fn a_very_large_week_is_cut_and_says_so() {
    let mut clashes = week::troubled_week();
    let programme = &mut clashes.reading.programme;
    let some = programme.occurrences.clone();
    while programme.occurrences.len() < 100_000 {
        programme.occurrences.extend_from_slice(&some);
    }
    // Copies of one session clash with nothing of their own; the findings stay those of the week.
    let report = read(&clashes);

    let bars: usize = report.timeline.days.iter().map(|day| day.bars.len()).sum();
    assert!(bars <= 1200, "{bars} bars");
    assert!(report.timeline.left_out > 90_000, "{} left out", report.timeline.left_out);
    let size = page(&report, Lang::Zh).len();
    assert!(size < 5_000_000, "{size} bytes");
}

/// The first element that is not closed where it should be, if the markup is not well-formed.
fn unbalanced(body: &str) -> Option<String> {
    use quick_xml::events::Event;
    const EMPTY: [&str; 3] = ["br", "input", "meta"];
    // Attributes without a value are HTML and no XML, so only the elements are followed.
    let mut reader = quick_xml::Reader::from_str(body);
    reader.config_mut().check_end_names = false;
    let mut open: Vec<String> = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) if !EMPTY.contains(&element.name().as_ref()) => {
                open.push(element.name().as_ref().to_owned());
            }
            Ok(Event::End(element)) if open.pop().as_deref() != Some(element.name().as_ref()) => {
                return Some(element.name().as_ref().to_owned());
            }
            Ok(Event::Eof) => return open.pop(),
            Ok(_) => {}
            Err(error) => return Some(error.to_string()),
        }
    }
}
