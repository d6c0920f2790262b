"""Runs the command line: ``python -m quellenlage``."""

from functools import partial

from analysis.cli.ending import run
from analysis.cli.main import main

run(partial(main, prog_name="quellenlage"))
