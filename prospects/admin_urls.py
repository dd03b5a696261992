"""Addresses of the case work, below /admin/prospekter/."""

from django.urls import path

from . import admin_case, admin_list, admin_merge, admin_new, admin_persons, admin_tasks, my_day
from . import admin_views as views

app_name = "prospects"
urlpatterns = [
    path("", admin_list.index, name="index"),
    path("min-dag/", my_day.my_day, name="my_day"),
    path("ny/", admin_new.open_case, name="open"),
    path("skriv/", admin_new.quick_log, name="quick_log"),
    path("vekter/", admin_new.weights, name="weights"),
    path("loefter/", admin_new.promises, name="promises"),
    path("dubletter/", admin_merge.doubles, name="doubles"),
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
    path("<int:pk>/personer/", admin_persons.add, name="add_person"),
    path("<int:pk>/personer/<int:contact_pk>/", admin_persons.change, name="change_person"),
    path("<int:pk>/personer/<int:contact_pk>/gjoer/", admin_persons.do, name="do_person"),
    path("<int:pk>/personer/<int:contact_pk>/oensker/", admin_persons.wish, name="wish_person"),
    path("<int:pk>/slaa-sammen/<int:other_pk>/", admin_merge.merge, name="merge"),
    path("<int:pk>/overlever/", views.hand_over, name="hand_over"),
    path("<int:pk>/overlevering/<int:handover_pk>/trekk/", views.withdraw_handover, name="withdraw_handover"),
]
