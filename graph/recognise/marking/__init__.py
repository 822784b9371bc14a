"""What each line is by its own words: an announcement, a label, a lead-in, a detail of what stands above."""
