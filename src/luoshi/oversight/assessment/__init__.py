"""考核: units, teams or persons scored by a scheme from figures that ledgers know, open line by line, objected to by rows."""
