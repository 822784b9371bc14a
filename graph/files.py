"""Writing files whole or not at all, one or several together."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to `path`: first to a temporary file in the same folder, then renamed over the target.

    A reader sees the old file or the new one, never half of it. Missing folders are made. Raises OSError.
    """
    temporary = _written_beside(path, content)
    try:
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def write_all_whole(contents: Mapping[Path, bytes]) -> None:
    """Write several files: all of them, or none.

    Each is first written beside its target; only when all are there they take its place. When one of them cannot, those
    that already did get their old content back. Raises OSError.
    """
    temporary: dict[Path, Path] = {}
    old: dict[Path, bytes | None] = {}
    try:
        for path, content in contents.items():
            temporary[path] = _written_beside(path, content)
            old[path] = path.read_bytes() if path.exists() else None
        placed: list[Path] = []
        try:
            for path, name in temporary.items():
                placed.append(path)
                name.replace(path)
        except BaseException:
            for path in placed:
                _restore(path, old[path])
            raise
    finally:
        for name in temporary.values():
            name.unlink(missing_ok=True)


def _restore(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    elif path.read_bytes() != content:
        write_whole(path, content)


def _written_beside(path: Path, content: bytes) -> Path:
    """The path of a temporary file in the folder of `path`, with this content on disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        # The user knows the file by its own name.
        error.filename = str(path)
        raise
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        # mkstemp makes the file private; a map or table is meant to be shared.
        Path(name).chmod(0o666 & ~_umask())
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
