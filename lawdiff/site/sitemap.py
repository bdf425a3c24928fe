"""Sitemaps for search engines: one of each law's pages, and one that names them."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemap(addresses: Iterable[str]) -> str:
    """The addresses of pages, each once."""
    return _listed("urlset", "url", dict.fromkeys(addresses))


def sitemap_index(addresses: Iterable[str]) -> str:
    """The addresses of sitemaps."""
    return _listed("sitemapindex", "sitemap", addresses)


def _listed(outer: str, inner: str, addresses: Iterable[str]) -> str:
    lines = (f"<{inner}><loc>{escape(address)}</loc></{inner}>" for address in addresses)
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<{outer} {_SPACE}>'
    return "\n".join([head, *lines, f"</{outer}>"]) + "\n"
