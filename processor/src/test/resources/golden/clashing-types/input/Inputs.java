package clashing;

record Inputs(String text) {}
