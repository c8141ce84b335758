package clashing;

record List(String text) {}
