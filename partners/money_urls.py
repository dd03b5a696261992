"""Addresses of money in the admin, below /admin/bidrag/."""

from django.urls import path

from . import money_admin, money_credits, money_inbox, money_runs

app_name = "money"
urlpatterns = [
    path("summer/", money_admin.sums, name="sums"),
    path("innbetalinger/", money_inbox.payments, name="payments"),
    path("innbetalinger/fil/<int:pk>/", money_inbox.payment_file, name="payment_file"),
    path("innbetalinger/<int:pk>/", money_inbox.payment, name="payment"),
    path("innbetalinger/<int:pk>/<str:word>/", money_inbox.move_payment, name="move_payment"),
    path("rettelser/", money_admin.corrections, name="corrections"),
    path("rettelser/<int:pk>/<str:word>/", money_admin.decide, name="decide"),
    path("rad/<int:pk>/rett/", money_admin.correct, name="correct"),
    path("faktura/<int:pk>/ehf.xml", money_admin.ehf, name="ehf"),
    path("faktura/<int:pk>/faktura.pdf", money_admin.pdf, name="pdf"),
    path("krediter/", money_credits.credit_many, name="credit_many"),
    path("kjoringer/", money_runs.runs, name="runs"),
    path("kjoringer/<int:pk>/", money_runs.run, name="run"),
    path("kjoringer/<int:pk>/ehf-<int:part>.zip", money_runs.run_zip, name="run_zip"),
    path("kjoringer/<int:pk>/<str:word>/", money_runs.move_run, name="move_run"),
    path("eksport/", money_runs.export, name="export"),
    path("<int:pk>/", money_admin.detail, name="detail"),
    path("<int:pk>/ehf.xml", money_admin.ehf_of, name="ehf_of"),
    path("<int:pk>/<str:word>/", money_admin.step, name="step"),
]
