"""A file is written whole or not at all."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleidsspoor.graph.files import write_all_whole, write_whole


@given(st.binary(max_size=300), st.binary(max_size=300))
def test_the_last_content_is_there_and_nothing_else(first: bytes, second: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "uit" / "graaf.nq"
        for content in (first, second):
            write_whole(path, content)

        assert path.read_bytes() == second
        assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("error", [OSError("schijf vol"), KeyboardInterrupt()])
def test_when_writing_fails_the_old_file_stays_and_no_half_file_is_left(
    error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "graaf.nq"
    write_whole(path, b"oud")

    def fail(*_: object) -> None:
        raise error

    for step in ("os.fsync", "pathlib.Path.replace"):
        with monkeypatch.context() as patched:
            patched.setattr(step, fail)
            with pytest.raises(type(error)):
                write_whole(path, b"nieuw")

    assert path.read_bytes() == b"oud"
    assert list(tmp_path.iterdir()) == [path]


def test_a_target_that_is_a_folder_stays_one(tmp_path: Path) -> None:
    (tmp_path / "graaf.nq").mkdir()

    with pytest.raises(OSError):
        write_whole(tmp_path / "graaf.nq", b"nieuw")

    assert [path.name for path in tmp_path.iterdir()] == ["graaf.nq"]


def test_others_may_read_what_is_written(tmp_path: Path) -> None:
    write_whole(tmp_path / "kaart.html", b"kaart")
    (tmp_path / "gewoon.txt").write_text("gewoon", encoding="utf-8")

    assert (tmp_path / "kaart.html").stat().st_mode == (tmp_path / "gewoon.txt").stat().st_mode


def test_several_files_are_written_together(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"oud")

    write_all_whole({tmp_path / "a.csv": b"nieuw", tmp_path / "map" / "b.csv": b"ook"})

    assert (tmp_path / "a.csv").read_bytes() == b"nieuw"
    assert (tmp_path / "map" / "b.csv").read_bytes() == b"ook"
    assert len(list(tmp_path.rglob("*.csv"))) == 2


@pytest.mark.parametrize("place", [1, 2])
def test_when_one_file_fails_the_others_are_as_they_were(
    place: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.csv").write_bytes(b"oud")
    rename, count = Path.replace, []

    def fail(self: Path, target: Path) -> Path:
        count.append(target)
        if len(count) == place:
            raise OSError("schijf vol")
        return rename(self, target)

    monkeypatch.setattr("pathlib.Path.replace", fail)
    with pytest.raises(OSError, match="schijf vol"):
        write_all_whole({tmp_path / "a.csv": b"nieuw", tmp_path / "b.csv": b"ook"})

    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.csv", b"oud")]
