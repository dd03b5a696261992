"""One door for everybody: where it leads, what it asks, how often it may be tried, and what its answers tell."""

import html
import re
import time

import pytest
import time_machine
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings
from django.core import mail
from django.test import Client
from django.utils import timezone

from accounts.models import User
from home.demo.loader import PASSWORD, totp_secret

pytestmark = pytest.mark.django_db

ADVISER, MANAGER, MEMBER = "radgiver@drammen.example", "leder@drammen.example", "medlem@elvebris.example"
LOGIN, RESET = "/konto/login/", "/konto/password/reset/"


def code_of(secret: str) -> str:
    """What an authenticator app shows now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def try_login(client: Client, email: str, password: str = PASSWORD, **headers):
    return client.post(LOGIN, {"login": email, "password": password}, **headers)


def words(response) -> str:
    """What a reader sees of a page."""
    body = re.sub(r"(?s)<(script|style|head)\b.*?</\1>", " ", response.content.decode())
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


# --- Where it leads -------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("email", [MEMBER, "kontakt@drammen-kommune.example", "nobody@drammen.example"])
@pytest.mark.parametrize("path", ["/admin/", "/admin/pages/", "/admin/login/", "/admin/login/?next=/admin/users/"])
def test_the_admin_tells_somebody_without_a_role_no_and_ends_there(email, path, enter):
    response = enter(email).get(path, follow=True)
    assert response.status_code == 403
    assert len(response.redirect_chain) <= 1


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("/admin/", "/admin/"),
        ("/admin/pages/3/", "/admin/pages/3/"),
        ("/admin/login/?next=/admin/images/", "/admin/images/"),
        ("/admin/login/", "/admin/"),
        ("/admin/login/?next=https://evil.example/", "/admin/"),
        ("/admin/login/?next=//evil.example/", "/admin/"),
        ("/admin/login/?next=javascript:alert(1)", "/admin/"),
        ("/portal/prospekter/1/", "/portal/prospekter/1/"),
    ],
)
def test_a_stranger_is_led_to_the_one_login_and_back_to_where_it_was_safe_to_go(asked, kept, loaded):
    response = Client().get(asked, follow=True)
    assert response.status_code == 200
    assert response.request["PATH_INFO"] == LOGIN
    assert f'name="next" value="{kept}"' in response.content.decode()


def test_login_follows_no_address_of_another_site(loaded):
    for target in ("https://evil.example/", "//evil.example/", "/\\evil.example"):
        response = Client().post(LOGIN, {"login": MEMBER, "password": PASSWORD, "next": target})
        assert response["Location"].startswith("/konto/inn/"), target


def test_staff_without_a_second_factor_are_sent_to_choose_one(enter):
    user = User.objects.get(email=ADVISER)
    user.authenticator_set.all().delete()
    client = enter(ADVISER, second_factor=False)
    for path in ("/admin/", "/portal/", "/komponenter/", "/en/komponenter/"):
        response = client.get(path)
        assert (response.status_code, response["Location"].removeprefix("/en")) == (302, "/konto/to-steg/")
    assert client.get("/konto/to-steg/").status_code == 200
    assert client.get("/").status_code == 200


def test_recovery_codes_alone_are_no_second_factor(enter):
    User.objects.get(email=ADVISER).authenticator_set.exclude(type="recovery_codes").delete()
    assert enter(ADVISER, second_factor=False).get("/admin/")["Location"] == "/konto/to-steg/"


def test_staff_who_have_not_used_theirs_in_this_session_are_asked_for_it(enter):
    response = enter(ADVISER, second_factor=False).get("/admin/prospekter/?q=a")
    assert response["Location"] == "/konto/to-steg/reauthenticate/?next=%2Fadmin%2Fprospekter%2F%3Fq%3Da"
    client = enter(ADVISER, second_factor=False)
    answer = client.post(response["Location"], {"code": code_of(totp_secret(ADVISER)), "next": "/admin/prospekter/"})
    assert answer["Location"] == "/admin/prospekter/"
    assert client.get("/admin/prospekter/").status_code == 200


def test_somebody_elses_proof_of_a_second_factor_does_not_count(enter):
    client = enter(ADVISER)
    session = client.session
    session["account_authentication_methods_user"] = str(User.objects.get(email=MANAGER).pk)
    session.save()
    assert "reauthenticate" in client.get("/admin/")["Location"]


# --- The whole way --------------------------------------------------------------------------------------------------
def test_an_adviser_logs_in_with_password_and_code_and_is_in_the_admin(loaded):
    client = Client()
    first = try_login(client, ADVISER)
    assert first["Location"].startswith("/konto/to-steg/authenticate/")
    assert not is_in(client)
    assert client.get("/admin/").status_code == 302
    wrong = client.post(first["Location"], {"code": "000000"})
    assert wrong.status_code == 200
    assert not is_in(client)
    last = client.post(first["Location"], {"code": code_of(totp_secret(ADVISER))}, follow=True)
    assert last.status_code == 200
    assert last.request["PATH_INFO"] == "/admin/"


def test_a_code_works_once(loaded):
    with time_machine.travel(timezone.now(), tick=False):  # a code that changes meanwhile would be another one
        code = code_of(totp_secret(ADVISER))
        for attempt in (1, 2):
            client = Client()
            step = try_login(client, ADVISER)
            client.post(step["Location"], {"code": code})
            assert is_in(client) is (attempt == 1)


def test_a_member_logs_in_with_the_password_alone_and_is_in_the_portal(loaded):
    response = Client().post(LOGIN, {"login": MEMBER.upper(), "password": PASSWORD}, follow=True)
    assert response.status_code == 200
    assert response.request["PATH_INFO"] == "/portal/"


def test_somebody_without_seat_or_role_is_told_so_after_login(loaded):
    response = Client().post(LOGIN, {"login": "nobody@drammen.example", "password": PASSWORD}, follow=True)
    assert response.status_code == 403
    assert response.request["PATH_INFO"] == "/portal/"


def test_a_locked_person_does_not_get_in(loaded):
    User.objects.filter(email=MEMBER).update(is_active=False)
    client = Client()
    try_login(client, MEMBER)
    assert not is_in(client)


# --- Closed doors ---------------------------------------------------------------------------------------------------
def test_nobody_signs_up(loaded):
    before = User.objects.count()
    client = Client()
    assert "<form" not in re.sub(r"(?s)<(header|footer).*?</\1>", "", client.get("/konto/signup/").content.decode())
    data = {"email": "ny@example.org", "password1": "en-lang-dør-på-gløtt", "password2": "en-lang-dør-på-gløtt"}
    assert client.post("/konto/signup/", data).status_code < 500
    assert User.objects.count() == before
    assert not is_in(client)


@pytest.mark.parametrize("path", ["/_util/login/", "/en/_util/login/", "/admin/login/"])
def test_there_is_no_login_door_beside_the_one_that_counts(path, loaded):
    client = Client()
    client.post(path, {"username": MEMBER, "password": PASSWORD})
    assert not is_in(client), f"{path} lets people in without allauth's limits"
    assert 'type="password"' not in client.get(path).content.decode()


@pytest.mark.parametrize("path", ["/konto/logout/", "/en/konto/logout/", "/admin/logout/"])
def test_a_link_does_not_log_anybody_out(path, enter):
    client = enter(ADVISER)
    client.get(path)
    assert is_in(client)
    client.post(path)
    assert not is_in(client)


# --- Limits ---------------------------------------------------------------------------------------------------------
def address(number: int) -> dict:
    return {"REMOTE_ADDR": f"192.0.2.{number}"}


def is_stopped(email: str, **headers) -> bool:
    """Whether even the right password no longer helps."""
    client = Client()
    try_login(client, email, **headers)
    return not is_in(client)


def test_an_account_is_closed_after_five_wrong_passwords_from_anywhere(loaded):
    assert not is_stopped(MEMBER, **address(99))
    for number in range(5):
        try_login(Client(), MEMBER, "feil-passord", **address(number))
    assert is_stopped(MEMBER, **address(50))
    assert not is_stopped("admin@elvebris.example", **address(50))


def test_letter_case_and_blanks_do_not_open_it_again(loaded):
    for number, spelling in enumerate(
        (MEMBER.upper(), MEMBER.title(), f" {MEMBER}", f"{MEMBER} ", "MeDlEm@elvebris.example")
    ):
        try_login(Client(), spelling, "feil-passord", **address(number))
    assert is_stopped(MEMBER, **address(50))
    assert is_stopped(MEMBER.upper(), **address(51))


def test_an_address_is_stopped_after_ten_wrong_passwords_whoever_is_tried(loaded):
    for number in range(10):
        try_login(Client(), f"nr{number}@example.org", "feil-passord", **address(1))
    assert is_stopped(MEMBER, **address(1))
    assert not is_stopped(MEMBER, **address(2))


@pytest.mark.parametrize("header", ["HTTP_X_FORWARDED_FOR", "HTTP_X_REAL_IP", "HTTP_FORWARDED", "HTTP_CLIENT_IP"])
def test_a_forged_header_is_no_new_address(header, loaded):
    assert settings.ALLAUTH_TRUSTED_PROXY_COUNT == 0
    for number in range(10):
        forged = {header: f"203.0.113.{number}", **address(1)}
        try_login(Client(), f"nr{number}@example.org", "feil-passord", **forged)
    assert is_stopped(MEMBER, **{header: "203.0.113.77", **address(1)})


def test_a_forged_host_is_no_new_account(loaded):
    for number in range(5):
        try_login(Client(), MEMBER, "feil-passord", HTTP_HOST=f"testserver:{8000 + number}", **address(number))
    assert is_stopped(MEMBER, **address(50))


def test_guessing_the_second_step_is_stopped(loaded):
    client = Client()
    step = try_login(client, ADVISER)["Location"]
    for _attempt in range(12):
        client.post(step, {"code": "000000"})
    client.post(step, {"code": code_of(totp_secret(ADVISER))})
    assert not is_in(client)


def test_asking_for_many_password_letters_is_stopped(loaded):
    for _attempt in range(9):
        Client().post(RESET, {"email": MEMBER}, **address(1))
    assert len([one for one in mail.outbox if MEMBER in one.to[0]]) <= 5


def test_opening_many_invitations_is_stopped(loaded):
    answers = [Client().get(f"/portal/invitasjon/nr{number}/").status_code for number in range(62)]
    assert answers[:60] == [404] * 60
    assert answers[60:] == [429, 429]


# --- Answers that tell nothing --------------------------------------------------------------------------------------
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_login_does_not_tell_whether_there_is_an_account(prefix, loaded):
    User.objects.filter(email="admin@loddrett.example").update(is_active=False)
    unusable = User.objects.create_user("uten.passord@example.org")
    answers = [
        Client().post(f"{prefix}{LOGIN}", {"login": email, "password": "feil-passord"}, **address(number))
        for number, email in enumerate(
            (MEMBER, ADVISER, "finnes.ikke@example.org", "admin@loddrett.example", unusable.email)
        )
    ]
    assert {answer.status_code for answer in answers} == {200}
    assert len({words(answer) for answer in answers}) == 1


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_a_password_letter_does_not_tell_whether_there_is_an_account(prefix, loaded):
    User.objects.filter(email="admin@loddrett.example").update(is_active=False)
    answers = [
        Client().post(f"{prefix}{RESET}", {"email": email}, follow=True, **address(number))
        for number, email in enumerate((MEMBER, "finnes.ikke@example.org", "admin@loddrett.example"))
    ]
    assert {answer.status_code for answer in answers} == {200}
    assert len({words(answer) for answer in answers}) == 1
    assert len({answer.request["PATH_INFO"] for answer in answers}) == 1


def test_signing_up_does_not_tell_whether_there_is_an_account(loaded):
    answers = [
        Client().post("/konto/signup/", {"email": email, "password1": "en-lang-dør-på-gløtt"})
        for email in (MEMBER, "finnes.ikke@example.org")
    ]
    assert len({(answer.status_code, words(answer)) for answer in answers}) == 1


# --- Letters --------------------------------------------------------------------------------------------------------
def test_a_forgotten_password_is_set_anew_by_a_letter(loaded):
    client = Client()
    client.post(RESET, {"email": MEMBER.upper()})
    letter = mail.outbox[-1]
    assert MEMBER in letter.to[0]
    link = re.search(r"https?://[^\s]+(/konto/password/reset/key/\S+)", letter.body)[1]
    step = client.get(link)
    answer = client.post(step["Location"], dict.fromkeys(("password1", "password2"), "ny-dør-åpner-seg-her"))
    assert answer.status_code == 302
    assert not is_in(client), "a letter alone lets nobody in"
    try_login(client, MEMBER, "ny-dør-åpner-seg-her")
    assert is_in(client)
    assert Client().get(link).status_code == 200  # says that it was used
    assert 'name="password1"' not in Client().get(link, follow=True).content.decode()


def test_a_mail_server_that_is_away_breaks_no_page(loaded, settings, free_port, caplog):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port
    for email in (MEMBER, "finnes.ikke@example.org"):
        response = Client().post(RESET, {"email": email}, follow=True)
        assert response.status_code == 200
    assert "could not be sent" in caplog.text
