"""Who is on the way here, who helps them, and what each of them may know."""
