"""The notes of the editors, each with the provision it stands at and its line in the edition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lawdiff.law.edition import Note, NoteForm, Passage
from lawdiff.law.eid import EId, is_eid
from lawdiff.store.akn.xml_tree import Element, tag

_ACT = EId("act")
# An announcement stands ahead of what it is about; AKN has no such placement but `side`.
_PLACEMENT = {NoteForm.FOOTNOTE: "bottom", NoteForm.ANNOUNCEMENT: "side", NoteForm.INLINE: "inline"}


def notes_element(notes: Sequence[Note]) -> Element:
    """The `notes` block. A note about the whole act has no base."""
    written = (_note(note, number) for number, note in enumerate(notes, start=1))
    return tag("notes", {"source": "#editors"}, *written)


def _note(note: Note, number: int) -> Element:
    return tag(
        "note",
        {
            "eId": f"note_{number}",
            "placement": _PLACEMENT[note.form],
            "placementBase": None if note.about == _ACT else f"#{note.about}",
            "ld:form": note.form.value,
        },
        *(tag("p", {"ld:line": f"{line.line}"}, line.text) for line in note.lines),
    )


def notes_read(meta: Element) -> Iterator[Note]:
    """The notes of a `notes` block."""
    block = meta.first("notes")
    for element in block.all("note") if block else ():
        base = element.attributes.get("placementBase", f"#{_ACT}").removeprefix("#")
        if not is_eid(base):
            raise ValueError(f"line {element.line}: {base[:80]!r} names no provision")
        lines = tuple(Passage(line.text, int(line.value("ld:line"))) for line in element.all("p"))
        yield Note(NoteForm(element.value("ld:form")), EId(base), lines)
