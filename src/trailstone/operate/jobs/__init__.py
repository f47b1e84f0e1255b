"""What the site does at night by itself: a small table of jobs, one worker at a time, every outcome in a sentence."""
