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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Parser;
import org.openrewrite.SourceFile;
import org.openrewrite.python.tree.Py;
import org.openrewrite.tree.ParseError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread with a Python process of its own, started when there is something to do. A process that ends, doesn't answer
 * or answers nonsense is replaced; the files it was busy with get a second chance, one at a time.
 */
final class ParserWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ParserWorker.class);

    /** Trees are read by recursion, and generated code nests deeper than a default stack allows. */
    private static final long STACK_BYTES = 64L << 20;

    /** What upstream says then; it has no exception of its own for it. */
    private static final String TIMED_OUT = "Request timed out";

    private final PythonInterpreter interpreter;
    private final Duration timeout;
    private final ExecutorService thread;
    private volatile @Nullable PythonServer server;
    private volatile boolean closed;

    ParserWorker(PythonInterpreter interpreter, Duration timeout, int number) {
        this.interpreter = interpreter;
        this.timeout = timeout;
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        this.thread = Executors.newSingleThreadExecutor(task -> {
            Thread created = new Thread(null, task, "python-parser-" + number, STACK_BYTES);
            created.setDaemon(true);
            created.setContextClassLoader(loader);
            return created;
        });
    }

    <T> Future<T> submit(Callable<T> task) {
        try {
            return thread.submit(task);
        } catch (RejectedExecutionException e) {
            throw closedPool(e);
        }
    }

    /** Parses the files and hands each outcome over as soon as it is known. On this worker's thread only. */
    void parse(List<PythonText> chunk, Consumer<Attempt> done) {
        List<PythonText> secondChance = new ArrayList<>();
        attempt(chunk, attempt -> {
            if (attempt.failure() == null || attempt.isFinal()) {
                done.accept(attempt);
            } else {
                secondChance.add(attempt.text());
            }
        });
        for (PythonText text : secondChance) {
            LOG.debug("Parsing {} again in a new process", text.path());
            discardServer();
            attempt(List.of(text), done);
        }
        if (!secondChance.isEmpty() && server != null && server.causeOfDeath() != null) {
            discardServer();
        }
    }

    private void attempt(List<PythonText> chunk, Consumer<Attempt> done) {
        List<TextForm> forms =
                chunk.stream().map(text -> TextForm.of(text.text())).toList();
        List<SourceFile> files;
        try {
            files = server().parse(inputs(chunk, forms));
        } catch (PythonSetupException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            giveUpIfClosed(e);
            String reason = reason(e);
            discardServer();
            chunk.forEach(text -> done.accept(Attempt.broken(text, reason)));
            return;
        }
        for (int i = 0; i < files.size(); i++) {
            done.accept(outcome(chunk.get(i), forms.get(i), files.get(i)));
        }
    }

    private static List<Parser.Input> inputs(List<PythonText> chunk, List<TextForm> forms) {
        List<Parser.Input> inputs = new ArrayList<>();
        for (int i = 0; i < chunk.size(); i++) {
            // Made from a string it is synthetic: it isn't read from the disk, even if there is a file of that name.
            inputs.add(Parser.Input.fromString(
                    chunk.get(i).path(), Trees.parseable(forms.get(i).normalised())));
        }
        return inputs;
    }

    private Attempt outcome(PythonText text, TextForm form, SourceFile file) {
        if (file instanceof ParseError error) {
            return failure(text, error);
        }
        if (!(file instanceof Py.CompilationUnit parsed)) {
            return Attempt.unreadable(text, "it came back as " + file.getClass().getSimpleName());
        }
        String normalised = form.normalised();
        Py.CompilationUnit tree = Trees.adjust(parsed, text, normalised);
        String printed;
        try {
            printed = server().print(tree);
            if (Trees.lacksTrailingSpace(normalised, printed)) {
                tree = Trees.withTrailingSpace(tree, normalised.substring(printed.length()));
                printed = server().print(tree);
            }
        } catch (RuntimeException e) {
            giveUpIfClosed(e);
            String reason = reason(e);
            discardServer();
            return Attempt.broken(text, reason);
        }
        int difference = Trees.firstDifferentLine(normalised, printed);
        return difference == 0
                ? Attempt.succeeded(text, form, tree)
                : Attempt.failed(
                        text, new Unparsable(text.path(), difference, "the tree does not print back to the same text"));
    }

    private Attempt failure(PythonText text, ParseError error) {
        if (ParseFailures.isFromPython(error)) {
            return Attempt.failed(text, ParseFailures.of(text.path(), error));
        }
        String message = ParseFailures.message(error);
        PythonServer running = server;
        String death = running == null ? null : running.causeOfDeath();
        return death == null && !message.contains(TIMED_OUT)
                ? Attempt.unreadable(text, message)
                : Attempt.broken(text, death == null ? message : death);
    }

    /** Prints a tree. On this worker's thread only. */
    String print(Py.CompilationUnit tree) {
        try {
            return server().print(tree);
        } catch (PythonSetupException e) {
            throw e;
        } catch (RuntimeException e) {
            giveUpIfClosed(e);
            LOG.debug("Printing {} again in a new process", tree.getSourcePath(), e);
            discardServer();
            return server().print(tree);
        }
    }

    /** A process that ends is first noticed by its broken-off answer, which says nothing about why. */
    private String reason(Throwable thrown) {
        PythonServer running = server;
        String death = running == null ? null : running.causeOfDeath();
        return death == null ? String.valueOf(thrown.getMessage()) : death;
    }

    private PythonServer server() {
        PythonServer running = server;
        if (running == null) {
            giveUpIfClosed(null);
            running = PythonServer.start(interpreter, timeout);
            server = running;
            if (closed) {
                discardServer();
                giveUpIfClosed(null);
            }
        }
        return running;
    }

    private void giveUpIfClosed(@Nullable Throwable cause) {
        if (closed) {
            throw closedPool(cause);
        }
    }

    private static IllegalStateException closedPool(@Nullable Throwable cause) {
        return new IllegalStateException("the parser pool is closed", cause);
    }

    private void discardServer() {
        PythonServer running = server;
        if (running != null) {
            server = null;
            running.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        // Not by an interrupt: it would get lost, and a process that is being started with it. A worker whose process
        // is
        // gone notices at once.
        thread.shutdown();
        discardServer();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("A parser thread doesn't end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        discardServer();
    }
}
