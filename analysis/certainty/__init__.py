"""How certain it is made to sound: hedges, verb mood and stance of the cue."""
