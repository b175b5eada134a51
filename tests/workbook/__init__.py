"""The workbook: its exchange, its sockets, what is kept and what nobody meets."""
