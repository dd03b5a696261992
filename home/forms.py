"""Forms of the admin that the public face needs."""

from django import forms
from django.utils.translation import gettext as _
from PIL import Image
from wagtail.images.forms import BaseImageForm


class ImageForm(BaseImageForm):
    """Wagtail's image form; a picture that cannot be opened, or is far too large, is refused in words."""

    def _clean_fields(self):
        try:
            super()._clean_fields()
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
            self.add_error(
                "file", forms.ValidationError(_("This picture is broken or far too large."), code="invalid_image")
            )
