package dev.millrace.cli.cache;

import dev.millrace.cli.RefusedException;
import dev.millrace.runtime.MetaStore;
import dev.millrace.runtime.MetaStore.Entry;
import dev.millrace.runtime.Signature;
import dev.millrace.runtime.StoreException;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says why a node ran: what in its signature is not as it was. */
@Command(
    name = "explain",
    description = {
      "Says why a node ran: in which parts two of its signatures differ.",
      "Without OTHER it is compared with the result of the node that was stored before it."
    })
final class ExplainCommand implements Callable<Integer> {
  private static final Comparator<Result> LATEST =
      Comparator.comparing(Result::stored).thenComparing(Result::key);

  @Mixin private CacheOption cache = new CacheOption();

  @Parameters(
      index = "0",
      paramLabel = "NODE|SIGNATURE",
      description = "a node, for what it stored last, or the first digits of a signature")
  private String subject = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "OTHER",
      description = "the first digits of the signature to compare with")
  private @Nullable String other;

  @Override
  public Integer call() throws StoreException {
    CacheFolder folder = cache.open();
    if (!folder.hasLedger()) {
      throw new RefusedException(
          "there is no ledger in "
              + folder.path()
              + ", so nothing is known of what signatures are made of; have"
              + " org.xerial:sqlite-jdbc on the application's class path");
    }
    Results results = Results.of(folder, cache::warn);
    Selection selection = new Selection(results);
    Result newer = subject(results, selection);
    Result older = other == null ? before(results, newer) : selection.one(other);
    if (newer.key().equals(older.key())) {
      throw new RefusedException("both are " + newer.key() + "; give two that differ");
    }
    try (MetaStore ledger = folder.ledger()) {
      print(results, entry(ledger, newer.key()), entry(ledger, older.key()));
    }
    return 0;
  }

  private Result subject(Results results, Selection selection) {
    if (results.hasNode(subject)) {
      return results.all().stream()
          .filter(each -> subject.equals(each.node()))
          .max(LATEST)
          .orElseThrow();
    }
    if (Selection.isSignature(subject)) {
      return selection.one(subject);
    }
    throw results.noNode(subject);
  }

  private static Result before(Results results, Result newer) {
    String node = newer.node();
    if (node == null) {
      throw unknown(newer.key());
    }
    return results.all().stream()
        .filter(each -> node.equals(each.node()) && LATEST.compare(each, newer) < 0)
        .max(LATEST)
        .orElseThrow(
            () ->
                new RefusedException(
                    "nothing of "
                        + node
                        + " was stored before "
                        + newer.key()
                        + "; give the signature to compare it with"));
  }

  private static Entry entry(MetaStore ledger, Signature key) throws StoreException {
    return ledger.find(key).orElseThrow(() -> unknown(key));
  }

  private static RefusedException unknown(Signature key) {
    return new RefusedException(
        "the ledger has no entry of " + key + ", so nothing is known of what it is made of");
  }

  private void print(Results results, Entry newer, Entry older) {
    Prefixes prefixes = Prefixes.of(results.all());
    PrintWriter out = cache.out();
    out.println(name(newer, prefixes) + ", compared with " + name(older, prefixes) + ":");
    out.println(new Comparison(newer, older).sentence());
    out.flush();
  }

  private String name(Entry entry, Prefixes prefixes) {
    return entry.node()
        + " "
        + prefixes.text(entry.key())
        + " of "
        + cache.times().text(entry.stored());
  }
}
