"""A question and the statements nearest to it in, whether they answer it, or what they don't say, out."""
