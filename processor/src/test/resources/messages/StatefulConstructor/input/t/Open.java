package t;

import dev.millrace.Stateful;

/** Nobody opens an abstract class: it may have as many constructors as it likes. */
@Stateful
abstract class Open {
  Open(String file) {
    this(file, file.length());
  }

  Open(String file, int size) {
    file.substring(size);
  }
}
