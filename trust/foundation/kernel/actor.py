from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True)
class Actor:
    """Who is asking: a worker with duties for an organisation, or a member of the public with none."""

    name: str
    worker: UUID | None = None
    organisation: UUID | None = None
    duties: frozenset[str] = field(default=frozenset())

    def may(self, needs: str) -> bool:
        return needs == "public" or needs in self.duties

    @property
    def signed_in(self) -> bool:
        return self.worker is not None


PUBLIC = Actor(name="a member of the public")
SYSTEM = Actor(name="the installation")
