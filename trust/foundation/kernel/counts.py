from dataclasses import dataclass


@dataclass(frozen=True)
class Count:
    """How many children, by measure, area, period and breakdown: all that may be offered to the valve."""

    measure: str
    area: str
    period: str
    breakdown: str
    n: int

    def __post_init__(self) -> None:
        if self.n < 0:
            raise ValueError(f"{self.measure} for {self.area}: a count cannot be {self.n}.")


@dataclass(frozen=True)
class Withheld:
    """A figure kept back so that nobody can be recognised: a value, not nought and not missing."""
