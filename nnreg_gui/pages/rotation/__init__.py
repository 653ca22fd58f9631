"""6 ↔ 9: what large rotations do."""
