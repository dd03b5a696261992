"""Wagtail's user administration, tightened: nobody raises their own role, and only a superuser makes or edits one."""

from django.core.exceptions import PermissionDenied
from wagtail.users.views.users import EditView as WagtailEditView
from wagtail.users.views.users import UserViewSet as WagtailUserViewSet


class EditView(WagtailEditView):
    """Editing a user."""

    def setup(self, request, *args, **kwargs):
        """A superuser is only edited by a superuser."""
        super().setup(request, *args, **kwargs)
        if self.object.is_superuser and not request.user.is_superuser:
            raise PermissionDenied

    def get_form(self, form_class=None):
        """Without the fields that would let somebody raise themselves."""
        form = super().get_form(form_class)
        if not self.request.user.is_superuser:
            form.fields.pop("is_superuser", None)
            if self.editing_self:
                form.fields.pop("groups", None)
        return form


class UserViewSet(WagtailUserViewSet):
    """Users are made by invitation; here they are found, locked and given roles."""

    edit_view_class = EditView
