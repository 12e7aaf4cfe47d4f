"""Judges CSV and XLSX exports: readable everywhere, and unable to run anything in the reader's spreadsheet program.

A cell that begins with = + - @ tab, CR or LF is taken for a formula by Excel, LibreOffice and WPS when a CSV is opened. A CSV
writer must put an apostrophe before it; only a plain negative number may stand, for it can do no more than be itself.
In XLSX a text cell is typed and not run on opening, but becomes a formula when somebody edits it or saves the sheet as CSV;
so there the cell must carry quotePrefix (the file's own word for the apostrophe) or begin with an apostrophe.
"""

import csv
import io
import re
import zipfile

import openpyxl

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
FIELD = re.compile(r'(?:"(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|\Z)')
NUMBER = re.compile(r"-\d+(\.\d+)?")
FOREIGN = re.compile(r"vbaProject|externalLinks|embeddings|connections")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|_x00(0[0-8BCEFbcef]|1[0-9A-Fa-f])_")


def faults(path):
    return xlsx(path) if str(path).endswith(".xlsx") else comma_separated(path)


def comma_separated(path):
    raw = open(path, "rb").read()
    found = []
    if not raw.startswith(b"\xef\xbb\xbf"):
        found.append("file: has no byte order mark; Excel on Chinese Windows then reads it as GBK")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return [*found, f"file: byte {error.start} is not UTF-8"]
    if not text.endswith("\r\n"):
        found.append("file: does not end in CRLF")
    found += quoting(text)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        return [*found, f"file: is not RFC 4180 ({error})"]
    found += heading(rows[0] if rows else [], "row 1")
    for number, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            found.append(f"row {number}: has {len(row)} columns; {len(rows[0])} as in row 1 would be right")
        for column, cell in enumerate(row, 1):
            if cell.startswith(DANGEROUS) and not NUMBER.fullmatch(cell):
                found.append(f"row {number} column {column}: {cell[:20]!r} would run as a formula; put an apostrophe before it")
            if CONTROL.search(cell):
                found.append(f"row {number} column {column}: holds a control character")
    return found


def quoting(text):
    """RFC 4180 by hand, since Python's reader also takes a bare LF for a row and a quote in mid-field for text."""
    at, row = 0, 1
    while at < len(text):
        field = FIELD.match(text, at)
        if field is None:
            return [f"row {row}: is not RFC 4180 from {text[at:at + 20]!r} on; end rows in CRLF, quote fields that hold a quote, comma or line end"]
        row += field[1] == "\r\n"
        at = field.end()
    return []


def heading(cells, place):
    texts = [str(cell).strip() if cell is not None else "" for cell in cells]
    found = [f"{place}: is empty; it should name the columns"] if not texts else []
    found += [f"{place} column {column}: has no name" for column, text in enumerate(texts, 1) if not text]
    return found + [f"{place}: names {text!r} twice" for text in sorted({t for t in texts if t and texts.count(t) > 1})]


def xlsx(path):
    try:
        members = zipfile.ZipFile(path).namelist()
        book = openpyxl.load_workbook(path)
    except Exception as error:  # openpyxl raises whatever its XML reader does; any of it means the file is unreadable.
        return [f"file: openpyxl cannot read it ({type(error).__name__}: {str(error)[:200]})"]
    found = [f"file: holds {name}; no macros, links to other files or embedded objects" for name in members if FOREIGN.search(name)]
    for sheet in book.worksheets:
        first = next(sheet.iter_rows(min_row=1, max_row=1), ())
        found += heading([cell.value for cell in first], f"sheet {sheet.title!r} row 1")
        for row in sheet.iter_rows():
            for cell in row:
                found += cell_faults(cell, f"sheet {sheet.title!r} cell {cell.coordinate}")
    return found


def cell_faults(cell, place):
    found = []
    if cell.data_type == "f":
        found.append(f"{place}: is a formula {str(cell.value)[:20]!r}; write the value")
    elif cell.data_type == "e":
        found.append(f"{place}: is the error {cell.value}")
    elif isinstance(cell.value, str):
        if cell.value.startswith(DANGEROUS) and not cell.quotePrefix:
            found.append(f"{place}: {cell.value[:20]!r} becomes a formula when edited or saved as CSV; set quotePrefix or begin with an apostrophe")
        if CONTROL.search(cell.value):
            found.append(f"{place}: holds a control character")
    target = cell.hyperlink.target if cell.hyperlink else None
    if target and not target.startswith(("http://", "https://", "mailto:")):
        found.append(f"{place}: links to {target[:40]!r}; only http, https and mailto")
    return found
