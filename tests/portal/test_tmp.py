import pytest
from tests.conftest import plant_root, login
from tests.factories import *
from django.test import Client
pytestmark=[pytest.mark.browser, pytest.mark.django_db(transaction=True)]
def test_w(live_server, chromium):
    plant_root()
    seat = MembershipFactory(administrator=True)
    CompetenceFactory(name_nb="Bedriftshelse og arbeidsmiljø"); FocusIndustryFactory(name_nb="Kunnskap og rådgivning")
    c = login(Client(), seat.user)
    NotificationFactory(user=seat.user, firm=seat.firm, topic="profile", kind="profile_approved")
    ctx = chromium.new_context(locale="nb-NO", viewport={"width":320,"height":640})
    ctx.add_cookies([{"name":"sessionid","value":c.cookies["sessionid"].value,"url":live_server.url}])
    p = ctx.new_page()
    for path in ("/portal/bedrift/profil/","/portal/varsler/","/portal/bedrift/","/portal/eksport/","/portal/","/portal/bedrift/folk/%d/"%seat.pk):
        p.goto(live_server.url+path)
        print(path, p.evaluate("document.documentElement.scrollWidth"), p.evaluate("""() => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > 321 && !e.closest('.visually-hidden')).map(e => e.tagName+'.'+e.className+'#'+e.id+' '+Math.round(e.getBoundingClientRect().right)).slice(0,12)"""))
    p.set_viewport_size({"width":1200,"height":900})
    p.goto(live_server.url+"/portal/bedrift/profil/"); p.screenshot(path="/tmp/profil.png", full_page=True)
    p.goto(live_server.url+"/portal/bedrift/"); p.screenshot(path="/tmp/bedrift.png", full_page=True)
    p.goto(live_server.url+"/portal/bedrift/folk/"); p.screenshot(path="/tmp/folk.png", full_page=True)
    p.goto(live_server.url+"/portal/varsler/"); p.screenshot(path="/tmp/varsler.png", full_page=True)
