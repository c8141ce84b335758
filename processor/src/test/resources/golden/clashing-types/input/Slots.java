package clashing;

record Slots(String text) {}
