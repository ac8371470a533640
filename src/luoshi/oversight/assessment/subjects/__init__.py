"""Who is assessed: a unit, a team or a person, in a group of the scheme."""
