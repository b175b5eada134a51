"""The workbook of a workshop: a shared document that several laptops write at once, and what is read from it."""
