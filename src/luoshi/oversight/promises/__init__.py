"""What targets ask for in the terms of the rules, what past years did, and what the season lets be done."""
