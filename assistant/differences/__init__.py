"""Statements of different sources in, the points on which they differ out."""
