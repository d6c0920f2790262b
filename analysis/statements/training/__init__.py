"""Training of the statement model; needs PyTorch, which the analysis itself never does."""
