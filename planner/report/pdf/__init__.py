"""PDF files: A4, tagged (PDF/UA-1), in German or English, the same bytes for the same content."""

from planner.report.pdf.situation import situation_pdf

__all__ = ["situation_pdf"]
