"""The files this room reads and writes; nothing here touches a database or a page."""
