package clashing;

record Builder(String text) {}
