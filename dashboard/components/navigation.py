"""The menus of pages at the top; the name of the group in which the page shown stands is bold."""

import streamlit as st
from streamlit.navigation.page import Page

from dashboard.i18n.language import say
from dashboard.pages import PAGES, SECTIONS, script, section


def chosen() -> Page:
    """Show the menus and return the page that is asked for."""
    pages = {
        name: st.Page(script(name), title=say(f"page.{name}"), icon=f":material/{icon}:", url_path=path or None,
                      default=not path)
        for name, (path, icon) in PAGES.items()
    }  # fmt: skip
    page = _shown(pages, "")
    name = next(name for name, (path, _) in PAGES.items() if path == page.url_path)
    # Which page is asked for is known only by then.
    return _shown(pages, section(name)) if section(name) else page


def _shown(pages: dict[str, Page], active: str) -> Page:
    groups: dict[str, list[Page]] = {}
    for name, listed in SECTIONS.items():
        title = say(f"navigation.{name}") if name else ""
        groups[f"**{title}**" if name and name == active else title] = [pages[page] for page in listed]
    # On a telephone the menus are one list in the sidebar: all of it at once.
    return st.navigation(groups, position="top", expanded=True)
