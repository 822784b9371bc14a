"""The register as it would be with some of its files changed: read and checked before anything is written."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from beleidsspoor.graph.check import inspect_register
from beleidsspoor.graph.dataset import Dataset
from beleidsspoor.graph.faults import Fault


def try_out(root: Path, files: Mapping[Path, bytes]) -> tuple[Dataset, list[Fault]]:
    """The register under `root` with these files in the place of its own, and every fault that it would have.

    `files` are paths under `root` with their new content. Nothing under `root` changes. The dataset may be used only
    for further checks, as that of `inspect_register`.
    """
    with tempfile.TemporaryDirectory(prefix="beleidsspoor-") as folder:
        copy = Path(folder) / "register"
        shutil.copytree(root, copy, ignore=_only_tables)
        for path, content in files.items():
            target = copy / path.relative_to(root)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        dataset, faults = inspect_register(copy)
        return dataset, [replace(fault, file=fault.file.replace(str(copy), str(root))) for fault in faults]


def _only_tables(folder: str, names: list[str]) -> list[str]:
    """What of the folder of the register is not copied: all that is no table."""
    return [name for name in names if not name.endswith((".csv", ".tsv")) and not (Path(folder) / name).is_dir()]
