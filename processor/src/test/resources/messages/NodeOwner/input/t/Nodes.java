package t;

import dev.millrace.Node;

interface Nodes {
  @Node
  default int count(String text) {
    return text.length();
  }
}
