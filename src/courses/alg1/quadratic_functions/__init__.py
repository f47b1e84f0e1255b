"""Quadratic functions: their graphs, their forms, shifts, and models."""
