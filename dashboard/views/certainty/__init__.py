"""The page on certainty, and its parts."""
