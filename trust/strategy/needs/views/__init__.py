"""The pages of needs: to read what was found, and to write it."""
