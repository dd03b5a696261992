"""Addresses of the case work, below /admin/prospekter/."""

from django.urls import path

from . import admin_case, admin_leads, admin_list, admin_new, admin_requests, admin_several, admin_tasks, my_day
from . import admin_views as views

app_name = "prospects"
urlpatterns = [
    path("", admin_list.index, name="index"),
    path("min-dag/", my_day.my_day, name="my_day"),
    path("ny/", admin_new.open_case, name="open"),
    path("skriv/", admin_new.quick_log, name="quick_log"),
    path("vekter/", admin_new.weights, name="weights"),
    path("forslagsvekter/", admin_several.match_weights, name="match_weights"),
    path("loefter/", admin_new.promises, name="promises"),
    path("tips/", admin_leads.leads, name="leads"),
    path("tips/<int:pk>/", admin_leads.lead, name="lead"),
    path("tips/<int:pk>/godkjenn/", admin_leads.approve, name="lead_approve"),
    path("tips/<int:pk>/avslaa/", admin_leads.decline, name="lead_decline"),
    path("tips/<int:pk>/kjent/", admin_leads.known, name="lead_known"),
    path("tips/<int:pk>/avslutt-vern/", admin_leads.lift, name="lead_lift"),
    path("<int:pk>/", admin_case.case, name="case"),
    path("<int:pk>/logg/", views.record, name="record"),
    path("<int:pk>/opplysninger/", views.write_facts, name="facts"),
    path("<int:pk>/ansvar/", views.assign, name="assign"),
    path("<int:pk>/kvalifiser/", views.qualify, name="qualify"),
    path("<int:pk>/beskrivelse/", views.describe, name="describe"),
    path("<int:pk>/steg/", views.step, name="step"),
    path("<int:pk>/bekreft/", views.verify, name="verify"),
    path("<int:pk>/stans/", views.stand, name="stand"),
    path("<int:pk>/gjenoppta/", views.resume, name="resume"),
    path("<int:pk>/oppgaver/", admin_tasks.give, name="give_task"),
    path("<int:pk>/oppgaver/<int:task_pk>/", admin_tasks.change, name="change_task"),
    path("<int:pk>/oppgaver/<int:task_pk>/slutt/", admin_tasks.end, name="end_task"),
    path("<int:pk>/innkommet/<int:activity_pk>/", admin_tasks.read, name="read_draft"),
    path("<int:pk>/kommunen/", admin_requests.ask, name="ask_municipality"),
    path("<int:pk>/kommunen/<int:request_pk>/forklar/", admin_requests.explain, name="explain_request"),
    path("<int:pk>/kommunen/<int:request_pk>/trekk/", admin_requests.withdraw, name="withdraw_request"),
    path("<int:pk>/overlever/", views.hand_over, name="hand_over"),
    path("<int:pk>/hjelp/", admin_several.help_wanted, name="help_wanted"),
    path("<int:pk>/overlever-flere/", admin_several.hand_over_to_several, name="several"),
    path("<int:pk>/flere/<int:round_pk>/stans/", admin_several.stop_round, name="stop_round"),
    path("<int:pk>/overlevering/<int:handover_pk>/velg/", admin_several.choose_firm, name="choose_firm"),
    path("<int:pk>/overlevering/<int:handover_pk>/spor/", admin_several.ask_prospect, name="ask_prospect"),
    path("<int:pk>/overlevering/<int:handover_pk>/forkast/", admin_several.discard_draft, name="discard_draft"),
    path("<int:pk>/overlevering/<int:handover_pk>/trekk/", views.withdraw_handover, name="withdraw_handover"),
]
