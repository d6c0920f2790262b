"""Rules that find statements, one module per construction."""
