"""Published methods for figures about children: pure arithmetic, no clock, no database, no page."""
