package clashing;

record MapRegion(String text) {}
