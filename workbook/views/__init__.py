"""Pages and doors of the workbook."""
