"""What comes in: files of many kinds to articles, and a pasted page to its headline and body."""
