"""Documents in, index out: parse, cut along sections, embed, store, and say honestly what was understood."""
