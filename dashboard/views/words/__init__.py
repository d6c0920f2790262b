"""The page of the user's own list of words, and its parts."""
