"""Every source in every format, judged by other people's programs: schemas, parsers, and the rules of real clients.

The judges are in `judges/` and are tested themselves. What is compared across formats is the instants: one programme has
the same begins and ends whichever file a visitor reads. Costs about a second a file; the large real ones some more.
"""

import collections
import datetime
import json
import shutil
import subprocess

import pytest
from lxml import etree

import confclerk
import ics_bytes
import ics_parsers
import ics_properties
import json_ld
import opass
import schedule_json
import schedule_xml
import tables
from conftest import FESTOON, SCHEMA, SOURCES, XSD

ENDINGS = {"schedule-xml": "xml", "schedule-json": "json", "opass": "json", "ics": "ics", "csv": "csv", "xlsx": "xlsx", "jsonld": "json"}
JUDGES = {
    "schedule-xml": lambda path: schedule_xml.faults(path, schema=XSD if XSD.exists() else None),
    "schedule-json": lambda path: schedule_json.faults(path, schema=SCHEMA if SCHEMA.exists() else None),
    "opass": opass.faults,
    "ics": lambda path: ics_bytes.faults(path) + ics_properties.faults(path) + ics_parsers.faults(path),
    "csv": tables.faults,
    "xlsx": tables.faults,
    # What nobody stated (a text, an organiser) is not there; what we always know is.
    "jsonld": lambda path: json_ld.faults(path, expected=("eventStatus", "eventAttendanceMode")),
}
pytestmark = pytest.mark.filterwarnings("ignore:skipped")


def convert(source, outlet, out, *more, lang="zh"):
    path, zone = SOURCES[source] if source in SOURCES else (source, None)
    command = [FESTOON, "convert", str(path), "--to", outlet, "--lang", lang, "--site", "https://week.example.org", "-o", str(out), *more]
    answer = subprocess.run(command + (["--zone", zone] if zone else []), capture_output=True, check=False)
    assert answer.returncode == 0, answer.stderr.decode()
    return out


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Each conversion once, whoever asks."""
    folder, known = tmp_path_factory.mktemp("outlets"), {}

    def of(source, outlet, lang="zh"):
        key = (source, outlet, lang)
        if key not in known:
            name = f"{len(known)}.{ENDINGS[outlet]}"
            known[key] = convert(source, outlet, folder / name, lang=lang)
        return known[key]

    return of


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("outlet", ENDINGS)
@pytest.mark.parametrize("source", SOURCES)
def test_no_judge_finds_a_fault(written, source, outlet, lang):
    assert JUDGES[outlet](written(source, outlet, lang)) == []


def events_of_json(path):
    days = json.loads(path.read_text())["schedule"]["conference"]["days"]
    return [event for day in days for events in day["rooms"].values() for event in events]


def utc(words):
    return datetime.datetime.fromisoformat(words.replace("Z", "+00:00")).astimezone(datetime.timezone.utc)


@pytest.mark.parametrize("source", SOURCES)
def test_every_format_says_the_same_instants(written, source):
    agenda = collections.Counter((utc(event["date"]), utc(event["end"])) for event in events_of_json(written(source, "schedule-json")))
    calendar = collections.Counter((utc(event["start"]), utc(event["end"])) for event in ics_parsers.events(written(source, "ics")))
    sessions = json.loads(written(source, "opass").read_text())["sessions"]
    talks = collections.Counter((utc(session["start"]), utc(session["end"])) for session in sessions)
    assert calendar == talks
    # What takes a day or more is cut at midnight there and whole in a calendar.
    a_day = datetime.timedelta(days=1)
    whole = collections.Counter({span: count for span, count in calendar.items() if span[1] - span[0] < a_day})
    long = [span for span in calendar if span[1] - span[0] >= a_day]
    pieces = agenda - whole
    assert agenda & whole == whole
    assert {begin for begin, _ in long} <= {begin for begin, _ in pieces}
    assert all(any(begin <= piece[0] and piece[1] <= end for begin, end in long) for piece in pieces)


@pytest.mark.parametrize("source", SOURCES)
def test_both_languages_have_the_same_identities(written, source):
    def identities(lang):
        return [(event["id"], event["guid"], event["slug"]) for event in events_of_json(written(source, "schedule-json", lang))]

    assert sorted(identities("zh")) == sorted(identities("en"))


def entry(event):
    texts = " ".join((event["abstract"] or "", event.get("description") or "")).split()
    # A table tells people apart by their names alone, and OPass names no zone.
    persons = sorted({person["name"] for person in event["persons"]})
    return (event["guid"], event["title"], utc(event["date"]), event["duration"], event["room"], persons, texts)


@pytest.mark.parametrize("outlet", ["schedule-xml", "schedule-json", "opass", "csv", "xlsx"])
@pytest.mark.parametrize("source", SOURCES)
def test_what_was_written_is_read_as_the_same_programme(written, source, outlet, tmp_path):
    once = written(source, outlet)
    again = convert(once, "schedule-json", tmp_path / "again.json")
    assert sorted(map(entry, events_of_json(again))) == sorted(map(entry, events_of_json(written(source, "schedule-json"))))


@pytest.mark.parametrize("outlet", ["schedule-xml", "schedule-json", "ics"])
@pytest.mark.parametrize("source", SOURCES)
def test_reading_our_own_file_and_writing_it_again_changes_no_event(written, source, outlet, tmp_path):
    once = written(source, outlet)
    again = convert(once, outlet, tmp_path / once.name)
    events = {"schedule-xml": events_of_xml, "schedule-json": events_of_json, "ics": ics_parsers.events}[outlet]
    assert events(again) == events(once)


def events_of_xml(path):
    return [etree.tostring(event) for event in etree.parse(path).iter("event")]


@pytest.mark.parametrize("source", SOURCES)
def test_confclerk_shows_what_we_wrote(written, source):
    if not all(shutil.which(program) for program in ("Xvfb", "confclerk", "xdotool")):
        pytest.skip("Xvfb, confclerk or xdotool is not installed")
    shown = confclerk.import_schedule(written(source, "schedule-xml"))["sessions"]
    meant = events_of_json(written(source, "schedule-json"))

    def of_confclerk(session):
        return (session["id"], session["title"], session["start"], session["duration_seconds"] // 60, session["room"], session["persons"])

    def of_json(event):
        hours, minutes = event["duration"].split(":")
        # ConfClerk keeps the time of day without a zone.
        start = f"{event['date'][:10]}T{event['start']}:00"
        persons = [person["name"] for person in event["persons"]]
        return (event["id"], event["title"], start, int(hours) * 60 + int(minutes), event["room"], persons)

    assert sorted(map(of_confclerk, shown)) == sorted(map(of_json, meant))
