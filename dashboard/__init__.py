"""The browser view: pages that select, call analysis, and show."""
