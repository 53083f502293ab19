"""A claim, what it cites and the rules' reasons against it in, which of these reasons stand out."""
