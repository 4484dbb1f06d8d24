"""What somebody has brought, in the word that stands on its card."""

from collections.abc import Mapping
from types import MappingProxyType

from domain.language import N_
from domain.submission import Kind

KINDS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.OPERATIONAL_ISSUE: N_("problem"),
        Kind.IDEA: N_("idea"),
        Kind.INITIATIVE: N_("initiative"),
    }
)
"""As officers are asked for it: a problem they keep meeting, an idea, something they have started."""
