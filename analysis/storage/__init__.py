"""The store: one DuckDB file, how it is asked, and the counts and rows that come out of it."""
