"""A school with a past month, lived through the real actions by simulated learners."""
