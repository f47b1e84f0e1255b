"""Copies of a school that can be trusted: made while the site runs, proved by restoring them, refused when damaged."""
