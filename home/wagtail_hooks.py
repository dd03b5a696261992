"""What the public site adds to Wagtail."""

from wagtail import hooks
from wagtail.rich_text.feature_registry import FeatureRegistry

from . import (  # noqa: F401  # noqa: F401  # noqa: F401
    admin_banner,
    admin_events,
    admin_evidence,
    admin_evidence_due,
    admin_guide,
    admin_milestones,
    admin_newsletter,
    admin_reports,
    admin_search,
    admin_vacancies,
    admin_workflow,
)
from .links import DocumentLink, PageLink


@hooks.register("register_rich_text_features", order=100)
def links_from_memory(features: FeatureRegistry) -> None:
    """After Wagtail's own, which these replace."""
    features.register_link_type(PageLink)
    features.register_link_type(DocumentLink)
