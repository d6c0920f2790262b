"""What all parsers share: bytes as text, members of archives, dates, and the fields of a record."""
