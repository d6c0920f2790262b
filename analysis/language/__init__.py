"""The language engine: sentences, tokens, tags, lemmas, names and verb mood."""
