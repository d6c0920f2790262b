"""What a text of the web consists of: headline, body, boilerplate, and what it says about its publication."""
