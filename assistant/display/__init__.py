"""A response in, texts for the screen, the panel, the programs and the files out."""
