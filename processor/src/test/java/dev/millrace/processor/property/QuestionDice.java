package dev.millrace.processor.property;

import dev.millrace.processor.property.Spec.Graph;
import dev.millrace.processor.property.Spec.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Throws questions, each a little different from one before it. */
final class QuestionDice {
  private final Random random;
  private final Graph graph;
  private final List<String> inputs;
  private final List<String> outputs;
  private final List<Question> asked = new ArrayList<>();

  /** Values that outputs have had. */
  private final Map<String, List<@Nullable Object>> known = new HashMap<>();

  QuestionDice(Random random, Graph graph) {
    this.random = random;
    this.graph = graph;
    this.inputs = CachedCalls.inputs(graph);
    this.outputs = CachedCalls.outputs(graph);
  }

  /** Returns the question whose answer the interpreter would give. */
  Question first() {
    Map<String, @Nullable Object> given = new HashMap<>();
    for (Spec.Input input : graph.inputs()) {
      if (inputs.contains(input.name()) && !input.isLeftOut()) {
        given.put(input.name(), input.value().orElseThrow());
      }
    }
    if (inputs.contains(Graph.WAY)) {
      given.put(Graph.WAY, graph.way());
    }
    return taken(new Question(given, Question.ALL, "", List.of()));
  }

  /** Returns another question. */
  Question next() {
    Question last =
        random.nextInt(3) == 0
            ? asked.get(random.nextInt(asked.size()))
            : asked.get(asked.size() - 1);
    Question next =
        switch (random.nextInt(10)) {
          case 0 -> last;
          case 1 -> last.ofAll();
          case 2, 3 -> with(last.given(), pick(outputs));
          case 4 -> instead(last);
          case 5 -> over(last);
          default -> changed(last);
        };
    return taken(next);
  }

  private Question taken(Question question) {
    asked.add(question);
    return question;
  }

  private static Question with(Map<String, @Nullable Object> given, String output) {
    return new Question(given, output, "", List.of());
  }

  /** Takes down what outputs have been. */
  void learn(Question question, Object answer) {
    if (!question.isOfOneRun()) {
      return;
    }
    if (question.output().equals(Question.ALL)) {
      for (int i = 0; i < outputs.size(); i++) {
        know(outputs.get(i), ((List<?>) answer).get(i));
      }
    } else {
      know(question.output(), answer);
    }
  }

  private void know(String output, @Nullable Object value) {
    known.computeIfAbsent(output, any -> new ArrayList<>()).add(value);
  }

  /** Gives what was computed before, or no longer does. */
  private Question instead(Question last) {
    Map<String, @Nullable Object> given = new HashMap<>(last.given());
    if (!known.isEmpty() && !given.keySet().removeAll(outputs)) {
      String output = pick(new ArrayList<>(known.keySet()));
      given.put(output, pick(known.getOrDefault(output, List.of())));
    }
    return with(given, last.output());
  }

  private Question over(Question last) {
    String each = random.nextInt(4) == 0 && !known.isEmpty() ? pick(outputs) : input();
    if (each.isEmpty()) {
      return last;
    }
    List<@Nullable Object> values = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      if (!outputs.contains(each)) {
        values.add(value(each, last.given().get(each)));
      } else if (known.containsKey(each)) {
        values.add(pick(known.getOrDefault(each, List.of())));
      }
    }
    return values.isEmpty() || values.contains(null)
        ? last
        : new Question(last.given(), last.output(), each, values);
  }

  private Question changed(Question last) {
    String input = input();
    if (input.isEmpty()) {
      return last;
    }
    Map<String, @Nullable Object> given = new HashMap<>(last.given());
    if (!isNeeded(input) && random.nextInt(3) == 0) {
      given.remove(input);
    } else {
      given.put(input, value(input, given.get(input)));
    }
    return new Question(given, last.output(), last.each(), last.values());
  }

  private String input() {
    return inputs.isEmpty() ? "" : pick(inputs);
  }

  private boolean isNeeded(String name) {
    return graph.inputs().stream()
        .noneMatch(
            input -> input.name().equals(name) && (input.standsIn() || name.startsWith("maybe")));
  }

  private @Nullable Object value(String name, @Nullable Object before) {
    if (name.equals(Graph.WAY)) {
      return pick(List.of(Mix.Way.values()));
    }
    Kind kind =
        graph.inputs().stream()
            .filter(input -> input.name().equals(name))
            .findFirst()
            .orElseThrow()
            .kind();
    if (!kind.isList()) {
      return one(kind);
    }
    List<Object> list = new ArrayList<>(before instanceof List<?> was ? was : List.of());
    int place = random.nextInt(list.size() + 1);
    switch (list.isEmpty() ? 0 : random.nextInt(4)) {
      case 0 -> list.add(place, one(kind.element()));
      case 1 -> list.remove(place % list.size());
      case 2 -> list.set(place % list.size(), one(kind.element()));
      default -> Collections.shuffle(list, random);
    }
    return List.copyOf(list);
  }

  private Object one(Kind kind) {
    int number = random.nextInt(100);
    return kind == Kind.NUMBER ? (Object) number : "t" + number;
  }

  private <T extends @Nullable Object> T pick(List<? extends T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
