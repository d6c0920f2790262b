"""Takes articles out of the downloads of news databases and out of texts that hold several articles."""
