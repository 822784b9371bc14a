"""Dates on the command line: callbacks for options."""

from __future__ import annotations

import datetime
import re

import click

_DAY_FIRST = re.compile(r"^(\d{1,2})-(\d{1,2})-(\d{4})$")


def any_day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """The ISO text of a day that was given as jjjj-mm-dd or with the day first. Raises click.UsageError."""
    if value is None:
        return None
    typed = _DAY_FIRST.match(value.strip())
    iso = f"{typed[3]}-{typed[2]:0>2}-{typed[1]:0>2}" if typed else value.strip()
    try:
        return datetime.date.fromisoformat(iso).isoformat()
    except ValueError as error:
        message = f"'{value}' is geen datum. Schrijf dag, maand en jaar, zoals 31-3-2026."
        raise click.UsageError(message, ctx) from error


def past_day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """As `any_day`, for a day that has been: not later than today."""
    day = any_day(ctx, param, value)
    if day is not None and day > today():
        raise click.UsageError(f"{value} moet nog komen. Kies vandaag of een eerdere dag.", ctx)
    return day


def today() -> str:
    """The day of today, as ISO text."""
    return datetime.date.today().isoformat()
