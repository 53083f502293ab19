"""What a question takes for granted held against the statements: affirmed, denied or left open."""
