"""What hostile files are made of and judged by: exit 2 (or findings), a sentence that names the file, no panic, under 512 MB, an end."""

import io
import os
import resource
import subprocess
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FESTOON = os.environ.get("FESTOON_BIN", str(ROOT / "target" / "debug" / "festoon"))
MOST_KB = 512 * 1024
MOST_SECONDS = 60

# What is right: REFUSED (exit 2), READ (findings or defects, exit 0 or 1), or either of them.
REFUSED, READ, EITHER = {2}, {0, 1}, {0, 1, 2}


def package(parts):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def workbook(sheet):
    return workbooks({"S": sheet})


def workbooks(sheets):
    """A workbook of sheets by their names, each already XML."""
    numbered = list(enumerate(sheets.items(), 1))
    relation = '<Relationship Id="r%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet%d.xml"/>'
    relations = "".join(relation % (number, number) for number, _ in numbered)
    named = "".join(f'<sheet name="{name}" sheetId="{number}" r:id="r{number}"/>' for number, (name, _) in numbered)
    parts = {f"xl/worksheets/sheet{number}.xml": sheet for number, (_, sheet) in numbered}
    return package({
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + relations + "</Relationships>",
        "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>' + named + "</sheets></workbook>",
        **parts,
    })


SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'


def run(arguments):
    def fence():
        resource.setrlimit(resource.RLIMIT_AS, (8 * MOST_KB * 1024, 8 * MOST_KB * 1024))
        # Whatever never ends is ended, and told as what it is.
        resource.setrlimit(resource.RLIMIT_CPU, (2 * MOST_SECONDS, 2 * MOST_SECONDS))

    child = subprocess.Popen([FESTOON, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, preexec_fn=fence)
    errors = child.stderr.read().decode(errors="replace")
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return child.returncode, errors, usage


def judge(name, arguments, right):
    code, errors, usage = run(arguments)
    wrong = []
    if code not in right:
        wrong.append(f"exit {code}, not {' or '.join(map(str, sorted(right)))}: {errors.strip()[:200]}")
    if "panicked" in errors or "itself failed" in errors or "自身出错" in errors:
        wrong.append("panicked: " + errors.strip()[:200])
    if code == 2 and name not in errors:
        wrong.append("the file is not named: " + errors.strip()[:200])
    if usage.ru_maxrss > MOST_KB:
        wrong.append(f"{usage.ru_maxrss // 1024} MB")
    seconds = usage.ru_utime + usage.ru_stime
    if seconds > MOST_SECONDS:
        wrong.append(f"{seconds:.0f} s")
    print(f"{'WRONG' if wrong else 'ok':6}{name:32} exit {code} {usage.ru_maxrss // 1024:4} MB {seconds:5.1f} s {'; '.join(wrong)}")
    return not wrong
