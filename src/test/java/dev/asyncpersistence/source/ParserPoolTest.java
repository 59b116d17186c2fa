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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.openrewrite.java.tree.J;
import org.openrewrite.python.PythonIsoVisitor;
import org.openrewrite.python.tree.Py;

class ParserPoolTest {

    @TempDir
    Path directory;

    private Set<ProcessHandle> processesBefore;

    @BeforeEach
    void countProcesses() {
        TestInterpreter.get();
        processesBefore = descendants();
    }

    @AfterEach
    void leavesNoProcessOrThreadBehind() throws InterruptedException {
        // On a busy machine both take a moment to end.
        for (int i = 0; i < 50 && !(started().isEmpty() && workers().isEmpty()); i++) {
            Thread.sleep(100);
        }
        assertThat(started()).isEmpty();
        assertThat(workers()).isEmpty();
    }

    private static List<Thread> workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && thread.getName().startsWith("python-parser-"))
                .toList();
    }

    private static Set<ProcessHandle> descendants() {
        return ProcessHandle.current().descendants().collect(Collectors.toSet());
    }

    private Set<ProcessHandle> started() {
        Set<ProcessHandle> started = descendants();
        started.removeAll(processesBefore);
        return started;
    }

    private static ParserPool pool(int workers) {
        return new ParserPool(TestInterpreter.get(), workers, ParserPoolTest::ignore);
    }

    private static List<PythonText> texts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Texts.text("pkg/m%02d.py".formatted(i), "x%d = %d\n".formatted(i, i)))
                .toList();
    }

    private static Py.CompilationUnit tree(Map<Path, ParseOutcome> outcomes, String path) {
        assertThat(outcomes.get(Path.of(path))).isInstanceOf(Parsed.class);
        return ((Parsed) outcomes.get(Path.of(path))).tree();
    }

    private static Py.CompilationUnit rename(Py.CompilationUnit tree, String from, String to) {
        return (Py.CompilationUnit)
                new PythonIsoVisitor<Integer>() {
                    @Override
                    public J.Identifier visitIdentifier(J.Identifier identifier, Integer p) {
                        return identifier.getSimpleName().equals(from) ? identifier.withSimpleName(to) : identifier;
                    }
                }.visitNonNull(tree, 0);
    }

    @Test
    void parsesInParallelAndSortsByPath() {
        List<PythonText> texts = new ArrayList<>(texts(40));
        Collections.reverse(texts);
        try (ParserPool pool = pool(2)) {
            Map<Path, ParseOutcome> outcomes = pool.parse(texts);
            assertThat(List.copyOf(outcomes.keySet())).hasSize(40).isSorted();
            for (PythonText text : texts) {
                assertThat(pool.print(tree(outcomes, text.path().toString()))).isEqualTo(text.text());
            }
        }
    }

    @Test
    void startsNothingForNothing() {
        try (ParserPool pool = pool(2)) {
            assertThat(pool.parse(List.of())).isEmpty();
            assertThat(started()).isEmpty();
        }
    }

    @Test
    void tellsItsProgress() {
        List<ParseProgress> told = Collections.synchronizedList(new ArrayList<>());
        try (ParserPool pool = new ParserPool(TestInterpreter.get(), 2, told::add)) {
            pool.parse(texts(20));
        }
        assertThat(told)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 20)
                        .mapToObj(i -> new ParseProgress(i, 20))
                        .toList());
    }

    @Test
    void choosesAReasonableNumberOfWorkers() {
        assertThat(ParserPool.workersFor(0)).isEqualTo(1);
        assertThat(ParserPool.workersFor(7)).isEqualTo(1);
        assertThat(ParserPool.workersFor(10_000))
                .isEqualTo(Math.min(4, Runtime.getRuntime().availableProcessors()));
    }

    @Test
    void printsAnEditedTree() {
        try (ParserPool pool = pool(1)) {
            Map<Path, ParseOutcome> outcomes = pool.parse(List.of(
                    Texts.text("a.py", "x = 1\r\ny = 2\n"), Texts.text("b.py", "\uFEFF# c\r\nx = 1"), texts(1).get(0)));
            assertThat(pool.print(rename(tree(outcomes, "a.py"), "x", "longer")))
                    .isEqualTo("longer = 1\r\ny = 2\n");
            assertThat(pool.print(rename(tree(outcomes, "b.py"), "x", "z"))).isEqualTo("\uFEFF# c\r\nz = 1");
        }
    }

    @Test
    void parsesAChangedTextAgain() {
        try (ParserPool pool = pool(2)) {
            Py.CompilationUnit first = tree(pool.parse(List.of(Texts.text("a.py", "x = 1\n"))), "a.py");
            Py.CompilationUnit second = tree(pool.parse(List.of(Texts.text("a.py", "y = 2\r\n"))), "a.py");
            assertThat(pool.print(first)).isEqualTo("x = 1\n");
            assertThat(pool.print(second)).isEqualTo("y = 2\r\n");
        }
    }

    @Test
    void parsesTheTextAndNotTheFileOfThatName() throws IOException {
        Path file = Files.writeString(Path.of("target", "on_disk.py"), "on_disk = True\n");
        try (ParserPool pool = pool(1)) {
            Map<Path, ParseOutcome> outcomes = pool.parse(List.of(Texts.text(file, "from_text = True\n")));
            assertThat(pool.print(tree(outcomes, file.toString()))).isEqualTo("from_text = True\n");
            assertThat(tree(outcomes, file.toString()).getSourcePath()).isEqualTo(file);
        }
        assertThat(file).hasContent("on_disk = True\n");
    }

    @Test
    void writesNothingIntoTheProject() {
        try (ParserPool pool = pool(1)) {
            pool.parse(List.of(Texts.text("brand_new/module.py", "x = 1\n")));
        }
        assertThat(Path.of("brand_new")).doesNotExist();
    }

    @Test
    void isNotMisledByAModuleNamedLikeOneOfTheStandardLibrary() {
        try (ParserPool pool = pool(1)) {
            Map<Path, ParseOutcome> outcomes =
                    pool.parse(List.of(Texts.text("types.py", "raise Exception\n"), Texts.text("ast.py", "1 / 0\n")));
            assertThat(outcomes.values()).hasOnlyElementsOfType(Parsed.class);
        }
    }

    @Test
    void tellsLineAndReasonOfASyntaxError() {
        try (ParserPool pool = pool(1)) {
            Map<Path, ParseOutcome> outcomes = pool.parse(List.of(
                    Texts.text("a.py", "x = 1\r\n\r\nprint 'x'\r\n"),
                    Texts.text("b.py", "x = 1\n"),
                    Texts.text("c.py", "def f():\n  x\n y\n")));
            assertThat(outcomes.get(Path.of("b.py"))).isInstanceOf(Parsed.class);
            assertThat(outcomes.get(Path.of("a.py"))).isInstanceOfSatisfying(Unparsable.class, unparsable -> {
                assertThat(unparsable.line()).isEqualTo(3);
                assertThat(unparsable.cause()).startsWith("Missing parentheses in call to 'print'");
            });
            assertThat(outcomes.get(Path.of("c.py"))).isInstanceOfSatisfying(Unparsable.class, unparsable -> {
                assertThat(unparsable.line()).isEqualTo(3);
                assertThat(unparsable.cause()).startsWith("unindent does not match");
            });
        }
    }

    @Test
    void saysSoWhenTheCodeIsNewerThanThePython() {
        try (ParserPool pool = pool(1)) {
            ParseOutcome outcome = pool.parse(List.of(Texts.text("a.py", "x = 1\nclass C[T = int]: ...\n")))
                    .get(Path.of("a.py"));
            if (outcome instanceof Unparsable unparsable) {
                assertThat(unparsable.line()).isEqualTo(2);
                assertThat(unparsable.cause()).contains("needs Python 3.13 or newer");
            } else {
                assertThat(TestInterpreter.get().isAtLeast(3, 13)).isTrue();
            }
        }
    }

    @Test
    void goesOnWhenAllProcessesAreKilled() {
        AtomicBoolean killed = new AtomicBoolean();
        Consumer<ParseProgress> killer = progress -> {
            if (killed.compareAndSet(false, true)) {
                started().forEach(ProcessHandle::destroyForcibly);
            }
        };
        try (ParserPool pool = new ParserPool(TestInterpreter.get(), 1, killer)) {
            Map<Path, ParseOutcome> outcomes = pool.parse(texts(10));
            assertThat(outcomes.values()).hasSize(10).hasOnlyElementsOfType(Parsed.class);
            started().forEach(ProcessHandle::destroyForcibly);
            assertThat(pool.print(tree(outcomes, "pkg/m03.py"))).isEqualTo("x3 = 3\n");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a shell script")
    void givesUpOnlyOnTheFileThatEndsTheProcess() throws IOException {
        try (ParserPool pool = new ParserPool(sabotaged(), 1, ParserPoolTest::ignore)) {
            Map<Path, ParseOutcome> outcomes = pool.parse(withBadText("DIE"));
            assertThat(outcomes.get(Path.of("bad.py"))).isInstanceOfSatisfying(Unparsable.class, unparsable -> {
                assertThat(unparsable.line()).isZero();
                assertThat(unparsable.cause()).contains("failed twice").contains("exit code 7");
            });
            outcomes.remove(Path.of("bad.py"));
            assertThat(outcomes.values()).hasSize(3).hasOnlyElementsOfType(Parsed.class);
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a shell script")
    void givesUpOnlyOnTheFileThatTakesForEver() throws IOException {
        try (ParserPool pool = new ParserPool(sabotaged(), 1, ParserPoolTest::ignore, Duration.ofSeconds(6))) {
            Map<Path, ParseOutcome> outcomes = pool.parse(withBadText("HANG"));
            assertThat(outcomes.get(Path.of("bad.py")))
                    .isInstanceOfSatisfying(
                            Unparsable.class,
                            unparsable -> assertThat(unparsable.cause()).contains("timed out"));
            outcomes.remove(Path.of("bad.py"));
            assertThat(outcomes.values()).hasSize(3).hasOnlyElementsOfType(Parsed.class);
        }
    }

    private static Collection<PythonText> withBadText(String word) {
        List<PythonText> texts = new ArrayList<>(texts(3));
        texts.add(Texts.text("bad.py", "x = '" + word + "'\n"));
        return texts;
    }

    /** A Python which ends or hangs when it has to parse certain words. */
    private PythonInterpreter sabotaged() throws IOException {
        Path modules = Files.createDirectories(directory.resolve("modules"));
        Files.writeString(modules.resolve("sitecustomize.py"), """
                import ast, os, time
                parse = ast.parse
                def sabotaged(source, *args, **kwargs):
                    if "DIE" in source: os._exit(7)
                    if "HANG" in source: time.sleep(600)
                    return parse(source, *args, **kwargs)
                ast.parse = sabotaged
                """);
        PythonInterpreter real = TestInterpreter.get();
        Path script = Scripts.script(
                directory.resolve("python"),
                "PYTHONPATH=" + modules + ":$PYTHONPATH exec " + real.executable() + " \"$@\"");
        return new PythonInterpreter(script, real.version(), real.packages());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a shell script")
    void saysWhyNoProcessCanBeStarted() {
        PythonInterpreter real = TestInterpreter.get();
        Path script = Scripts.script(directory.resolve("python"), "echo 'no such luck' >&2; exit 3");
        try (ParserPool pool = new ParserPool(
                new PythonInterpreter(script, real.version(), real.packages()), 2, ParserPoolTest::ignore)) {
            assertThatThrownBy(() -> pool.parse(texts(40)))
                    .isInstanceOf(PythonSetupException.class)
                    .hasMessageContaining("can't be started")
                    .hasMessageContaining("no such luck")
                    .hasMessageContaining("`python` option");
        }
    }

    @Test
    void endsEverythingWhenParsingThrows() {
        IllegalArgumentException expected = new IllegalArgumentException("from the listener");
        try (ParserPool pool = new ParserPool(TestInterpreter.get(), 2, progress -> {
            throw expected;
        })) {
            assertThatThrownBy(() -> pool.parse(texts(40))).isSameAs(expected);
        }
    }

    @Test
    void endsEverythingWhenClosedAtWork() throws InterruptedException {
        CountDownLatch atWork = new CountDownLatch(1);
        ParserPool pool = new ParserPool(TestInterpreter.get(), 2, progress -> atWork.countDown());
        Throwable[] thrown = new Throwable[1];
        Thread user = new Thread(() -> thrown[0] = catchThrowable(() -> pool.parse(texts(400))));
        user.start();
        assertThat(atWork.await(60, TimeUnit.SECONDS)).isTrue();
        pool.close();
        user.join(20_000);
        assertThat(user.isAlive()).isFalse();
        assertThat(thrown[0]).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void canBeClosedTwiceButNotUsedAgain() {
        ParserPool pool = pool(1);
        pool.parse(texts(1));
        pool.close();
        pool.close();
        assertThatThrownBy(() -> pool.parse(texts(1))).isInstanceOf(IllegalStateException.class);
    }

    private static void ignore(ParseProgress progress) {}
}
