"""Many articles: batches, worker processes, clusters, and what they tell on the way."""
