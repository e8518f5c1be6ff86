"""How children are doing: the pages, their charts and what may be taken away."""
