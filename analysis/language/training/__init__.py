"""Builds the models and tables of ``analysis.language``; nothing here runs while articles are analysed."""
