"""Pictures of the record: a map of two states, the network of who meets whom, a matrix of pairs.

Pure functions from records and analyses to a `Picture`: a Vega-Lite specification, a title, a description, and a `Table`
of its numbers for those who cannot see it. ``write`` makes SVG, PNG or JSON of it. Nothing is fetched.
"""

from accord.pictures.map import map_picture
from accord.pictures.matrix import matrix_picture
from accord.pictures.network import network_picture
from accord.pictures.picture import DARK, LIGHT, THEMES, Picture, Table, Theme, png, svg, write

__all__ = [
    "DARK",
    "LIGHT",
    "THEMES",
    "Picture",
    "Table",
    "Theme",
    "map_picture",
    "matrix_picture",
    "network_picture",
    "png",
    "svg",
    "write",
]
