#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What openpyxl finds in a workbook, as JSON: {sheet: {"rows": [[…]], "frozen": …, "filter": …}}.

Debian's own Python by its path: the module is Debian's, too. Days are told as YYYY-MM-DD, and only cells that are
dates by their format are days.
"""
import datetime
import json
import sys

import openpyxl
from openpyxl.utils.escape import unescape


def value(cell):
    if cell.value is None:
        return None
    if isinstance(cell.value, datetime.datetime):
        return cell.value.date().isoformat()
    if cell.data_type == "f":
        raise ValueError(f"{cell.coordinate} is a formula")
    return unescape(cell.value) if isinstance(cell.value, str) else cell.value


book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({sheet.title: {"rows": [[value(cell) for cell in row] for row in sheet.iter_rows()],
                                "frozen": sheet.freeze_panes, "filter": sheet.auto_filter.ref} for sheet in book}))
