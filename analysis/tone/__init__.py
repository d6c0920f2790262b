"""In which tone: the base value of textblob-de beside our own, with event words apart."""
