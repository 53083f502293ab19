"""Judged statements in, a draft in the sources' own words out, framed for its reader; what to ask next."""
