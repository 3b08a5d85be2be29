"""PDF files: A4, tagged (PDF/UA-1), in German or English, the same bytes for the same content."""

from planner.report.pdf.sheet import sections_pdf, sheet_pdf
from planner.report.pdf.situation import situation_pdf

__all__ = ["sections_pdf", "sheet_pdf", "situation_pdf"]
