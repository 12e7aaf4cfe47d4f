"""`/api/v1` as a generator of requests sees it that knows nothing of us but the description the server gives of itself.

It asks every address with values that fit the description and values that do not. Whatever it asks, the answer has a status, a media
type and a shape that the description names, and is never a failure of the server.
"""

import json
import urllib.request

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance, status_code_conformance

from served import running

EXAMPLES = 60
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
BOUNDED = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def origin():
    with running() as (origin, _):
        yield origin


@pytest.fixture(scope="module")
def described(origin):
    return schemathesis.openapi.from_url(f"{origin}/api/v1/openapi.json")


def read(address):
    with urllib.request.urlopen(address, timeout=30) as answer:
        return json.load(answer)


def judge(operation, mode):
    @BOUNDED
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case):
        case.call_and_validate(checks=CHECKS)

    ask()


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_every_address_answers_as_it_is_described(described, mode):
    operations = [found.ok() for found in described.get_all_operations()]
    assert len(operations) == 21
    for operation in operations:
        # Any text could be a key; only parameters of a query have values that cannot be right.
        if mode is GenerationMode.POSITIVE or len(operation.query) > 0:
            judge(operation, mode)


def test_what_is_really_there_has_the_described_shape(origin, described):
    """Values made up at random find no week; these are taken from the server's own links."""
    week = read(f"{origin}/api/v1/weeks/current")["item"]
    asked = 0
    for table in week["tables"]:
        word, page = table["table"], read(table["own"] + "?limit=500")
        assert len(page["items"]) == page["total"] == table["total"]
        list_operation = described[f"/api/v1/weeks/{{week}}/{word}"]["GET"]
        one_operation = described[f"/api/v1/weeks/{{week}}/{word}/{{key}}"]["GET"]
        list_operation.Case(path_parameters={"week": "current"}, query={"limit": 500}).call_and_validate(checks=CHECKS)
        for item in page["items"][:5]:
            key = item.get("key") or item["guid"]
            one_operation.Case(path_parameters={"week": "current", "key": key}).call_and_validate(checks=CHECKS)
            asked += 1
    assert asked == 45


def test_the_description_knows_every_shape_by_a_name_of_its_own(origin):
    """A shape that says too little would find every answer right."""
    description = read(f"{origin}/api/v1/openapi.json")
    promised = [
        operation["get"]["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
        for operation in description["paths"].values()
    ]
    assert len(set(promised)) == len(promised) == 21
    shapes = description["components"]["schemas"]
    described = json.dumps(description).split('"#/components/schemas/')
    assert {rest.split('"')[0] for rest in described[1:]} == set(shapes)
    # And it would be noticed if an answer lacked something.
    shapes["Wordings"]["required"].append("fr")
    altered = schemathesis.openapi.from_dict(description)
    altered.config.update(base_url=origin)
    case = altered["/api/v1/weeks/{week}/rooms"]["GET"].Case(path_parameters={"week": "current"})
    with pytest.raises(schemathesis.core.failures.FailureGroup, match="fr"):
        case.call_and_validate(checks=CHECKS)


def test_following_next_reads_every_record_once(origin):
    for limit in [7, 100]:
        keys, address = [], f"{origin}/api/v1/weeks/current/sessions?limit={limit}"
        while address:
            page = read(address)
            keys += [item["key"] for item in page["items"]]
            address = page["next"]
        assert len(keys) == len(set(keys)) == page["total"]
