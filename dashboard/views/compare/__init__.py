"""The page that compares two selections, and its parts."""
