"""Clauses, quotation marks and noun phrases of tagged German, as far as statements need them."""
