"""The source taxonomy: institutions, and the roll-up from country and institution to the category charts show."""

INSTITUTIONS = (
    "government", "military", "intelligence", "parliament", "party", "justice", "igo", "state_media",
    "public_media", "news_agency", "media", "ngo", "expert", "business", "citizen", "armed_group", "unknown",
)  # fmt: skip

CATEGORIES = (
    "us_officials", "kremlin", "ukraine_officials", "german_government", "other_government", "politics",
    "justice", "igo", "state_media", "media", "ngo", "expert", "business", "citizen", "armed_group", "unknown",
)  # fmt: skip

EXECUTIVE = {"government", "military", "intelligence"}
GOVERNMENT_OF = {"US": "us_officials", "RU": "kremlin", "UA": "ukraine_officials", "DE": "german_government"}
ROLLED_UP = {"parliament": "politics", "party": "politics", "public_media": "media", "news_agency": "media"}


def category(country: str, institution: str) -> str:
    """The category of a source with this country and institution."""
    if institution in EXECUTIVE:
        return GOVERNMENT_OF.get(country, "other_government")
    return ROLLED_UP.get(institution, institution)


MEDIA = {"state_media", "public_media", "news_agency", "media"}
