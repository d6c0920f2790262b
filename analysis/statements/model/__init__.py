"""The trained model that corrects what the rules found: its input, its network, its decisions."""
