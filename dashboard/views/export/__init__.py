"""The page that exports what is selected, and its parts."""
