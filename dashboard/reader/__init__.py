"""One article with its statements, hedges and speakers marked in the text."""
