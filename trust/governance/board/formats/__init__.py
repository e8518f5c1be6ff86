"""The files of an area pack about governance, and tables to take away."""
