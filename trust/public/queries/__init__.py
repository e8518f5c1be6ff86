"""What the public pages are made of: each composes the rooms below it, for one day."""

from trust.public.queries.front import Happening, asked_now, happenings, plan_on
from trust.public.queries.place import YourArea, your_area
from trust.public.queries.thread import Thread, thread

__all__ = [
    "Happening",
    "Thread",
    "YourArea",
    "asked_now",
    "happenings",
    "plan_on",
    "thread",
    "your_area",
]
