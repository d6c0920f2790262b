"""For which institution somebody in a role speaks: the body's or state's, or that of the role itself."""

from collections.abc import Sequence

from analysis.sources.lexicons.head_nouns import Noun
from analysis.sources.mentions.affiliation import Belonging
from analysis.sources.mentions.owners import asked

_LAWYERS = ("anwalt", "anwält", "rechtsanwalt", "rechtsanwält")
_OWN_OF_STATE = {"government", "party"}
_OFFICES = {"government", "parliament"}
_SERVICES = {"military", "intelligence"}
_SERVANTS = (
    "botschafter", "botschafterin", "diplomat", "diplomatin", "berater", "beraterin", "sprecher", "sprecherin", "beamt",
    "redenschreiber", "offizier", "agent", "konsul", "gesandt", "beauftragt",
)  # fmt: skip
"""Who serves a state without being a politician."""
_FORMER = ("ehemalig", "frühere", "einstig", "vormalig", "spätere")
_EX = ("ex-", "ex", "alt-", "altbundes", "altkanzler")
_OF_OFFICE = ("kantons", "landes", "stadt", "kreis", "amts", "bezirks", "gemeinde", "bundes")
"""First parts of a profession that is practised for an authority: "Kantonsbiologin", "Amtstierarzt"."""

_NO_DOCTORS = ("geschäftsführ", "verwaltung", "kaufmann", "techniker", "ingenieur", "informatiker", "handwerker")
_HOSPITALS = ("klinik", "kliniken", "klinikum", "krankenhaus", "krankenhauses", "krankenhäuser", "spital", "hospital")


def role_institution(words: Sequence[str], at: int, noun: Noun, tie: Belonging) -> str:
    """The institution of a role: of the body or state it belongs to where the head borrows, else its own; or "".

    Who has left a public office speaks as a politician, who has left a service as somebody who knows it.
    """
    institution = _held_institution(words, at, noun, tie)
    if institution not in (*_OFFICES, *_SERVICES) or not _is_former(words, at, noun):
        return institution
    if noun.head.word.endswith(_SERVANTS) or noun.head.kind != "office" or institution in _SERVICES:
        # a former ambassador, general or adviser is asked for what they know
        return "expert" if noun.head.kind != "member" else institution
    return "party"


def _is_former(words: Sequence[str], at: int, noun: Noun) -> bool:
    """Whether the role ``words[at]`` is said to be over: "der frühere Umweltminister", "Ex-Kanzler", "Altbundesrat"."""
    return (
        noun.first.casefold().startswith(_EX)
        or noun.first.casefold() == "alt"
        or any(word.casefold().startswith(_FORMER) for word in words[max(at - 4, 0) : at])
    )


def _employer(noun: Noun, tie: Belonging) -> str:
    """For whom a scientist, doctor or engineer works: an authority, a firm or a club named with the profession."""
    if noun.first.casefold() in _OF_OFFICE:
        return "government"
    entry = tie.entry if noun.first else None
    compound = entry is not None and entry.institution in ("ngo", "military", "government", "igo")
    if entry is None and tie.entry is not None and noun.head.word == "beobachter" and tie.institution == "igo":
        # "die Beobachter der OSZE"
        return "igo"
    return tie.institution if compound or (tie.institution == "business" and bool(tie.body) and not tie.named) else ""


def _held_institution(words: Sequence[str], at: int, noun: Noun, tie: Belonging) -> str:
    own = noun.head.institution if noun.head.institution != "unknown" else ""
    if noun.head.kind == "voice" and own == "expert" and (noun.head.word == "beobachter" or not asked(noun)):
        own = _employer(noun, tie) or own
    if noun.head.word.startswith(_LAWYERS) and tie.institution == "business":
        return "business"
    if noun.head.word.startswith(_NO_DOCTORS) and tie.body.casefold().endswith(_HOSPITALS):
        # who manages a hospital or keeps its machines does not speak as a doctor
        return "business"
    if not noun.head.borrows or noun.head.kind == "title":
        return own
    if any(word.lower().startswith("parlamentarisch") for word in words[:at]):
        return "parliament"
    policy = any("politisch" in word for word in words[:at]) or words[at + 1 : at + 2] in (("für",), ["für"])
    if policy and tie.institution == "party" and noun.head.word.startswith("sprecher"):
        # "die rentenpolitische Sprecherin der Grünen"
        return "parliament"
    if tie.institution:
        # "Analyst der Deutschen Bank"
        return own if own == "expert" and tie.institution == "business" else tie.institution
    if noun.head.word == "repräsentant" and tie.country == "US":
        # a member of the House of Representatives
        return "parliament"
    if own:
        # who presides over a body that no list knows is no head of state: "Präsident von UP Aerospace"
        return "ngo" if tie.owner and own in _OWN_OF_STATE and not tie.country else own
    if tie.owner and noun.head.word.endswith(("gründer", "gründerin", "inhaber", "inhaberin")):
        return "business"
    if tie.country and (not tie.from_adjective or noun.head.word in ("vertreter", "vertreterin", "gesandt")):
        return "government"
    return "parliament" if policy and noun.head.word.startswith("sprecher") else ""
