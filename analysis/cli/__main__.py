"""Runs the command line: ``python -m analysis.cli``."""

from analysis.cli.main import main

main()
