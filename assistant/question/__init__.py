"""A standalone question in, what it asks, of what and of whom, and what it takes for granted, out."""
