"""Choosers of what is kept once and shown on many pages; choosing it costs a page no query."""

import copy

from wagtail.images.blocks import ImageChooserBlock

from . import bodies
from .bodies import KeptChooserBlock


class EvidenceChooserBlock(KeptChooserBlock):
    """A chooser of evidence."""

    def __init__(self, **kwargs):
        super().__init__("prospects.Evidence", **kwargs)


class PersonChooserBlock(KeptChooserBlock):
    """A chooser of people one can call."""

    def __init__(self, **kwargs):
        super().__init__("home.ContactPerson", **kwargs)


class PictureBlock(ImageChooserBlock):
    """An image chooser that takes what was fetched for the whole page at once, with its renditions."""

    def bulk_to_python(self, values):
        """The images of `values`, None for one that is gone."""
        store = bodies.current()
        if store is None or not store.has_images(value for value in values if value is not None):
            return super().bulk_to_python(values)
        return [copy.copy(store.images.get(value)) for value in values]
