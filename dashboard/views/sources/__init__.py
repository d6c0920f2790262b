"""The page on sources, and its parts."""
