"""Pages and feeds fetched from addresses of the web."""
