"""What a country's bills say of the country: its name, who signs, when its laws start."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CountryWords:
    """The words of one country. `state` is "" where lawdiff does not know them.

    `default_commencement` tells when a law without a clause starts.
    """

    state: str
    signatory: str
    default_commencement: str

    @property
    def law_of(self) -> str:
        """The name of a law of that country: "Law of the Republic of Kazakhstan"."""
        return f"Law of the {self.state}" if self.state else "Law"


_COUNTRIES = {
    "kz": CountryWords(
        state="Republic of Kazakhstan",
        signatory="The President of the Republic of Kazakhstan",
        default_commencement=(
            "Unless it says otherwise, a law is enforced upon the expiry of ten calendar days after the day "
            "of its first official publication (Law of the Republic of Kazakhstan of 6 April 2016 No. 480-V "
            "“On Legal Acts”, article 42(3))."
        ),
    )
}
_UNKNOWN = CountryWords("", "Signature", "")


def country_words(act: str) -> CountryWords:
    """The words of the country of an act: `kz/2002/345` is one of Kazakhstan."""
    return _COUNTRIES.get(act.partition("/")[0], _UNKNOWN)
