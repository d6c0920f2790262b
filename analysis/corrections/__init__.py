"""Corrections by hand: what people say about a place in a text, kept apart and laid over what the analysis finds."""
