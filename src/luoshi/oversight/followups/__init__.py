"""升级处理: what follows a yellow or red light by the ladder of its rule, who is to do it, and what came of it."""
