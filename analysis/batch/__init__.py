"""Many articles: batches, worker processes, clusters, and their progress."""
