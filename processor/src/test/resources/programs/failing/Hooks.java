package failing;

/** What a test does in nodes. */
interface Hooks {
  Hooks NONE = new Hooks() {};

  default int first(int item) throws Exception {
    return item;
  }

  default int last(int middle) throws Exception {
    return middle + 1;
  }
}
