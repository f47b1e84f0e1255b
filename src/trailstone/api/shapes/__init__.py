"""What goes out and comes in, as the schema tells it. Levels are 0 not started .. 4 mastered."""
