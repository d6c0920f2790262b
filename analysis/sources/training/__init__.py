"""Builds the lists of public figures; nothing here runs while articles are analysed."""
