"""``vouch user``: who may sign in by password."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from assistant.storage.accounts import Role

PasswordFile = Annotated[
    Path | None, typer.Option("--file", metavar="FILE", help="The password file (VOUCH_PASSWORD_FILE, else .vouch/passwords).")
]
Name = Annotated[str, typer.Argument(metavar="NAME", help="The name to sign in with.")]
_DEFAULT = Path(".vouch/passwords")


def register(app: typer.Typer) -> None:
    """Puts the commands under ``vouch``."""
    group = typer.Typer(no_args_is_help=True, help="Who may sign in by password: set, remove, list.")
    group.command("set")(set_user)
    group.command("remove")(remove_user)
    group.command("list")(list_users)
    app.add_typer(group, name="user")


def set_user(
    name: Name,
    role: Annotated[Role, typer.Option("--role", help="What the person may do.")] = Role.READER,
    keep_password: Annotated[bool, typer.Option("--keep-password", help="Change the role only.")] = False,
    file: PasswordFile = None,
) -> None:
    """Write a person's entry; the password is asked for, or read from standard input."""
    from assistant.serving.passwords import set_entry

    path = _chosen(file)
    set_entry(path, name, role=role, password=None if keep_password else _ask())
    typer.echo(f"{name} ({role.value}) may sign in; set VOUCH_PASSWORD_FILE={path} where the server runs")


def remove_user(name: Name, file: PasswordFile = None) -> None:
    """Take a person's entry out; that person is out at once, and the conversations are kept."""
    from assistant.serving.passwords import remove_entry

    remove_entry(_chosen(file), name)
    typer.echo(f"{name} can't sign in any more")


def list_users(file: PasswordFile = None) -> None:
    """List who may sign in, with roles."""
    from assistant.serving.passwords import read_entries

    path = _chosen(file)
    entries = read_entries(path)
    for name, entry in entries.items():
        typer.echo(f"{name}\t{entry.role.value}")
    if not entries:
        typer.echo(f"nobody may sign in by password yet ({path}): add a person with `vouch user set NAME`", err=True)


def _chosen(file: Path | None) -> Path:
    from assistant.settings import load_settings

    return file or load_settings().password_file or _DEFAULT


def _ask() -> str:
    if sys.stdin.isatty():
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\n")
