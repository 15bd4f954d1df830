"""Which language a text is in."""

import pytest

from accord.sources import language
from accord.sources.language import identify

TABLE = """# Trade with Serbia

| | 2023 | 2024 |
| --- | ---: | ---: |
| Exports | 1 204.5 | 1 310.1 |
| Imports | 804.1 | 790.2 |
| Balance | 399.9 | 519.8 |
"""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (TABLE, "en"),
        ("The two ministers met in Riga and signed a protocol on rail tariffs.", "en"),
        ("Министры иностранных дел двух стран встретились в Риге и подписали протокол.", "ru"),
        ("Ok 12.", ""),
        (
            "Die Minister trafen sich in Riga, was to say in this: es war ein gutes Treffen, das in der Stadt stattfand.",
            "de",
        ),
    ],
)
def test_the_language(text: str, code: str) -> None:
    assert identify(text) == code


def test_plain_english_is_told_without_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_identifier", lambda: pytest.fail("the model was asked"))
    assert (
        identify(
            "The two ministers met in Riga and signed a protocol on the tariffs of the railways, which have been high."
        )
        == "en"
    )


def test_a_text_half_in_english_is_for_the_model() -> None:
    french = "Les deux ministres se sont rencontrés à Riga et ont signé un protocole sur les tarifs ferroviaires. " * 3
    assert identify(french + "The ministers met in Riga and signed a protocol.") == "fr"
