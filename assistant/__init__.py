"""Question in, cited and verified answer out."""
