from trust.processes.child_index.models import Canary


def canary_sings() -> bool:
    """Whether this login role can read the closed side: true there, and an error anywhere else."""
    return Canary.objects.exists()
