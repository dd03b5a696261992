"""The mailbox is fetched over IMAP, from a small server that speaks it on this machine."""

import datetime
import ipaddress
import ssl
import tempfile
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from home.management.commands.clock import tick
from prospects.models import Activity, InboundMail
from prospects.services import fetch_mail, mailbox
from tests.factories import ProspectFactory
from tests.imap import Mailbox

from .test_inbound import mail

pytestmark = pytest.mark.django_db


@pytest.fixture
def use(settings):
    """`use(box)`: the programme's mailbox is this one."""

    def point(box: Mailbox) -> Mailbox:
        settings.INBOUND_IMAP_HOST, settings.INBOUND_IMAP_PORT = "127.0.0.1", box.port
        settings.INBOUND_IMAP_USER, settings.INBOUND_IMAP_PASSWORD = "sak", "sesam"
        settings.INBOUND_IMAP_TLS = box._context is not None
        settings.INBOUND_IMAP_TIMEOUT = 5
        return box

    return point


@pytest.fixture
def case():
    """A case of the person who writes."""
    return ProspectFactory(contact={"email": "ingrid@nordlys.example"})


def test_what_lies_in_the_mailbox_is_taken_in_and_marked_as_seen(use, case):
    with use(Mailbox(mail(), mail(number="2"))) as box:
        assert fetch_mail() == 2
        assert [box.flags(uid) for uid in (1, 2)] == [{"\\Seen"}, {"\\Seen"}]
        assert fetch_mail() == 0
        box.put(mail(number="3"))
        assert fetch_mail() == 1
    assert case.activities.count() == 3


def test_fetched_mails_are_deleted_there_when_that_is_wished(use, case, settings):
    settings.INBOUND_IMAP_DELETE = True
    with use(Mailbox(mail(), mail(number="2"))) as box:
        assert fetch_mail() == 2
        assert box.mails == {}
        assert fetch_mail() == 0
        assert "EXPUNGE" not in box.said[-3:]


def test_the_clock_fetches_and_without_a_mailbox_nothing_is_asked(use, case, settings):
    with use(Mailbox(mail())) as box:
        assert tick()["mails in"] == 1
        settings.INBOUND_IMAP_HOST, before = "", len(box.said)
        assert fetch_mail() == 0
        assert len(box.said) == before


def test_a_refused_login_is_said_without_the_password_and_stops_nothing(use, case, caplog):
    with use(Mailbox(mail(), password="annet")):
        assert fetch_mail() == 0
    assert "cannot be opened" in caplog.text
    assert "sesam" not in caplog.text
    assert not InboundMail.objects.exists()


def test_a_mailbox_that_is_away_stops_nothing(use, caplog):
    with use(Mailbox()):
        pass
    assert fetch_mail() == 0
    assert "cannot be opened" in caplog.text


def test_a_folder_that_is_not_there_stops_nothing(use, settings, caplog):
    settings.INBOUND_IMAP_FOLDER = 'Sak"er'
    with use(Mailbox(mail())):
        assert fetch_mail() == 0
    assert "cannot be opened" in caplog.text


@pytest.mark.parametrize("command", ["SELECT", "SEARCH", "RFC822.SIZE", "BODY.PEEK", "STORE", "EXPUNGE", "LOGOUT"])
def test_a_connection_that_breaks_at_any_command_loses_nothing_and_doubles_nothing(use, case, settings, command):
    settings.INBOUND_IMAP_DELETE = True
    with use(Mailbox(mail(), mail(number="2"))) as box:
        box.breaks_on = command
        fetch_mail()
        assert box.breaks_on == ""
        fetch_mail()
        assert case.activities.count() == 2
        assert all("\\Deleted" in flags for flags, _content in box.mails.values())
    assert InboundMail.objects.count() == 2


def test_a_crash_between_storing_and_marking_doubles_nothing(use, case, monkeypatch):
    def crash():
        raise KeyboardInterrupt

    with use(Mailbox(mail())) as box:
        with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
            patch.setattr(mailbox, "_mark", crash)
            fetch_mail()
        assert box.flags(1) == set()
        assert case.activities.count() == 1
        assert fetch_mail() == 0
        assert box.flags(1) == {"\\Seen"}
    assert case.activities.count() == 1


def test_a_huge_mail_is_not_fetched_but_said(use, case):
    with use(Mailbox(mail("x" * 500))) as box:
        box.claims = mailbox.MOST_BYTES + 1
        assert fetch_mail() == 1
        assert not [command for command in box.said if "BODY.PEEK[]" in command]
        assert box.flags(1) == {"\\Seen"}
    draft = Activity.objects.get()
    assert "35 MB" in draft.text
    assert "xxx" not in draft.text


def test_a_mail_that_cannot_be_stored_keeps_no_other_waiting(use, case, monkeypatch, caplog):
    real = mailbox.take_in

    def fails_once(raw, **more):
        if b"<1@" in raw:
            raise ValueError("for the test")
        return real(raw, **more)

    with use(Mailbox(mail(), mail(number="2"))) as box:
        with monkeypatch.context() as patch:
            patch.setattr(mailbox, "take_in", fails_once)
            assert fetch_mail() == 1
        assert (box.flags(1), box.flags(2)) == (set(), {"\\Seen"})
        assert fetch_mail() == 1


def test_only_so_many_are_fetched_at_a_time(use, case, monkeypatch):
    monkeypatch.setattr(mailbox, "AT_A_TIME", 2)
    with use(Mailbox(*(mail(number=str(number)) for number in range(1, 6)))):
        assert [fetch_mail() for _round in range(4)] == [2, 2, 1, 0]


# --- TLS --------------------------------------------------------------------------------------------------------------
@pytest.fixture(scope="module")
def certificate():
    """The path of a certificate for 127.0.0.1 with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "both.pem"
        secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
        path.write_bytes(made.public_bytes(serialization.Encoding.PEM) + secret)
        yield path


@pytest.mark.parametrize("is_known", [True, False])
def test_mail_is_fetched_over_tls_from_a_server_whose_certificate_is_known_and_from_no_other(
    use, case, certificate, monkeypatch, is_known
):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    if is_known:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with use(Mailbox(mail(), context=context)) as box:
        assert fetch_mail() == int(is_known)
        assert ("LOGIN" in box.said) is is_known


def test_tls_is_what_is_used_when_nobody_says_otherwise():
    from config.settings import base

    assert base.INBOUND_IMAP_TLS is True
    assert base.INBOUND_IMAP_HOST == ""
