"""Stance: how the reporting words present a statement, from neutral to denying."""
