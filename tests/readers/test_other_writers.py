"""Workbooks written by other programs, read by the built binary: one week, three writers, one report.

The clash in it (one person in two houses at ten) must be found in each, with the row it stands in.
"""

import datetime
import json
import os
import subprocess
from pathlib import Path

import openpyxl
import pytest
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

ROOT = Path(__file__).resolve().parents[2]
FESTOON = os.environ.get("FESTOON_BIN", str(ROOT / "target" / "debug" / "festoon"))
DAY = datetime.date(2021, 6, 21)
HEADINGS = ["活动名称", "英文名称", "日期", "开始时间", "结束时间", "场馆", "会场", "主办单位", "演讲嘉宾"]
ROWS = [
    ["未来网络主旨报告", "Future Networks Keynote", DAY, datetime.time(10), datetime.time(11), "会展中心", "1号厅", "紫金研究院", "艾达"],
    ["绿色制造圆桌讨论", "Green Making Round Table", DAY, datetime.time(10, 30), datetime.time(11, 30), "科技馆", "2号厅", "方山大学", "艾达"],
    ["细胞治疗公开课", "Cell Therapy Lecture", DAY, datetime.time(14), datetime.time(15), "科技馆", "2号厅", "方山大学", "约纳斯"],
]


def write_xlsx(path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "日程"
    for row in [HEADINGS, *ROWS]:
        sheet.append(row)
    book.save(path)


def write_xls(path):
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("日程")
    formats = {
        datetime.date: xlwt.easyxf(num_format_str="yyyy-mm-dd"),
        datetime.time: xlwt.easyxf(num_format_str="hh:mm"),
    }
    for number, row in enumerate([HEADINGS, *ROWS]):
        for column, value in enumerate(row):
            style = formats.get(type(value))
            sheet.write(number, column, value, style) if style else sheet.write(number, column, value)
    book.save(str(path))


def write_ods(path):
    book = OpenDocumentSpreadsheet()
    table = Table(name="日程")
    for row in [HEADINGS, *ROWS]:
        line = TableRow()
        for value in row:
            line.addElement(ods_cell(value))
        table.addElement(line)
    book.spreadsheet.addElement(table)
    book.save(str(path))


def ods_cell(value):
    if isinstance(value, datetime.date):
        cell = TableCell(valuetype="date", datevalue=value.isoformat())
        cell.addElement(P(text=value.isoformat()))
    elif isinstance(value, datetime.time):
        cell = TableCell(valuetype="time", timevalue=f"PT{value.hour:02}H{value.minute:02}M00S")
        cell.addElement(P(text=value.strftime("%H:%M")))
    else:
        cell = TableCell(valuetype="string")
        cell.addElement(P(text=value))
    return cell


def check(path):
    done = subprocess.run([FESTOON, "check", "--format", "json", str(path)], capture_output=True, timeout=60, check=False)
    assert done.returncode == 1, done.stderr.decode()
    return json.loads(done.stdout)


@pytest.mark.parametrize(("ending", "write"), [("xlsx", write_xlsx), ("xls", write_xls), ("ods", write_ods)])
def test_a_workbook_of_another_program_is_read_whole(tmp_path, ending, write):
    path = tmp_path / f"host.{ending}"
    write(path)

    report = check(path)

    blocking = [(f["rule"], [row["row"] for row in f["rows"]]) for f in report["findings"] if f["severity"] == "block"]
    assert blocking == [("two-places", [2, 3])]
