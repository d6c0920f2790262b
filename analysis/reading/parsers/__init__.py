"""One module per file format: bytes in, articles out."""
