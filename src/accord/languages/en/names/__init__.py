"""What English texts name: states, people, papers, bodies, works, links."""
