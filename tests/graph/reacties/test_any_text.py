"""Whatever people write, in every form: it comes out of the register as it went in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from answer_case import answer, dossier, opened, write_excel, write_page, write_word
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_register import write_register

from beleidsspoor.graph.check import check_register
from beleidsspoor.graph.files import write_all_whole
from beleidsspoor.graph.reacties.filled_form import clean
from beleidsspoor.graph.reacties.history import remarks
from beleidsspoor.graph.reacties.reading import read_answers
from beleidsspoor.graph.reacties.storing import Storing, plan_storing

#: Any text that a keyboard, Word or a phone gives, with much of what means something to a program.
_TEXTS = st.text(
    st.one_of(st.sampled_from("\n\t;\"',=+-@<>&|{}  "), st.characters(exclude_categories=("Cs", "Cc", "Cn")))
).filter(clean)


@pytest.mark.parametrize(("write", "end"), [(write_page, "json"), (write_word, "docx"), (write_excel, "xlsx")])
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(_TEXTS, min_size=1, max_size=5, unique_by=clean), who=_TEXTS)
def test_any_text_comes_out_as_it_went_in(
    tmp_path: Path, write: Callable[..., Path], end: str, texts: list[str], who: str
) -> None:
    root = write_register(tmp_path / end)
    (root / "dorp" / "reacties.csv").unlink(missing_ok=True)
    path = write(tmp_path / f"antwoorden.{end}", dossier(root), [answer(tekst=text) for text in texts], who[:200])

    _store(root, path)
    again = _store(root, path)

    stored = remarks(opened(root))
    assert sorted(remark.tekst for remark in stored) == sorted(clean(text) for text in texts)
    assert {remark.wie for remark in stored} == {" ".join(clean(who[:200]).split())}
    assert len({remark.id for remark in stored}) == len(texts)
    assert not again.files
    assert check_register(root) == []


def _store(root: Path, path: Path) -> Storing:
    register = opened(root)
    storing = plan_storing(read_answers([path], register).remarks, register, "2026-11-22")
    write_all_whole(storing.files)
    return storing


@given(st.text())
def test_a_cleaned_text_is_clean(text: str) -> None:
    cleaned = clean(text)

    assert clean(cleaned) == cleaned
    assert cleaned.isprintable() or not set(cleaned) & set(map(chr, range(9)))
