"""Outside data into the registers: staging, checks, batches, reports."""
