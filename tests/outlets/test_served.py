"""Every outlet of a running server, in both languages, judged by the same programs as converted files, and by feed and calendar programs.

What is compared with what: the calendar, OPass and both schedules say the same instants; khal, a calendar program, takes the
calendars; feedparser reads the feed; what changed by a release is told, and why it was made is not.
"""

import collections
import json
import shutil
import subprocess
import sys
import threading
import time

import feedparser
import pytest
from lxml import etree, html

import confclerk
import ics_parsers
import json_ld
import served
from test_outlets import JUDGES, events_of_json, utc

LANGUAGES = ("zh", "en")
MARKS = {"zh": "【已取消】", "en": "[Cancelled] "}
ENDINGS = {"application/xml": "xml", "application/json": "json", "text/calendar": "ics", "application/atom+xml": "atom", "text/html": "html"}
SPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
CALENDARS = served.calendars()
PATHS = ["opass/session.json", "sitemap.xml", "robots.txt", "roads.json"] + [
    f"{path}?lang={lang}" for lang in LANGUAGES for path in ("schedule.xml", "schedule.json", "feed.atom", *CALENDARS.values())
]
pytestmark = pytest.mark.filterwarnings("ignore:skipped")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Asks once for each address, after the second release and when its changes are told."""
    folder, known = tmp_path_factory.mktemp("served"), {}
    with served.running() as (origin, data):
        status, _, before = served.get(f"{origin}/opass/session.json")
        assert status == 200
        guid = json.loads(before)["sessions"][0]["id"]
        served.call_off(data, guid)
        served.until(lambda: b"<entry>" in served.get(f"{origin}/feed.atom?lang=en")[2] and b"Release 2" in served.get(f"{origin}/feed.atom?lang=en")[2])

        def ask(path):
            if path not in known:
                status, headers, body = served.get(f"{origin}/{path}")
                assert status == 200, f"{path}: {status}"
                ending = ENDINGS.get(headers["content-type"].split(";")[0], "txt")
                file = folder / f"{len(known)}.{ending}"
                file.write_bytes(body)
                known[path] = file
            return known[path]

        ask.origin, ask.called_off = origin, guid
        yield ask


@pytest.mark.parametrize("path", PATHS)
def test_who_has_it_is_told_so_and_pages_of_other_sites_may_read_it(site, path):
    status, headers, body = served.get(f"{site.origin}/{path}")
    assert (status, headers["access-control-allow-origin"]) == (200, "*")
    assert body
    assert served.get(f"{site.origin}/{path}", if_none_match=headers["etag"])[0] == 304
    assert served.get(f"{site.origin}/{path}", if_modified_since=headers["last-modified"])[0] == 304
    status, headers, _ = served.get(f"{site.origin}/{path}", "OPTIONS", origin="https://other.example", access_control_request_method="GET")
    assert (status, headers["access-control-allow-origin"]) == (204, "*")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("outlet", ["schedule-xml", "schedule-json", "opass"])
def test_no_judge_finds_a_fault_in_a_schedule(site, outlet, lang):
    path = {"schedule-xml": f"schedule.xml?lang={lang}", "schedule-json": f"schedule.json?lang={lang}", "opass": "opass/session.json"}[outlet]
    assert JUDGES[outlet](site(path)) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", CALENDARS)
def test_no_judge_finds_a_fault_in_a_calendar(site, kind, lang):
    path = site(f"{CALENDARS[kind]}?lang={lang}")
    assert JUDGES["ics"](path) == []
    assert ics_parsers.events(path), "what was chosen takes place"


def test_khal_takes_one_event_from_three_calendars_once(site, tmp_path):
    store, settings = tmp_path / "calendar", tmp_path / "khal.conf"
    store.mkdir()
    settings.write_text(f"[calendars]\n[[week]]\npath = {store}\n[sqlite]\npath = {tmp_path}/khal.db\n[locale]\nlocal_timezone = Asia/Shanghai\n")
    files = [site(f"{CALENDARS[kind]}?lang=zh") for kind in ("session", "person", "week")]
    khal = [sys.executable, "-c", "from khal.cli import main_khal; main_khal()", "-c", str(settings), "import", "--batch", "-a", "week"]
    done = subprocess.run([*khal, *map(str, files)], capture_output=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
    meant = {event["uid"] for file in files for event in ics_parsers.events(file)}
    assert len(list(store.glob("*.ics"))) == len(meant)


def test_all_formats_say_the_same_instants(site):
    agenda = collections.Counter(utc(event["date"]) for event in events_of_json(site("schedule.json?lang=zh")))
    calendar = collections.Counter(utc(event["start"]) for event in ics_parsers.events(site("calendar.ics?lang=zh")))
    talks = collections.Counter(utc(session["start"]) for session in json.loads(site("opass/session.json").read_text())["sessions"])
    assert calendar == talks
    # What takes several days is there one entry a day.
    assert calendar - agenda == collections.Counter()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_called_off_stays_and_says_so(site, lang):
    events = {event["uid"].split("@")[0]: event["status"] for event in ics_parsers.events(site(f"calendar.ics?lang={lang}"))}
    assert [uid for uid, status in events.items() if status == "CANCELLED"] == [site.called_off]
    titles = [event["title"] for event in events_of_json(site(f"schedule.json?lang={lang}")) if event["guid"] == site.called_off]
    assert [title.startswith(MARKS[lang]) for title in titles] == [True]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_feed_reader_reads_what_changed_and_not_why(site, lang):
    file = site(f"feed.atom?lang={lang}")
    feed = feedparser.parse(file.read_bytes())
    assert (feed.bozo, feed.version, feed.feed.language) == (False, "atom10", {"zh": "zh-CN", "en": "en"}[lang])
    links = {link.rel: link.href for link in feed.feed.links}
    assert links == {"self": f"{site.origin}/w/{served.WEEK}/feed.atom?lang={lang}", "alternate": f"{site.origin}/w/{served.WEEK}/{lang}"}
    assert len({entry.id for entry in feed.entries}) == len(feed.entries) == 2
    assert all(entry.id.startswith("urn:uuid:") and entry.updated_parsed for entry in feed.entries)
    assert feed.entries[0].title == {"zh": "第2版：取消1项", "en": "Release 2: 1 cancelled"}[lang]
    told = html.fromstring(feed.entries[0].content[0].value)
    links = told.xpath(".//li/a/@href")
    assert len(links) == 1
    assert served.get(links[0])[0] == 200
    assert served.REASON not in file.read_text()


def test_the_map_is_xml_whose_pages_are_there(site):
    tree = etree.parse(site("sitemap.xml"))
    urls = tree.findall("s:url", SPACES)
    pages = {url.findtext("s:loc", None, SPACES): {link.get("hreflang"): link.get("href") for link in url.findall("x:link", SPACES)} for url in urls}
    assert len(pages) == len(urls) > 400
    for page, others in pages.items():
        assert set(others) == {"zh-CN", "en", "x-default"}
        # Each language names the other, or search engines believe neither.
        assert page in others.values()
        assert pages[others["zh-CN"]] == pages[others["en"]] == others
    stamps = {url.findtext("s:lastmod", None, SPACES) for url in urls}
    assert len(stamps) == 1
    assert utc(stamps.pop())
    for page in sorted(pages)[::25]:
        status, _, body = served.get(page)
        assert status == 200, page
        assert b'content="noindex"' not in body, page
    assert f"Sitemap: {site.origin}/w/{served.WEEK}/sitemap.xml" in site("robots.txt").read_text().splitlines()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", ["", "activities/future-network-conference", CALENDARS["session"].removesuffix("/calendar.ics")])
def test_a_page_describes_its_subject_to_search_engines(site, page, lang, tmp_path):
    tree = html.fromstring(site(f"{lang}/{page}".rstrip("/")).read_bytes())
    documents = tree.xpath('//script[@type="application/ld+json"]/text()')
    assert len(documents) == 1
    described = tmp_path / "described.json"
    described.write_text(documents[0])
    graph = json.loads(documents[0])["@graph"]
    # What it belongs to is described on a page of its own.
    known = {event["superEvent"]["@id"] for event in graph if "superEvent" in event}
    assert json_ld.faults(described, known=known, expected=("eventStatus", "eventAttendanceMode", "endDate", "organizer")) == []
    assert all(served.get(address)[0] == 200 for address in known)


def test_many_who_ask_at_once_get_the_same_and_pages_are_answered_meanwhile():
    with served.running() as (origin, _):
        answers, waited = [], []
        asking = [threading.Thread(target=lambda: answers.append(served.get(f"{origin}/schedule.xml?lang=en")[1]["etag"])) for _ in range(64)]
        for thread in asking:
            thread.start()
        while any(thread.is_alive() for thread in asking):
            began = time.monotonic()
            assert served.get(f"{origin}/healthz")[0] == 200
            waited.append(time.monotonic() - began)
        assert len(answers) == 64
        assert len(set(answers)) == 1
        assert max(waited) < 2


@pytest.mark.parametrize("lang", LANGUAGES)
def test_confclerk_shows_what_is_served(site, lang):
    if not all(shutil.which(program) for program in ("Xvfb", "confclerk", "xdotool")):
        pytest.skip("Xvfb, confclerk or xdotool is not installed")
    shown = confclerk.import_schedule(site(f"schedule.xml?lang={lang}"))["sessions"]
    meant = events_of_json(site(f"schedule.json?lang={lang}"))
    assert sorted((session["id"], session["title"], session["room"]) for session in shown) == sorted(
        (event["id"], event["title"], event["room"]) for event in meant
    )
