"""Reads what others made in a process apart: within limits of memory and time, each item in its own guard."""
