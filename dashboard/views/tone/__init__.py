"""The page on tone, and its parts."""
