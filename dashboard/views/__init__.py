"""The pages: each selects, computes and shows."""
