"""Tables of things: what the cells of a row mean by the heads of their columns."""
