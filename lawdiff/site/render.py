"""Pages into bytes, by jinja2 with everything escaped, and the files that they need."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lawdiff.history.change_words import headline, place, remarks, sides
from lawdiff.history.log_words import alike, days, places, reach_in_words
from lawdiff.law.address import capitalised, cite
from lawdiff.law.answer import Node
from lawdiff.law.effect_words import VERBS, WILL, clause_in_words, effect_in_words
from lawdiff.law.eid import EId
from lawdiff.law.marks import LEGEND, explain, explanation, gone, names
from lawdiff.law.phrases import count, in_force, in_words, language_name, listed
from lawdiff.law.shown import is_closed, is_gone, is_titled, shown_children
from lawdiff.law.wording import State
from lawdiff.site import addresses
from lawdiff.site.addresses import LinksFrom
from lawdiff.site.page import Page
from lawdiff.site.site_law import SiteLaw

if TYPE_CHECKING:
    from jinja2 import Environment

_HERE = Path(__file__).parent
_MACROS = {"parts": "version_parts.html", "text": "words.html"}  # known to every template by these names
ASSETS = (
    "icon.svg",
    "site.css",
    "site.js",
    "compare.css",
    "compare.js",
    "graph.js",
    "search.js",
    "search_index.js",
    "search_results.js",
    "search_words.js",
)


class Renderer:
    """Renders pages. `base` is the address at which the site will be published, "" where it is not known."""

    def __init__(self, base: str = "") -> None:
        self._base = base
        self._environment = _environment()
        self._environment.globals |= {
            "called": self._called,
            "remembered": self._remembered,
            "shared": self._shared,
        }
        for name, template in _MACROS.items():
            self._environment.globals[name] = self._environment.get_template(template).module
        self._law: SiteLaw | None = None
        self._nodes: dict[tuple[str, int, int], tuple[Node, str]] = {}
        self._parts: dict[tuple[str, ...], str] = {}

    def compile(self) -> None:
        """Compile every template now, so that the processes that will share the work need not."""
        for name in self._environment.list_templates():
            self._environment.get_template(name)

    def html(self, page: Page) -> bytes:
        """The page as a file."""
        if page.law is not self._law:
            self._law = page.law
            self._nodes.clear()
            self._parts.clear()
        links = LinksFrom(page.path)
        template = self._environment.get_template(page.template)
        text = template.render(
            page=page,
            law=page.law,
            to=links.to,
            base=self._base,
            canonical=self._whole(links, page.canonical or page.path),
            metadata=page.metadata(partial(self._whole, links)) if page.metadata else None,
            **page.values(),
        )
        return text.encode()

    def _remembered(self, name: str, node: Node, level: int, render: Callable[..., str], *more: Any) -> str:
        """What a template makes of a provision, made once for each of its versions: that of an article reads
        the same on all pages of the law. `name` and `level` tell apart what is made of one provision."""
        key = (name, id(node), level)
        if key not in self._nodes:
            self._nodes[key] = (node, render(node, level, *more))
        return self._nodes[key][1]

    def _shared(self, name: str, page: Page, render: Callable[[], str]) -> str:
        """A part that pages share, made once for those of one section from which its links are the same."""
        law = page.law
        folder = page.path.removeprefix(f"{law.folder}/").partition("/")[0] if law else page.path
        in_folder = folder if not law or folder in (*addresses.LISTS, "search") else ""
        key = (name, page.section, in_folder, "/" * page.path.count("/"))
        if key not in self._parts:
            self._parts[key] = render()
        return self._parts[key]

    def _called(self, eid: EId) -> str:
        """A provision of the law that is rendered, in the language of its text: "Статья 7"."""
        return capitalised(cite(eid, self._law.timelines.language if self._law else "en"))

    def _whole(self, links: LinksFrom, target: str) -> str:
        """The whole address of a page where the site's own is known, else the link to it."""
        if self._base:
            return addresses.absolute(self._base, target)
        return links.to(target)


def assets() -> Iterator[tuple[str, bytes]]:
    """The stylesheets, the scripts and the sign of the site."""
    for name in ASSETS:
        yield f"assets/{name}", (_HERE / "assets" / name).read_bytes()


def _has_titles_inside(node: Node) -> bool:
    """Whether it has parts with titles of their own, as an annex may."""
    return any(is_titled(inner) for child in node.children for inner in child.walk())


def _relative_links(links: Mapping[EId, str], to: Callable[[str], str]) -> dict[EId, str]:
    """The links of a page, by the provision at which they stand."""
    return {eid: to(target) for eid, target in links.items()}


def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        auto_reload=False,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(_words())
    environment.tests |= {
        "closed": is_closed,
        "gone": is_gone,
        "titled": is_titled,
        "with_titles": _has_titles_inside,
    }
    environment.filters["shown_children"] = shown_children
    return environment


def _words() -> dict[str, Any]:
    """What the templates may say and ask: the words of the command line, so that both say the same."""
    return {
        "LEGEND": {state: LEGEND[state] for state in LEGEND if state is not State.PROPOSED},
        "LISTS": addresses.LISTS,
        "VERBS": VERBS,
        "WILL": WILL,
        "address": addresses,
        "alike": alike,
        "capitalised": capitalised,
        "cite": cite,
        "clause_in_words": clause_in_words,
        "count": count,
        "days": days,
        "effect_in_words": effect_in_words,
        "explain": explain,
        "explanation": explanation,
        "gone": gone,
        "headline": headline,
        "in_force": partial(in_force, told=in_words),
        "in_words": in_words,
        "listed": listed,
        "language_name": language_name,
        "names": names,
        "place": place,
        "places": places,
        "reach_in_words": reach_in_words,
        "relative_links": _relative_links,
        "remarks": remarks,
        "sides": sides,
    }
