"""The public site in Wagtail's admin: one module per thing that is edited, reported or guided."""
