"""Plans for other programs: XLSX, CSV, GeoPackage, GeoJSON."""
