/*
 * Copyright 2026 the rewrite-async-persistence authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 * https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package dev.asyncpersistence.source;

import java.nio.file.*;
import java.util.*;
import java.util.stream.*;

class Bench {
    public static void main(String[] a) throws Exception {
        Path root = Path.of(a[0]);
        int workers = Integer.parseInt(a[1]);
        int max = Integer.parseInt(a[2]);
        List<PythonText> texts = new ArrayList<>();
        try (Stream<Path> s = Files.walk(root)) {
            for (Path p : s.filter(f -> f.toString().endsWith(".py")).sorted().toList()) {
                if (texts.size() >= max) break;
                try {
                    texts.add(RoundTripTest.text(root.relativize(p), Files.readString(p)));
                } catch (java.nio.charset.CharacterCodingException e) {
                }
            }
        }
        long lines = texts.stream().mapToLong(t -> t.text().lines().count()).sum();
        long t0 = System.nanoTime();
        IdentifierIndex ix = new IdentifierIndex(texts);
        System.out.printf("files %d lines %d index %d ms%n", texts.size(), lines, (System.nanoTime() - t0) / 1000000);
        PythonInterpreter in = new InterpreterLookup(Path.of("")).find(a.length > 3 ? a[3] : null);
        try (ParserPool pool = new ParserPool(in, workers, p -> {
            if (p.parsed() % 50 == 0) {
                System.out.println(p);
                mem();
            }
        })) {
            t0 = System.nanoTime();
            Map<Path, ParseOutcome> out = pool.parse(texts);
            System.out.printf("parse %d ms%n", (System.nanoTime() - t0) / 1000000);
            out.values().forEach(o -> {
                if (o instanceof Unparsable u) System.out.println(u);
            });
            t0 = System.nanoTime();
            int n = 0;
            for (ParseOutcome o : out.values())
                if (o instanceof Parsed p) {
                    n++;
                    pool.print(p.tree());
                }
            System.out.printf("print %d: %d ms%n", n, (System.nanoTime() - t0) / 1000000);
            mem();
        }
        System.out.println(
                "left: " + ProcessHandle.current().descendants().count() + " threads " + Thread.activeCount());
    }

    static void mem() {
        System.gc();
        Runtime r = Runtime.getRuntime();
        StringBuilder sb = new StringBuilder();
        ProcessHandle.current().descendants().forEach(h -> {
            try {
                for (String l : Files.readAllLines(Path.of("/proc/" + h.pid() + "/status")))
                    if (l.startsWith("VmRSS"))
                        sb.append(' ')
                                .append(Long.parseLong(l.replaceAll("\\D", "")) / 1024)
                                .append("M");
            } catch (Exception e) {
            }
        });
        System.out.println("  heap " + (r.totalMemory() - r.freeMemory()) / 1048576 + "M python" + sb);
    }
}
