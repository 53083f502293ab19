"""The commands of ``vouch``, a module per room; each imports what is heavy only when it runs."""
