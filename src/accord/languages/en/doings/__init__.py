"""What is done to crossings, links, works, ties and memberships."""
