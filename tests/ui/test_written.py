"""Tables with the texts of their cells, as Streamlit sends them."""

from datetime import date
from decimal import Decimal

import pyarrow as pa
from streamlit.elements.lib.pandas_styler_utils import marshall_styler
from streamlit.proto.ArrowData_pb2 import ArrowData

from planner.report.sheets import Column, Kind, Sheet
from planner.ui.tables import formatter, sheet_frame, show_sheet
from planner.ui.words import Words
from planner.ui.written import written

SHEET = Sheet(
    "Probe",
    (
        Column("Wer", Kind.ID),
        Column("Stunden", Kind.HOURS),
        Column("Kosten", Kind.EURO),
        Column("Beginn", Kind.DATE),
        Column("Anteil", Kind.RATIO),
    ),
    (
        ("K1", Decimal("19.50"), Decimal("-12345.67"), date(2027, 3, 1), 0.125),
        ("K2", None, Decimal(0), None, None),
        ("K3", Decimal(30), None, date(2027, 12, 24), 1.0),
    ),
)


def sent(styler):
    """Return the texts of the cells as the browser gets them, and the rules of style."""
    message = ArrowData()
    marshall_styler(message, styler, "probe")
    return pa.ipc.open_stream(message.styler.display_values).read_pandas(), message.styler.styles


def test_texts_are_those_of_a_styler_with_the_same_writers():
    """What is left out of pandas' own way changes nothing that is seen."""
    frame, words = sheet_frame(SHEET), Words("de")
    writers = {c.heading: writer for c in SHEET.columns if (writer := formatter(c.kind, words))}
    (texts, styles), (wanted, _) = sent(written(frame, writers)), sent(frame.style.format(writers))
    assert texts.to_dict("list") == wanted.to_dict("list")
    assert texts["Kosten"].tolist() == ["−12.346\u00a0€", "0\u00a0€", ""]
    assert styles == ""


def test_the_cells_behind_the_texts_stay_what_they_are():
    """A column is sorted by its numbers and days, not by how they are written."""
    frame = sheet_frame(SHEET)
    assert written(frame, {}).data.dtypes.astype(str).to_dict()["Kosten"] == "Float64"


def test_a_sentence_travels_once_however_many_rows_say_it(monkeypatch):
    """Thousands of people without a place have few reasons; hidden columns do not travel at all."""
    seen = []
    monkeypatch.setattr("planner.ui.tables.st.dataframe", lambda frame, **_: seen.append(frame))
    head = (Column("Wer", Kind.ID), Column("Code", Kind.TEXT), Column("Grund", Kind.LONG))
    rows = tuple((f"K{n}", "displaced", "Andere wurden vorgezogen.") for n in range(1000))
    show_sheet(Sheet("Probe", head, rows), Words("de"), key="x", hide=("Code",))
    (frame,) = seen
    assert list(frame.columns) == ["Wer", "Grund"]
    assert frame["Grund"].tolist() == ["Andere wurden vorgezogen."] * 1000
    assert pa.types.is_dictionary(pa.Table.from_pandas(frame).schema.field("Grund").type)
