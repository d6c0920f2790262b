"""Reads one mention (a noun phrase) by itself: who is meant, of which country and institution."""
