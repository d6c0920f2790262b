"""Parts of a reporting frame: its cue, its speaker, and the clause that it introduces."""
