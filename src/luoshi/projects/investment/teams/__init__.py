"""Teams: who has gone out to win which links of a chain, with what money and what target."""
