"""The written forms of an assessment: its templates, its snapshot and its printed edition."""
