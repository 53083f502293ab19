"""The words of the documents and of general language: lexicon, families of words, medicines, languages."""
