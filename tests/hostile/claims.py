"""What is made to hurt the claims: texts, documents and pages of every hostile kind, and figures files that contradict themselves."""

import os

from judging import EITHER, READ, REFUSED, judge, package

FIGURE = '[[figure]]\nid = "%s"\nzh = ["%s"]\nen = ["%s"]\nkind = "count"\nvalue = %s\nunit = "activity"\n'
GOOD = "version = 1\n" + FIGURE % ("a", "活动", "activities", "48")
MEGABYTES = 1024 * 1024


def document(body):
    return package({"word/document.xml": f'<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>'})


# Made one at a time: what this program holds, the kernel counts as the memory of the ones it starts.
TEXTS = [
    ("empty.txt", lambda: b"", REFUSED),
    ("spaces.txt", lambda: b" \n\t\n", REFUSED),
    ("nul.txt", lambda: b"\0" * 4096, REFUSED),
    ("random.txt", lambda: os.urandom(100_000), REFUSED),
    ("large.txt", lambda: "近500亿元，共48项活动。\n\n".encode() * (49 * MEGABYTES // 37), READ),
    ("too-large.txt", lambda: b"1 " * (26 * MEGABYTES), REFUSED),
    ("one-line.txt", lambda: "48项活动，".encode() * (20 * MEGABYTES // 15), READ),
    ("line-ends.txt", lambda: b"1" + b"\n" * (49 * MEGABYTES), READ),
    ("one-number.txt", lambda: b"1" * (20 * MEGABYTES), READ),
    ("nines.txt", lambda: "九".encode() * (5 * MEGABYTES), READ),
    ("numbers.txt", lambda: b"1e309 00012 -0 1,2,3,4 1.2.3.4 99999999999999999999999999999999999999999 1/0 0/0", READ),
    ("spelled.txt", lambda: b"hundred thousand million billion trillion " * 50_000, READ),
    ("brackets.txt", lambda: ("（" * 500_000 + "48" + "）" * 3).encode(), READ),
    ("right-to-left.txt", lambda: "\u202e48\u202c \u200f项\u2066活动\u2069".encode(), READ),
    ("mixed-encodings.txt", lambda: "48项活动\n".encode() + "投资500亿元\n".encode("gb18030") * 3, EITHER),
    ("gbk.txt", lambda: "拟签约项目150余个，总投资近500亿元。".encode("gb18030"), READ),
    ("utf16.txt", lambda: "拟签约项目150余个".encode("utf-16"), READ),
    ("stars.md", lambda: b"*" * (20 * MEGABYTES) + b"48", READ),
    ("tags.html", lambda: b"<html>" + b"<p>1" * 2_000_000, READ),
    ("open.html", lambda: b"<html><p>48" + b"<" * 2_000_000, READ),
    ("entities.html", lambda: b"<html>" + b"&#49;&amp;" * 1_000_000, READ),
    ("scripts.html", lambda: b"<html>48" + b"<script>" * 1_000_000, READ),
    ("not-a-document.docx", lambda: b"PK\x03\x04" + os.urandom(64), REFUSED),
    ("bomb.docx", lambda: document("<w:p><w:r><w:t>" + "1 " * 60_000_000 + "</w:t></w:r></w:p>"), REFUSED),
    ("blank.docx", lambda: document("<w:p/>" * 3_000_000), REFUSED),
    ("deep.docx", lambda: document("<w:p>" * 100_000 + "</w:p>" * 100_000), REFUSED),
    ("entities.docx", lambda: package({"word/document.xml": '<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>'}), REFUSED),
    ("a.pdf", lambda: b"%PDF-1.7 48", REFUSED),
    ("a.rtf", lambda: b"{\\rtf1 48}", REFUSED),
]

FILES = [
    ("empty.toml", lambda: b"", REFUSED),
    ("two-truths.toml", lambda: (GOOD + FIGURE % ("a", "活动", "activities", "84")).encode(), REFUSED),
    ("huge-number.toml", lambda: (GOOD.replace("48", '"1e309"')).encode(), REFUSED),
    ("zeros.toml", lambda: (GOOD.replace("48", '"' + "0" * 100_000 + '"')).encode(), REFUSED),
    ("deep.toml", lambda: b"a = " + b"[" * 100_000, REFUSED),
    ("gbk.toml", lambda: GOOD.encode("gb18030"), REFUSED),
    ("binary.toml", lambda: os.urandom(4096), REFUSED),
    ("endless-sum.toml", lambda: (GOOD + 'sum_of = ["a"]\n').encode(), REFUSED),
    ("no-names.toml", lambda: GOOD.replace('["活动"]', '[""]').encode(), REFUSED),
    ("many.toml", lambda: ("version = 1\n" + "".join(FIGURE % (n, f"活动{n}", f"activities {n}", n) for n in range(20_000))).encode(), READ),
]


def judge_all(folder):
    fine = True
    good, text = folder / "figures.toml", folder / "text.txt"
    good.write_text(GOOD, encoding="utf-8")
    text.write_text("共48项活动。\n", encoding="utf-8")
    for name, content, right in TEXTS:
        path = folder / name
        path.write_bytes(content())
        # What is refused is told in JSON on standard output, where nobody looks here.
        for output in ["text", "html"] if right == REFUSED else ["json", "html"]:
            fine &= judge(name, ["claims", "lint", str(path), "--figures", str(good), "--format", output, "-o", os.devnull], EITHER if right == READ else right)
        fine &= judge(name, ["claims", "list", str(path), "--format", "sarif"], right)
        path.unlink()
    for name, content, right in FILES:
        path = folder / name
        path.write_bytes(content())
        fine &= judge(name, ["claims", "lint", str(text), "--figures", str(path)], right)
        fine &= judge(name, ["claims", "write", str(path)], right)
        path.unlink()
    for name, content, right in [("open.txt", "{a", REFUSED), ("unknown.txt", "{b}", REFUSED), ("braces.txt", "{{" * 100_000, READ), ("slots.txt", "{a}" * 20_000, READ)]:
        path = folder / name
        path.write_text(content, encoding="utf-8")
        fine &= judge(name, ["claims", "write", str(good), "--template", str(path)], right)
    return fine
