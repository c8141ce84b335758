package clashing;

record Outputs(String text) {}
