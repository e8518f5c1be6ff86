import os
import sys

from django.core.management import execute_from_command_line

from trust.foundation.statute.law import LawError

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trust.config.settings")
    try:
        execute_from_command_line(sys.argv)
    except LawError as fault:
        # The law is data that people edit: they are told what is wrong in it, not where Python stood.
        sys.stderr.write(f"{fault}\n")
        sys.exit(1)
