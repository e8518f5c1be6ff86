"""What may honestly be said of a figure: arithmetic and sentences, without a database or a page."""
