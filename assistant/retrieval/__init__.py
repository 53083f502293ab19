"""What is asked in, the statements that may answer it out, in order."""
