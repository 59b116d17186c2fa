package dev.asyncpersistence.source;
import java.nio.file.*; import java.util.*; import java.util.stream.*;
import org.openrewrite.python.tree.Py;
class Bench {
  public static void main(String[] a) throws Exception {
    Path root = Path.of(a[0]); int workers = Integer.parseInt(a[1]); int max = Integer.parseInt(a[2]);
    List<PythonText> texts = new ArrayList<>();
    try (Stream<Path> s = Files.walk(root)) { for (Path p : s.filter(f -> f.toString().endsWith(".py")).sorted().toList()) {
      if (texts.size() >= max) break;
      try { texts.add(Texts.text(root.relativize(p), Files.readString(p))); } catch (java.nio.charset.CharacterCodingException e) {} } }
    long lines = texts.stream().mapToLong(t -> t.text().lines().count()).sum();
    long t0 = System.nanoTime();
    IdentifierIndex ix = new IdentifierIndex(texts);
    System.out.printf("files %d lines %d index %d ms%n", texts.size(), lines, (System.nanoTime()-t0)/1000000);
    PythonInterpreter in = new InterpreterLookup(Path.of("")).find(a.length > 3 ? a[3] : null);
    try (ParserPool pool = new ParserPool(in, workers, p -> { if (p.parsed() % 50 == 0) { System.out.println(p); mem(); } })) {
      t0 = System.nanoTime();
      Map<Path, ParseOutcome> out = pool.parse(texts);
      System.out.printf("parse %d ms%n", (System.nanoTime()-t0)/1000000);
      out.values().forEach(o -> { if (o instanceof Unparsable u) System.out.println(u); });
      t0 = System.nanoTime(); int n = 0;
      for (ParseOutcome o : out.values()) if (o instanceof Parsed p) { n++; pool.print(p.tree()); }
      System.out.printf("print %d: %d ms%n", n, (System.nanoTime()-t0)/1000000);
      mem();
    }
    System.out.println("left: " + ProcessHandle.current().descendants().count() + " threads " + Thread.activeCount());
  }
  static void mem() { System.gc(); Runtime r = Runtime.getRuntime(); StringBuilder sb = new StringBuilder();
    ProcessHandle.current().descendants().forEach(h -> { try { for (String l : Files.readAllLines(Path.of("/proc/" + h.pid() + "/status"))) if (l.startsWith("VmRSS")) sb.append(' ').append(Long.parseLong(l.replaceAll("\\D", ""))/1024).append("M"); } catch (Exception e) {} });
    System.out.println("  heap " + (r.totalMemory()-r.freeMemory())/1048576 + "M python" + sb); }
}
