"""Names that several states share go to the one the text is about."""

import pytest

from accord.languages.en.names.names import find_names


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Jamaica expelled a Dominican envoy; Santo Domingo protested.", "DOM"),
        ("Barbados and Dominica met in Roseau, where a Dominican minister spoke.", "DMA"),
        ("A Congolese delegation left for Kigali.", "COD"),
        ("The Congolese leader flew from Brazzaville to Libreville.", "COG"),
    ],
)
def test_a_shared_demonym(text: str, state: str) -> None:
    assert {m.name for m in find_names(text) if m.attributes.get("shared")} == {state}
