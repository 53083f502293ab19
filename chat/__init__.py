"""The chat in the browser: with ``app.py`` the only room that knows Chainlit. What its handlers do, keep, and ask at the door."""
