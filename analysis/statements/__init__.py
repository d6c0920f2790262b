"""Who says what: reported utterances with quote, cue, speaker, frame and addressee."""
