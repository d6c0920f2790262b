"""Parts of a reporting frame: its cue, its speaker, the clause that it introduces; the table of rules."""
