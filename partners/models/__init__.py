"""Who takes part, under what agreement, and what it offers."""

from .firms import Agreement, Benefit, ContributionTier, Membership, PartnerFirm
from .premises import Premises

__all__ = ["Agreement", "Benefit", "ContributionTier", "Membership", "PartnerFirm", "Premises"]
