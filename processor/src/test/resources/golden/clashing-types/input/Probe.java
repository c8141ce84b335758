package clashing;

record Probe(String text) {}
