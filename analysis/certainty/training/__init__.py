"""Learns the weights of hedges and their holders from coded articles; nothing of it runs in an analysis."""
