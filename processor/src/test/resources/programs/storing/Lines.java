package storing;

import java.util.List;

/** What is stored as a folder. */
final class Lines {
  private final List<String> all;

  Lines(List<String> all) {
    this.all = all;
  }

  List<String> all() {
    return all;
  }
}
