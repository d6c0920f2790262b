"""Who is behind a statement: entity, country, institution, naming and category."""
