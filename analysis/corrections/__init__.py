"""Corrections by hand: kept apart from the results and applied to whatever the analysis finds."""
