"""A language model's way in: the request, its draft, and what of a person never leaves the machine."""
