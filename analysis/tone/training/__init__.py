"""Builds the lexicons and the model of ``analysis.tone``; nothing here runs while articles are analysed."""
