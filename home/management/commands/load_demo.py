"""Load the demo programme."""

import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from accounts.setup import sync_roles
from home.demo import loader
from home.signoff import sync_workflows


class Command(BaseCommand):
    """`manage.py load_demo`: the demo programme, once; again it changes nothing."""

    help = "Load the demo programme; safe to run again."

    def handle(self, *args, **options):
        """Refuses outside demo settings: its passwords are known to everybody."""
        if not settings.DEMO:
            raise CommandError("The demo has passwords that everybody knows; it is only loaded with demo settings.")
        began = time.monotonic()
        sync_roles()
        sync_workflows()
        loaded = loader.load()
        seconds = time.monotonic() - began
        self.stdout.write(f"Demo content loaded in {seconds:.1f} s." if loaded else "Demo content is there already.")
