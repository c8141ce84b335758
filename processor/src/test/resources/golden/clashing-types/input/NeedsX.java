package clashing;

record NeedsX(String text) {}
