"""The institution of a source as learned weights see it, from all that the article says of it."""
