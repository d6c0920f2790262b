"""What leaves the analysis: files, JSON objects, summaries, and how a figure was made."""
