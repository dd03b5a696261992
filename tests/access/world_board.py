"""What of the board addresses name."""

from accounts.models import User
from prospects.models import CaseImport, Prospect, SavedView

ADVISER = "radgiver@drammen.example"


def board_objects(prospect: Prospect) -> dict:
    """A view and a file of the adviser."""
    adviser = User.objects.get(email=ADVISER)
    view = SavedView.objects.create(owner=adviser, name="Haster", query="stage=new", is_shared=True)
    file = CaseImport.objects.create(name="liste.csv", head=["Firma"], uploaded_by=adviser, total=0)
    return {"saved_view_id": view.pk, "case_file_id": file.pk}
