"""Rare forms of downloads, each as a file and as the articles in it: what databases and people do besides the rule."""

from tests.reading.downloads.variants_databases import factiva, wiso
from tests.reading.downloads.variants_nexis import lexis, nexis
from tests.reading.downloads.variants_plain import plain, ris

ALL = {"nexis": nexis, "lexis": lexis, "factiva": factiva, "wiso": wiso, "plain": plain, "ris": ris}
