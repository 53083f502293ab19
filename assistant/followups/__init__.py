"""A turn of a conversation in, the standalone question that it means out; questions about the answer itself."""
