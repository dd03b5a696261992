"""The programme's clock."""

import logging
import signal
import threading

from django.core.management.base import BaseCommand
from django.db import OperationalError, close_old_connections

from common.mail import deliver_due
from common.retention import forget_all
from home.link_check import check_when_due
from home.publishing import publish_due
from partners.services import (
    follow_up_offers,
    mark_overdue,
    release_due_rounds,
    remind_duties,
    remind_overdue,
    send_digests,
    settle_agreed,
    start_and_end_agreements,
    wake_lost_files,
    wake_lost_runs,
)
from prospects.services import (
    advance_rounds,
    end_protections,
    fetch_mail,
    lapse_overdue,
    remind_of_tasks,
    send_morning_letters,
    tell_of_clocks,
    wake_lost_imports,
)

logger = logging.getLogger(__name__)


def tick() -> dict[str, int]:
    """Do everything that is due and not yet done; returns how much of each. What failed is tried at the next tick."""
    done: dict[str, int] = {}
    for name, work in (
        ("lapsed", lapse_overdue),
        ("rounds", advance_rounds),
        ("clocks", tell_of_clocks),
        ("protected leads", end_protections),
        ("tasks", remind_of_tasks),
        ("mornings", send_morning_letters),
        ("released", release_due_rounds),
        ("settled", settle_agreed),
        ("agreements", start_and_end_agreements),
        ("offers", follow_up_offers),
        ("forgotten", forget_all),
        ("published", publish_due),
        ("links", check_when_due),
        ("duties", remind_duties),
        ("overdue", mark_overdue),
        ("reminders", remind_overdue),
        ("invoice runs", wake_lost_runs),
        ("payment files", wake_lost_files),
        ("case files", wake_lost_imports),
        ("digests", send_digests),
        ("mails in", fetch_mail),
        ("mails", deliver_due),
    ):
        try:
            done[name] = work()
        except OperationalError:
            logger.exception("The clock could not do: %s", name)
    return done


class Command(BaseCommand):
    """`manage.py clock [--once]`: what is due and not yet done, every half minute. A missed hour loses nothing."""

    help = "Do what is due and not yet done, again and again; --once for cron."

    def add_arguments(self, parser):
        """`--once` ends after one round."""
        parser.add_argument("--once", action="store_true")
        parser.add_argument("--every", type=float, default=30, help="seconds between two rounds")

    def handle(self, *args, once=False, every=30, **options):
        """Runs until it is told to stop."""
        stop = threading.Event()
        if not once:
            signal.signal(signal.SIGTERM, lambda *_args: stop.set())
            signal.signal(signal.SIGINT, lambda *_args: stop.set())
        while True:
            done = tick()
            if any(done.values()):
                logger.info("Done: %s", ", ".join(f"{name} {count}" for name, count in done.items() if count))
            if once or stop.wait(every):
                break
            close_old_connections()
