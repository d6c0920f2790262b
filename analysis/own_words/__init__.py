"""The user's own list of words: hedge cues, stance cues, event words and tone words added, removed or reclassed."""
