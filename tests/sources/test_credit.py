"""Credit lines of agencies: at the start, at the end, in the author's name; who is only quoted is no credit."""

import pytest

from analysis.reading.page.agency_credits import credited

BODY = "Der Hafen bleibt geschlossen. " * 20


@pytest.mark.parametrize(
    ("text", "author", "agencies"),
    [
        (f"KIEL (dpa) – {BODY}", None, ("dpa",)),
        (f"Kiel (Reuters) - {BODY}", None, ("Reuters",)),
        (f"Kiel (dpa/AFP). {BODY}", None, ("dpa", "AFP")),
        (f"{BODY}(AFP, Reuters)", None, ("AFP", "Reuters")),
        (f"{BODY}(dpa/lno)", None, ("dpa",)),
        (f"{BODY}\n\nQuelle: dpa", None, ("dpa",)),
        (f"{BODY}\ndpa/AFP/jdo", None, ("dpa", "AFP")),
        (BODY, "dpa", ("dpa",)),
        (BODY, "Von dpa und AFP", ("dpa", "AFP")),
        (BODY, "Karla Mohn", ()),
        (f"Das sagte ein Sprecher der Agentur dpa. {BODY}", None, ()),
        (f"Der Verband (VDS) tagte. {BODY}", None, ()),
        (f"{BODY}Das meldete Reuters.", None, ()),
        ("", None, ()),
    ],
)
def test_credited_agencies(text: str, author: str | None, agencies: tuple[str, ...]) -> None:
    assert credited(text, author) == agencies
