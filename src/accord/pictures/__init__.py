"""Pictures of the record: timeline, course of relations, a figure promised beside its series, turnover; a map of two
states, the network of who meets whom, a matrix of pairs.

Pure functions from records and analyses to a `Picture`: a Vega-Lite specification, a title, a description, and a `Table`
of its numbers for those who cannot see it. ``write`` makes SVG, PNG or JSON of it. Nothing is fetched.
"""

from accord.pictures.course import course_picture
from accord.pictures.map import MapNumbers, map_numbers, map_picture
from accord.pictures.matrix import matrix_numbers, matrix_picture
from accord.pictures.network import Weight, network_numbers, network_picture
from accord.pictures.picture import (
    DARK,
    LIGHT,
    NARROW,
    THEMES,
    WIDE,
    Cell,
    Picture,
    Table,
    Theme,
    png,
    small,
    svg,
    write,
)
from accord.pictures.target import Captions, target_picture
from accord.pictures.timeline import timeline_picture
from accord.pictures.turnover import Bar, turnover_picture

__all__ = [
    "DARK",
    "LIGHT",
    "NARROW",
    "THEMES",
    "WIDE",
    "Bar",
    "Captions",
    "Cell",
    "MapNumbers",
    "Picture",
    "Table",
    "Theme",
    "Weight",
    "course_picture",
    "map_numbers",
    "map_picture",
    "matrix_numbers",
    "matrix_picture",
    "network_numbers",
    "network_picture",
    "png",
    "small",
    "svg",
    "target_picture",
    "timeline_picture",
    "turnover_picture",
    "write",
]
