"""The report of a selection as one HTML file."""
