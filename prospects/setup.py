"""The reasons a new programme begins with. Afterwards the list is the programme manager's."""

from .models import StandingReason

How = StandingReason.How
REASONS = [
    (How.RESTING, "venter-paa-styret", "Venter på styret eller eierne", "Waiting for the board or the owners"),
    (How.RESTING, "leiekontrakt-loeper", "Leiekontrakten løper fortsatt", "The lease still runs"),
    (How.RESTING, "vil-hoere-senere", "Vil høre fra oss senere", "Wants to hear from us later"),
    (How.LOST, "annen-by", "Valgte en annen by", "Chose another city"),
    (How.LOST, "ble-vaerende", "Ble der de er", "Stayed where they are"),
    (How.LOST, "fant-ikke-lokaler", "Fant ikke lokaler eller tomt", "Found no premises or plot"),
    (How.LOST, "tok-for-lang-tid", "Det tok for lang tid", "It took too long"),
    (How.LOST, "kostnad", "Det ble for dyrt", "It cost too much"),
    (How.WITHDRAWN, "planene-endret", "Planene ble endret", "Plans changed"),
    (How.WITHDRAWN, "ikke-aktuelt", "Var ikke aktuelt likevel", "It was not for them after all"),
    (How.WITHDRAWN, "ba-oss-la-vaere", "Ba oss la være", "Asked us to leave them alone"),
]


def plant_reasons() -> None:
    """Store the reasons a programme begins with, where there are none yet. Safe to run again."""
    if StandingReason.objects.exists():
        return
    StandingReason.objects.bulk_create(
        StandingReason(how=how, slug=slug, name_nb=name_nb, name_en=name_en, sort_order=10 * number)
        for number, (how, slug, name_nb, name_en) in enumerate(REASONS, 1)
    )
