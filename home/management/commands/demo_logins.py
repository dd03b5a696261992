"""Who can log in to the demo, and with what."""

import time

from allauth.mfa import app_settings
from allauth.mfa.totp.internal.auth import hotp_value
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from home.demo.loader import PASSWORD, totp_secret
from home.demo.people import PORTAL, STAFF

ROLES = {
    "communications": "communications",
    "adviser": "strategic adviser",
    "analyst": "analyst",
    "programme_manager": "programme manager",
    "steering_group": "steering group",
    "administrator": "administrator",
    "member": "member",
    "liaison": "municipal liaison",
}


class Command(BaseCommand):
    """`manage.py demo_logins [--codes]`: the demo's people, their password, and the staff's codes."""

    help = "Print the demo's logins, and the one-time codes of its staff."

    def add_arguments(self, parser):
        """`--codes` leaves out everybody without a code."""
        parser.add_argument("--codes", action="store_true", help="only the staff's one-time codes")

    def handle(self, *args, codes=False, **options):
        """Prints one line a person."""
        if not settings.DEMO:
            raise CommandError("There are only demo logins with demo settings.")
        now = int(time.time())
        left = app_settings.TOTP_PERIOD - now % app_settings.TOTP_PERIOD
        if not codes:
            self.stdout.write(f"Password for everybody: {PASSWORD}")
        self.stdout.write(f"Staff also need a code. These work for {left} s more; new ones: ./run code")
        for row in STAFF:
            code = hotp_value(totp_secret(row["email"]), now // app_settings.TOTP_PERIOD)
            self.stdout.write(f"  {row['email']:<34} {ROLES[row['role']]:<20} {code:06d}")
        if codes:
            return
        self.stdout.write("Partner firms and the municipality, no code needed:")
        shown = [row for row in PORTAL if row["firm"]][:4] + [row for row in PORTAL if row["role"] == "liaison"]
        for row in shown:
            self.stdout.write(f"  {row['email']:<34} {ROLES[row['role']]:<20} {row['firm']}")
