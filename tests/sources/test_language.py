"""Which language a text is in."""

import pytest

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
    ],
)
def test_the_language(text: str, code: str) -> None:
    assert identify(text) == code
