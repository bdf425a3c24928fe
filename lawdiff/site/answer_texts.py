"""Answers as the files beside the pages have them: JSON in one line, each provision written once."""

from __future__ import annotations

import json

from lawdiff.law.answer import Answer, Node
from lawdiff.law.json_form import node_json, terms_json


class AnswerTexts:
    """The answers of one act as JSON. A provision that several of them share is written once, and put into
    each."""

    def __init__(self) -> None:
        self._nodes: dict[int, tuple[Node, str]] = {}

    def of(self, answer: Answer) -> str:
        """What `asof --json` says, without its spaces."""
        terms = _dumped(terms_json(answer)).removesuffix("}")
        return f'{terms},"node":{self._node(answer.node)}}}\n'

    def _node(self, node: Node) -> str:
        """The children come last in it: theirs are put in where it has none."""
        if id(node) not in self._nodes:
            alone = _dumped(node_json(node._replace(children=()))).removesuffix("]}")
            inside = ",".join(self._node(child) for child in node.children)
            self._nodes[id(node)] = (node, f"{alone}{inside}]}}")
        return self._nodes[id(node)][1]


_dumped = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
