"""What must be said before any document is searched: emergencies, small talk, orders that are none of a reader's."""
