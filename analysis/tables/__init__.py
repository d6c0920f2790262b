"""Results as tidy tables: the one column contract, the frames, the summaries."""
