"""Examples of use, shown at the end of every help text."""

EXAMPLES = """\b
Examples:
  quellenlage read download.docx                        what is read from it
  quellenlage analyse article.txt                       a short summary
  quellenlage analyse archive/ --format csv --out out   a folder of tables
  quellenlage analyse news.jsonl --format jsonl         one JSON object per article
  quellenlage dashboard                                 the browser view
"""
