"""Plans for other programs: XLSX, CSV, GeoPackage, GeoJSON; and on paper: PDF."""

from planner.report.archive import plan_csv_zip
from planner.report.geojson import plan_geojson
from planner.report.geopackage import plan_geopackage
from planner.report.pdf import sections_pdf, sheet_pdf, situation_pdf
from planner.report.workbook import plan_xlsx

__all__ = ["plan_csv_zip", "plan_geojson", "plan_geopackage", "plan_xlsx", "sections_pdf", "sheet_pdf", "situation_pdf"]
