"""The command line: ``quellenlage analyse``, ``quellenlage stories``, ``quellenlage dashboard``."""
