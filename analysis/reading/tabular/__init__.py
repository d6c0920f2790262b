"""Reads inputs of rows: tables, workbooks, JSON and Parquet; an article is made of each row."""
