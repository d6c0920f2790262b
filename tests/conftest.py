"""Makes the helpers that lie in this folder importable from the tests below it."""
