"""The forms that a report can take, by name and by the end of a file name. Each is imported when it is asked for."""

from __future__ import annotations

from beleidsspoor.graph.show.report import Report

#: The forms for the screen, in the order of the help.
FORMS = ("tabel", "csv", "json", "html")
#: The form that goes with the end of a file name.
BY_SUFFIX = {".txt": "tabel", ".csv": "csv", ".json": "json", ".html": "html", ".xlsx": "xlsx"}
#: The forms in which an overview holds the rows of every question too.
OVERVIEW_WITH_ROWS = ("html", "xlsx")
#: The width of a table in a file.
_FILE_WIDTH = 120


def render(report: Report, form: str, width: int = _FILE_WIDTH) -> bytes:
    """The report in a form, as UTF-8 (or as the bytes of a workbook). `width` counts for `tabel` only."""
    if form == "csv":
        from beleidsspoor.graph.show.as_csv import to_csv

        return to_csv(report)
    if form == "json":
        from beleidsspoor.graph.show.as_json import to_json

        return to_json(report)
    if form == "html":
        from beleidsspoor.graph.show.as_html import to_html

        return to_html(report)
    if form == "xlsx":
        from beleidsspoor.graph.show.as_xlsx import to_xlsx

        return to_xlsx(report)
    from beleidsspoor.graph.show.terminal import show_report

    return f"{show_report(report, width)}\n".encode()
