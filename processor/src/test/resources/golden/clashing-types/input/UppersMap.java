package clashing;

record UppersMap(String text) {}
