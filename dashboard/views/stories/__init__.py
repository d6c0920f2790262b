"""The page on stories, and its parts."""
