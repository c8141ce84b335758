package over;

import dev.millrace.Node;
import dev.millrace.Pipeline;
import dev.millrace.Stateful;
import dev.millrace.runtime.Resource;
import java.util.ArrayList;
import java.util.List;

/** Nodes that make resources, of a resource that is given. */
@Pipeline(Rooms.Nodes.class)
interface Rooms {
  List<String> RAN = new ArrayList<>();

  @Stateful
  final class Key implements AutoCloseable {
    final String name;

    Key(String name) {
      this.name = name;
      RAN.add("open key " + name);
    }

    @Override
    public void close() {
      RAN.add("close key " + name);
    }
  }

  record Room(String name) implements AutoCloseable {
    public Room {
      RAN.add("open " + name);
    }

    @Override
    public void close() {
      RAN.add("close " + name);
    }
  }

  record Opening(String name) implements Resource<Room> {
    @Override
    public Room open() {
      return new Room(name);
    }
  }

  final class Nodes {
    private Nodes() {}

    @Node
    static Resource<Room> hall(Key key) {
      return new Opening("hall of " + key.name);
    }

    @Node
    static Resource<Room> chamber(int number) {
      return new Opening("chamber " + number);
    }

    @Node
    static String visit(Room hall, Room chamber) {
      RAN.add("visit");
      return hall.name() + ", " + chamber.name();
    }
  }
}
