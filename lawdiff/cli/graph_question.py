"""What is asked of the graph: by which law, touching what, when, of which kind; and the same in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from lawdiff.cli.options import asked_provisions
from lawdiff.graph import choose
from lawdiff.graph.amendment_graph import AmendmentGraph
from lawdiff.law.address import cite
from lawdiff.law.amending_law import AmendingLaw
from lawdiff.law.eid import EId
from lawdiff.law.errors import UsageError
from lawdiff.law.law_number import find_law
from lawdiff.law.timeline import ActTimelines

_NAMED = 3


@dataclass(frozen=True, slots=True)
class Question:
    """The options that choose a part of the graph, read: a law's number, provisions, days, kinds."""

    law: str | None = None
    provisions: tuple[EId, ...] = ()
    between: tuple[dt.date, dt.date] | None = None
    kinds: tuple[str, ...] = ()

    @property
    def wants_list(self) -> bool:
        """Whether one law or one provision is asked about: a list tells more of it than a matrix."""
        return self.law is not None or bool(self.provisions)

    @property
    def wants_references(self) -> bool:
        """Whether references are asked for by name."""
        return choose.REFERENCE in self.kinds

    @property
    def wants_effects(self) -> bool:
        """Whether anything but references is asked for."""
        return set(self.kinds) != {choose.REFERENCE}

    def is_answered_by(self, part: AmendmentGraph) -> bool:
        """Whether the part has what was asked for. References that came along answer no other question; words
        that could not be searched for them are an answer too."""
        found = part.day_references
        return bool(part.effects) or bool(
            self.wants_references and found and (found.found or found.unsearched)
        )

    def part(self, graph: AmendmentGraph) -> AmendmentGraph:
        """The effects that are asked for."""
        if self.law is not None:
            graph = choose.by_law(graph, self.law)
        if self.provisions:
            graph = choose.touching(graph, self.provisions)
        if self.kinds:
            graph = choose.of_kinds(graph, self.kinds)
        if self.between:
            graph = choose.between(graph, *self.between)
        return graph if graph.is_whole else replace(graph, question=self.words)

    @property
    def words(self) -> str:
        """The question as a heading: "what 354-IV touched in Article 7, kind repeal"."""
        places = ", ".join(cite(eid) for eid in self.provisions[:_NAMED])
        if len(self.provisions) > _NAMED:
            places += f" and {len(self.provisions) - _NAMED} more"
        if not self.wants_effects:
            return f"references of {places or 'the whole act'}"
        if self.law is not None:
            said = f"what {self.law} touched{f' in {places}' if places else ''}"
        else:
            said = f"who touched {places or 'what'}"
        if self.kinds:
            said += f", kind {' or '.join(self.kinds)}"
        if self.between:
            said += f", beginning between {self.between[0]} and {self.between[1]}"
        return said


@dataclass(frozen=True, slots=True)
class Asked:
    """The options as they were given, and in which form the answer is to be printed."""

    by: str | None
    touching: str | None
    between: tuple[dt.date, dt.date] | None
    kinds: tuple[str, ...]
    stats: bool
    day: dt.date | None
    form: str

    @property
    def wants_references(self) -> bool:
        """Whether the references are a part of the answer: asked for by name, or in a format that keeps them
        apart from effects while no kind is asked for."""
        along = not self.kinds and not self.stats and self.form in ("json", "graphml", "gexf")
        return choose.REFERENCE in self.kinds or along

    def question(
        self, graph: AmendmentGraph, timelines: ActTimelines, register: Mapping[str, AmendingLaw]
    ) -> Question:
        """The law and the provisions that the words mean. UsageError where they mean none, and for what
        does not go together."""
        self._check()
        law = None
        if self.by is not None:
            named = {node.number: () for node in graph.laws if not node.is_unknown}
            law = find_law(
                self.by, {**named, **{each.number: each.also_written for each in register.values()}}
            )
        provisions = asked_provisions((self.touching,), timelines) if self.touching is not None else ()
        return Question(law, provisions, self.between, self.kinds)

    def _check(self) -> None:
        if self.between and self.between[1] < self.between[0]:
            first, last = self.between
            raise UsageError(f"--between runs backwards, from {first} to {last}; put the earlier first.")
        if self.stats and self.form not in ("table", "json"):
            raise UsageError(f"--stats prints a table or JSON, no {self.form}.")
        if self.day and not self.stats and not self.wants_references:
            raise UsageError("--on is the day of the states in --stats and of references; add one of them.")
        if choose.REFERENCE in self.kinds:
            self._check_references()

    def _check_references(self) -> None:
        if self.by is not None or self.between:
            option = "--between" if self.between else "--by"
            raise UsageError(
                f"{option} asks for effects, and references are none; leave out --kind reference."
            )
        if self.stats:
            raise UsageError("--stats counts effects; leave out --kind reference.")
        if self.form == "svg":
            raise UsageError("the drawn matrix has no room for references; dot and mermaid draw them.")
        if self.form == "csv" and set(self.kinds) != {choose.REFERENCE}:
            raise UsageError("a CSV file has one kind of row; ask for --kind reference alone, or for JSON.")
