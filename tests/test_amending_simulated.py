"""What is claimed with the texts of amending laws, held against a history that is known."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path
from random import Random

import pytest
from edition_corpus import write_editions
from simulated_amending import russian_text_of, text_of
from simulated_editions import START, Simulation

from lawdiff.history.engine import fold
from lawdiff.law.same_words import folded
from lawdiff.law.timeline import ActTimelines, EvidenceScope
from lawdiff.law.wording import State
from lawdiff.sources.corpus import read_act
from lawdiff.sources.evidence import gather

ACT = "kz/1999/50"
SEEDS = range(60)
_SURE = (State.RECORDED, State.RESTORED)


def timelines(
    corpus: Path, simulation: Simulation, editions: int, held: float, language: str = "en"
) -> ActTimelines:
    """The history by the last editions and the texts of some of the laws."""
    chance = Random(f"{simulation.laws[0].number} {len(simulation.laws)} {editions} {held}")
    shown = simulation.editions[-editions:]
    write_editions(
        corpus,
        {("en", f"{each.date}"): each.text for each in shown},
        ACT,
        "1999-12-01",
        f"from:{START}",
    )
    folder = corpus / ACT
    act = folder / "act.toml"
    act.write_text(act.read_text("utf-8").replace("On Gardens", "On Simulation"), "utf-8")
    dash = next((sign for sign in "–—" if f" {sign} " in shown[-1].text), "-")
    rows = []
    for law in simulation.laws:
        if chance.random() < held:
            is_english = language == "en"
            text = text_of(simulation, law, dash, chance) if is_english else russian_text_of(simulation, law)
            name = f"{law.number}.{language}.txt"
            (folder / name).write_text(text, "utf-8")
            rows.append(
                f'[[text]]\nlaw = "{law.number}"\nadopted = {law.adopted}\nlanguage = "{language}"\n'
                f'file = "{name}"\n'
                f'sha256 = "{hashlib.sha256(text.encode()).hexdigest()}"\n'
            )
    if rows:
        (folder / "amending.toml").write_text("\n".join(rows), "utf-8")
    return fold(gather(read_act(corpus, ACT), EvidenceScope.ALL), EvidenceScope.ALL)


def days(simulation: Simulation) -> list[dt.date]:
    found = {START + dt.timedelta(step) for step in range(0, 5000, 211)}
    found |= {law.begins + dt.timedelta(step) for law in simulation.laws for step in (-1, 0)}
    return sorted(day for day in found if day >= START and not simulation.is_misled(day))


def claims(simulation: Simulation, known: ActTimelines) -> int:
    """How many wordings are proved, each of which must be true; nothing that was there is absent."""
    count = 0
    for day in days(simulation):
        truth = simulation.truth(day)
        for eid, line in known.texts.items():
            wording = line.on(day)
            if wording.state in _SURE:
                count += 1
                assert folded(wording.text or "") == folded(truth.get(eid, "")), (day, eid, wording)
            elif wording.state is State.ABSENT and day <= known.horizon:
                assert eid not in truth, (day, eid, wording)
    return count


@pytest.mark.parametrize("editions", [1, 4])
@pytest.mark.parametrize("seed", SEEDS)
def test_no_claim_is_false(seed: int, editions: int, tmp_path: Path) -> None:
    simulation = Simulation(seed)
    for language in ("en", "ru"):
        for held in (1.0, 0.5):
            corpus = tmp_path / f"{language}{held}"
            claims(simulation, timelines(corpus, simulation, editions, held, language))


def test_places_alone_prove_more(tmp_path: Path) -> None:
    """Russian texts prove for an English edition what they left alone, and no word."""
    without = with_them = 0
    for seed in SEEDS[:20]:
        simulation = Simulation(seed)
        without += claims(simulation, timelines(tmp_path / f"a{seed}", simulation, 1, 0.0))
        with_them += claims(simulation, timelines(tmp_path / f"b{seed}", simulation, 1, 1.0, "ru"))
    assert with_them > without


def test_texts_prove_more(tmp_path: Path) -> None:
    """With all texts over a tenth more wordings are proved by the newest edition than without any."""
    without = with_them = 0
    for seed in SEEDS[:20]:
        simulation = Simulation(seed)
        without += claims(simulation, timelines(tmp_path / f"a{seed}", simulation, 1, 0.0))
        with_them += claims(simulation, timelines(tmp_path / f"b{seed}", simulation, 1, 1.0))
    assert with_them > 1.1 * without
