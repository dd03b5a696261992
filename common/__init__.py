"""Small tools that know nothing of the programme: guarded transitions, mail, money, working time, safety."""
