package clashing;

record Column(String text) {}
