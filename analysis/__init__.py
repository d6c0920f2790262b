"""Pure analysis of German news: text in, attributed statements, hedges and tone out; no user interface."""
