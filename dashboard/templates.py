"""HTML is made from Jinja templates that escape every value; they lie beside the modules that fill them."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from dashboard.i18n.language import say

_FOLDER = Path(__file__).parent


@cache
def _environment() -> Environment:
    """The one environment: a template is read and compiled the first time that it is used."""
    made = Environment(
        loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    made.globals["say"] = say
    return made


def fill(template: str, **values: object) -> Markup:
    """A template filled with values; its name is its path in ``dashboard``, such as ``reader/article.html``."""
    return Markup(_environment().get_template(template).render(values))


def macros(template: str) -> Any:
    """The macros of a template as functions that return HTML."""
    return _environment().get_template(template).module
