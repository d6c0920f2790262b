"""The description of a column, and the kinds of column that recur."""

from dataclasses import dataclass
from typing import Literal

Dtype = Literal["str", "int", "float", "bool"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in code and files, what it holds, and how people see it."""

    name: str
    dtype: Dtype
    unit: str
    description: str
    label: str
    nullable: bool = False


def share(name: str, description: str, label: str) -> Column:
    return Column(name, "float", "proportion", description, label, nullable=True)


def few(name: str, description: str, label: str) -> Column:
    return Column(name, "str", "", f"{description}: cases, articles, or nothing (empty).", label)


def tone(name: str, description: str, label: str) -> Column:
    return Column(name, "float", "-1 … 1", description, label, nullable=True)


def cases(name: str, description: str, label: str) -> Column:
    return Column(name, "int", "statements or words", description, label)
