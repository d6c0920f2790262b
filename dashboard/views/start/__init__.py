"""The first page, and its parts."""
