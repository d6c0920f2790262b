"""Entities of one article: what it says about each, and which of them a mention refers to."""
