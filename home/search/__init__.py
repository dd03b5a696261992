"""Search: what is known, how words are matched, and what is shown."""
