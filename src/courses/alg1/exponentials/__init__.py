"""Exponential functions: values and graphs, growth and decay, linear against exponential."""
