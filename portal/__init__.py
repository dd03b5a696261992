"""The face of the programme to partner firms and municipal liaisons. It owns no models and decides nothing."""
