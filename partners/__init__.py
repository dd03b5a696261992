"""Who pays for the programme, under what agreement, what that gives, and who may act for them."""
