"""Where the built binary, the sample week and the real files are; judges are importable by their names."""

import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE / "judges")]
ROOT = HERE.parents[1]
FESTOON = os.environ.get("FESTOON_BIN", str(ROOT / "target" / "debug" / "festoon"))
REAL = Path(os.environ.get("FESTOON_REAL_DATA", ROOT.parent / "shared" / "data"))
XSD = REAL / "schemas" / "c3voc-schedule.xml.xsd"
SCHEMA = REAL / "schemas" / "c3voc-schedule.schema.json"

# What is converted: our own samples, and the real files where there are any. A file without a zone is told one.
SOURCES = {
    "demo/week": (ROOT / "demo" / "week", None),
    "demo/hosts": (ROOT / "demo" / "hosts", None),
}
REAL_SOURCES = {
    "fosdem-2024.xml": "Europe/Brussels",
    "debconf23.xml": "Asia/Kolkata",
    "coscup-2024-session.json": None,
    "kielux_2020.ics": None,
    "pretalx-democon.json": None,
    "hub-schedule2.json": None,
    "invalid-example.json": None,
}
for name, zone in REAL_SOURCES.items():
    if (REAL / "schedules" / name).exists():
        SOURCES[name] = (REAL / "schedules" / name, zone)


def pytest_report_header():
    absent = [name for name in REAL_SOURCES if name not in SOURCES]
    absent += [f"{schema.name} (the judges go by their own rules alone)" for schema in (XSD, SCHEMA) if not schema.exists()]
    return [f"left out: {name} is not under FESTOON_REAL_DATA" for name in absent]
