"""How the conversations' database came to be, step by step; Alembic runs the steps that are missing."""
