# What people write for those who come together but cannot act in law, and what a refusal calls them.
COLLECTIVES = (
    ("partnership", "A partnership"),
    ("group", "A group"),
    ("conference", "A conference"),
    ("committee", "A committee"),
    ("children's trust board", "The Board"),
    ("management board", "The Board"),
    ("safeguarding children board", "The safeguarding board"),
    ("children's trust", "The Trust"),
)
SHORT_NAMES = {"board": "The Board", "trust": "The Trust", "partners": "All partners together"}
