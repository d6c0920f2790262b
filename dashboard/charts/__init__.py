"""Charts as functions from a table to an Altair chart, and how they are drawn and saved."""
