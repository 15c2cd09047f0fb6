"""Checks that a workbook is sound and that an office program reads the values that are in it.

    python3 tests/office.py book.xlsx

Needs Python 3.9 and `soffice`. Looks for formulas, links and what Excel would repair, then converts to CSV and PDF.
"""

import csv
import re
import subprocess
import sys
import tempfile
import zipfile
from datetime import date
from pathlib import Path
from posixpath import basename, dirname, join, normpath
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# Comma, quotes, UTF-8, from the first line, values instead of their looks, no formulas, every sheet.
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"


def check(holds, fault):
    if not holds:
        sys.exit(fault)


def main(path):
    with zipfile.ZipFile(path) as archive:
        parts = {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}
    content_types(parts, parts.pop("[Content_Types].xml"))
    links, sheets = {name: relations(name, parts) for name in parts if name.endswith(".rels")}, {}
    strings = [decode("".join(part.itertext())) for part in parts.get("xl/sharedStrings.xml", ())]
    for sheet in parts["xl/workbook.xml"].find(MAIN + "sheets"):
        part = links["xl/_rels/workbook.xml.rels"][sheet.get(ID)]
        cells = sheets[sheet.get("name")] = read(part, parts[part], strings)
        for target in links.get(f"xl/worksheets/_rels/{basename(part)}.rels", {}).values():
            if target.startswith("xl/tables/"):
                table(target, parts[target], cells)
    print(f"{len(sheets)} sheets with {convert(Path(path).resolve(), sheets)} numbers are sound")


def content_types(parts, types):
    named = {kind.get("PartName")[1:] for kind in types if kind.get("PartName")}
    check(named <= set(parts), f"[Content_Types].xml names missing parts: {named - set(parts)}")
    endings = tuple(f".{kind.get('Extension')}" for kind in types)
    for name in set(parts) - named:
        check(name.endswith(endings), f"[Content_Types].xml does not name {name}")


def relations(name, parts):
    found = {}
    for link in parts[name]:
        check(link.get("TargetMode") != "External", f"{name} leads out of the file to {link.get('Target')}")
        target = found[link.get("Id")] = normpath(join("/", dirname(dirname(name)), link.get("Target")))[1:]
        check(target in parts, f"{name} names the missing part {target}")
    return found


def decode(text):
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda code: chr(int(code[1], 16)), text)


def place(reference):
    letters, row = re.fullmatch("([A-Z]+)([0-9]+)", reference).groups()
    return int(row), sum((ord(letter) - 64) * 26**digit for digit, letter in enumerate(reversed(letters)))


def read(part, tree, strings):
    check(tree.find(f".//{MAIN}f") is None, f"{part} holds a formula")
    kinds = {"s": lambda value: strings[int(value)], "n": float, "b": lambda value: ("FALSE", "TRUE")[int(value)]}
    cells = {}
    for cell in tree.iter(MAIN + "c"):
        value, kind = cell.findtext(MAIN + "v"), cell.get("t", "n")
        check(kind in kinds, f"{part} holds the type {kind} in {cell.get('r')}")
        cells[place(cell.get("r"))] = "" if value is None else kinds[kind](value)
    ends = [place(end) for end in tree.find(MAIN + "dimension").get("ref").split(":")]
    extent = [tuple(map(end, zip(*(cells or [(1, 1)])))) for end in (min, max)]
    check([ends[0], ends[-1]] == extent, f"{part} gives its dimension as {ends}, but has cells in {extent}")
    return cells


def table(part, tree, cells):
    row, column = place(tree.get("ref").split(":")[0])
    for offset, head in enumerate(decode(head.get("name")) for head in tree.iter(MAIN + "tableColumn")):
        check(cells.get((row, column + offset)) == head, f"{part} has the head {head!r}, its cell has not")


def convert(book, sheets):
    with tempfile.TemporaryDirectory() as folder:
        office = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to"]
        for kind in (CSV, "pdf"):
            subprocess.run([*office, kind, "--outdir", folder, book], check=True, capture_output=True, timeout=300)
        check(Path(folder, f"{book.stem}.pdf").read_bytes().startswith(b"%PDF"), "soffice wrote no PDF")
        return sum(compare(Path(folder, f"{book.stem}-{name}.csv"), name, cells) for name, cells in sheets.items())


def compare(file, name, cells):
    rows = list(csv.reader(file.open(encoding="utf-8", newline="")))
    for (row, column), value in cells.items():
        shown = (dict(enumerate(rows[row - 1], 1)) if row <= len(rows) else {}).get(column, "")
        same = abs(number(shown) - value) <= 1e-9 * max(1, abs(value)) if isinstance(value, float) else shown == value
        check(same, f"sheet {name!r}, row {row}, column {column}: the file holds {value!r}, soffice reads {shown!r}")
    return sum(isinstance(value, float) for value in cells.values())


def number(shown):
    if re.fullmatch(r"\d{4}-\d\d-\d\d", shown):
        return (date.fromisoformat(shown) - date(1899, 12, 30)).days
    return float(shown.rstrip("%") or "nan") / (100 if shown.endswith("%") else 1)


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except Exception as fault:
        sys.exit(f"the workbook could not be checked: {type(fault).__name__}: {fault}")
