"""Judging and correcting findings by hand."""
