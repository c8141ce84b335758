package t;

final class MinePipeline {}
