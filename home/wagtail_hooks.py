"""What the public site adds to Wagtail."""

from wagtail import hooks
from wagtail.rich_text.feature_registry import FeatureRegistry

from .admin import (  # noqa: F401
    banner,
    events,
    evidence,
    evidence_due,
    guide,
    milestones,
    newsletter,
    reports,
    search,
    vacancies,
    workflow,
)
from .links import DocumentLink, PageLink


@hooks.register("register_rich_text_features", order=100)
def links_from_memory(features: FeatureRegistry) -> None:
    """After Wagtail's own, which these replace."""
    features.register_link_type(PageLink)
    features.register_link_type(DocumentLink)
