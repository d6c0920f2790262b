"""Runs the command line: ``python -m quellenlage``."""

from analysis.cli.main import main

main(prog_name="quellenlage")
