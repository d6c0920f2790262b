"""Runs the command line: ``python -m analysis.cli``."""

from analysis.cli.main import run

run()
