"""The source taxonomy: institutions, and the roll-up from country and institution to the category charts show."""

INSTITUTIONS = (
    "government", "military", "intelligence", "parliament", "party", "justice", "igo", "state_media",
    "public_media", "news_agency", "media", "ngo", "expert", "business", "citizen", "armed_group", "unknown",
)  # fmt: skip

CATEGORIES = (
    "us_officials", "kremlin", "ukraine_officials", "german_government", "other_government", "politics",
    "justice", "igo", "state_media", "media", "ngo", "expert", "business", "citizen", "armed_group", "unknown",
)  # fmt: skip

_EXECUTIVE = {"government", "military", "intelligence"}
_GOVERNMENT_OF = {"US": "us_officials", "RU": "kremlin", "UA": "ukraine_officials", "DE": "german_government"}
_ROLLED_UP = {"parliament": "politics", "party": "politics", "public_media": "media", "news_agency": "media"}


def category(country: str, institution: str) -> str:
    """The category of a source with this country and institution."""
    if institution in _EXECUTIVE:
        return _GOVERNMENT_OF.get(country, "other_government")
    return _ROLLED_UP.get(institution, institution)
