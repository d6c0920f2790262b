"""What the parts of a saved newspaper page are: headline, lead, running text, and what stands around them."""
