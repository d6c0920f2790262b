"""Reads what others made in a process apart: with limits of memory and time, item by item, so that none costs others."""
