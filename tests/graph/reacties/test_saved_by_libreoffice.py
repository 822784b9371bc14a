"""Files that were opened and saved again by LibreOffice, as members without Word do."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from answer_case import answer, dossier, opened, write_excel, write_word

from beleidsspoor.graph.reacties.reading import NewRemark, read_answers

_OFFICE = shutil.which("soffice")


@pytest.mark.skipif(_OFFICE is None, reason="OVERGESLAGEN: LibreOffice is er niet")
def test_a_file_saved_by_libreoffice_gives_the_same_remarks(
    klein_register: Callable[..., Path], tmp_path: Path
) -> None:
    root = klein_register()
    register, made = opened(root), dossier(root)
    given = [
        answer("dorp:actie-1", tekst="=1+1; \"echt\"\nRegel 2"), answer("dorp:actie-1", soort="zorg", wie="Ans"),
        answer("dorp:thema-1", soort="steun", tekst=""), answer("dorp:indicator-1", soort="", tekst="1-2"),
    ]  # fmt: skip
    files = [write_word(tmp_path / "a.docx", made, given), write_excel(tmp_path / "b.xlsx", made, given)]

    saved = [_saved(path, tmp_path) for path in files]

    def read(path: Path) -> set[NewRemark]:
        return set(read_answers([path], register).remarks)

    assert [len(read(path)) for path in files] == [4, 4]
    assert [read(path) for path in saved] == [read(path) for path in files]


def _saved(path: Path, folder: Path) -> Path:
    assert _OFFICE is not None
    form, out = path.suffix.removeprefix("."), folder / "bewaard"
    profile = f"-env:UserInstallation={(folder / 'profiel').as_uri()}"
    command = [_OFFICE, profile, "--headless", "--convert-to", form, "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return out / path.name
