"""Official files as their publishers give them out, read into this room's rows."""
