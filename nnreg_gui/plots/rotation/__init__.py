"""Pictures of the page 6 ↔ 9."""
