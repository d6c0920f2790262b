"""The page of data, and its parts."""
