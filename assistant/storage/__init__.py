"""The database of conversations, accounts and opinions."""
