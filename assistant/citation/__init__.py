"""A draft, whoever wrote it, in; the claims that it makes, what each cites, and what of it may be shown out."""
