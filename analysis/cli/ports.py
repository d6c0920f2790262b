"""The port that the browser view is served on: the one asked for, else the first that is free."""

import os
import socket

import click

FIRST = 8501
_TRIED = 50


def chosen(port: int | None) -> int:
    """The port to serve on; ``click.ClickException`` where the one asked for is taken, or nothing is free.

    Where nothing is asked for and the first is taken, it is told which one is served on instead.
    """
    if port is not None:
        if not is_free(port):
            raise click.ClickException(
                f"port {port} is taken: choose another, or leave --port out for one that is free"
            )
        return port
    found = next((one for one in range(FIRST, FIRST + _TRIED) if is_free(one)), None)
    if found is None:
        raise click.ClickException(f"ports {FIRST} to {FIRST + _TRIED - 1} are taken: choose another by --port")
    if found != FIRST:
        click.echo(f"Port {FIRST} is taken, perhaps by another Quellenlage; serving on {found}.")
    return found


def is_free(port: int) -> bool:
    """Whether nobody serves on this port of this machine, and we may."""
    with socket.socket() as one:
        if os.name != "nt":  # there it would let two serve on the same port
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            one.bind(("localhost", port))
        except OSError:
            return False
    return True


def answers(port: int) -> bool:
    """Whether somebody is served on this port of this machine."""
    try:
        with socket.create_connection(("localhost", port), timeout=1):
            return True
    except OSError:
        return False
