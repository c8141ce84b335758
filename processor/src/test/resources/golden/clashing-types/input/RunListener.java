package clashing;

record RunListener(String text) {}
