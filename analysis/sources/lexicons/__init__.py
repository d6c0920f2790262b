"""What is known before an article is read: persons, bodies, media, places, role nouns."""
