"""Who logs in: users, their roles in the programme, invitations, and the second factor that staff must have."""
