"""The desk: the record in a browser, on this machine.

``create_app(Settings(store))`` is an ASGI application; ``accord serve`` runs it. Each page answers a question: a module
in ``answers/`` gives the answer as data, and the same data is the page, its JSON and its CSV.
"""

from accord.web.app import create_app
from accord.web.settings import Settings

__all__ = ["Settings", "create_app"]
