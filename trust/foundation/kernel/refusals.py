class Refused(Exception):
    """Something a person asked for that the service will not do; the sentence is shown to them."""


class NotFound(Exception):
    """Absent, or not yours to know about: the two must look the same."""
