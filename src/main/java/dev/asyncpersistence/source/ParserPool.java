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

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openrewrite.python.tree.Py;

/**
 * Parses and prints Python files in several Python processes at once. A tree is printed by the process that parsed it,
 * which only has to be told what has changed since. The processes live until the pool is closed.
 */
public final class ParserPool implements AutoCloseable {

    private static final int MAXIMUM_WORKERS = 4;
    private static final int FILES_WORTH_A_WORKER = 8;

    /** A chunk is about a second's work: the user sees progress, and no call comes near the time-out. */
    private static final int CHUNK_FILES = 16;

    private static final int CHUNK_CHARACTERS = 100_000;
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private record Origin(ParserWorker worker, TextForm form) {}

    private final PythonInterpreter interpreter;
    private final Consumer<ParseProgress> progress;
    private final List<ParserWorker> workers = new ArrayList<>();
    private final Map<UUID, Origin> originsById = new ConcurrentHashMap<>();
    private final Map<Path, Origin> originsByPath = new ConcurrentHashMap<>();

    /**
     * A pool without any processes yet: they are started as they are needed.
     *
     * @param workers how many processes there may be, see {@link #workersFor}
     * @param progress is told after each file, by one thread at a time
     */
    public ParserPool(PythonInterpreter interpreter, int workers, Consumer<ParseProgress> progress) {
        this(interpreter, workers, progress, TIMEOUT);
    }

    ParserPool(PythonInterpreter interpreter, int workers, Consumer<ParseProgress> progress, Duration timeout) {
        this.interpreter = interpreter;
        this.progress = progress;
        for (int i = 1; i <= Math.max(1, workers); i++) {
            this.workers.add(new ParserWorker(interpreter, timeout, i));
        }
    }

    /** How many processes so many files are worth on this machine. */
    public static int workersFor(int files) {
        int processors = Runtime.getRuntime().availableProcessors();
        return Math.min(Math.min(processors, MAXIMUM_WORKERS), files / FILES_WORTH_A_WORKER + 1);
    }

    /**
     * Parses the files.
     *
     * @return an outcome for each file, sorted by path: a tree that is known to print back to the file's text, or why
     *     there is none
     * @throws PythonSetupException if Python can't be used at all
     */
    public Map<Path, ParseOutcome> parse(Collection<PythonText> texts) {
        SortedMap<Path, PythonText> sorted = new TreeMap<>();
        texts.forEach(text -> sorted.put(text.path(), text));
        new PythonPackages().install(interpreter);

        Batch batch = new Batch(sorted.size());
        // Always the same chunks, whichever worker takes them: a file's types depend on what is parsed along with it.
        Queue<List<PythonText>> chunks = new ConcurrentLinkedQueue<>(chunks(sorted.values()));
        List<Future<?>> running = new ArrayList<>();
        for (ParserWorker worker : workers.subList(0, Math.min(workers.size(), chunks.size()))) {
            running.add(worker.submit(() -> {
                for (List<PythonText> chunk = chunks.poll(); chunk != null; chunk = chunks.poll()) {
                    worker.parse(chunk, attempt -> batch.done(worker, attempt));
                }
                return null;
            }));
        }
        try {
            running.forEach(ParserPool::await);
        } catch (RuntimeException e) {
            chunks.clear();
            throw e;
        }
        return batch.outcomes(sorted.keySet());
    }

    /**
     * The text of a tree, with the line endings of the text it was parsed from.
     *
     * @throws IllegalStateException if the tree can't be printed
     */
    public String print(Py.CompilationUnit tree) {
        Origin origin = originsById.get(tree.getId());
        if (origin == null) {
            origin = originsByPath.get(tree.getSourcePath());
        }
        ParserWorker worker = origin == null ? workers.get(0) : origin.worker();
        String printed = await(worker.submit(() -> worker.print(tree)));
        // That is how the Python side says that printing has failed.
        boolean wasEmpty = origin != null && origin.form().normalised().isEmpty();
        if (printed.isEmpty() && !wasEmpty && !tree.getStatements().isEmpty()) {
            throw new IllegalStateException(tree.getSourcePath() + " can't be printed");
        }
        return origin == null ? printed : origin.form().restore(printed);
    }

    /** Ends all processes and threads, also those that are still at work. */
    @Override
    public void close() {
        workers.forEach(ParserWorker::close);
    }

    private static List<List<PythonText>> chunks(Collection<PythonText> texts) {
        List<List<PythonText>> chunks = new ArrayList<>();
        List<PythonText> chunk = new ArrayList<>();
        int characters = 0;
        for (PythonText text : texts) {
            int length = text.text().length();
            if (!chunk.isEmpty() && (chunk.size() == CHUNK_FILES || characters + length > CHUNK_CHARACTERS)) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                characters = 0;
            }
            chunk.add(text);
            characters += length;
        }
        if (!chunk.isEmpty()) {
            chunks.add(chunk);
        }
        return chunks;
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while parsing Python", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** What the workers bring back from one call of {@link #parse}. */
    private final class Batch {
        private final int total;
        private final Map<Path, Py.CompilationUnit> trees = new HashMap<>();
        private final Map<PythonText, Unparsable> rejected = new HashMap<>();
        private final Map<Path, Unparsable> broken = new HashMap<>();

        Batch(int total) {
            this.total = total;
        }

        synchronized void done(ParserWorker worker, Attempt attempt) {
            Path path = attempt.text().path();
            @Nullable Unparsable failure = attempt.failure();
            if (attempt.tree() != null && attempt.form() != null) {
                Origin origin = new Origin(worker, attempt.form());
                originsById.put(attempt.tree().getId(), origin);
                originsByPath.put(path, origin);
                trees.put(path, attempt.tree());
            } else if (failure != null && attempt.isFinal()) {
                rejected.put(attempt.text(), failure);
            } else if (failure != null) {
                // Not to be shown to Python again: it has hung or crashed on this text twice.
                broken.put(path, failure);
            }
            progress.accept(new ParseProgress(trees.size() + rejected.size() + broken.size(), total));
        }

        synchronized Map<Path, ParseOutcome> outcomes(Collection<Path> paths) {
            Map<Path, ParseOutcome> outcomes = new LinkedHashMap<>();
            Map<Path, Unparsable> unparsable = new HashMap<>(broken);
            new FailureReport(interpreter)
                    .explain(rejected)
                    .forEach((text, failure) -> unparsable.put(text.path(), failure));
            for (Path path : paths) {
                Py.CompilationUnit tree = trees.get(path);
                Unparsable failure = unparsable.get(path);
                if (tree != null) {
                    outcomes.put(path, new Parsed(tree));
                } else if (failure != null) {
                    outcomes.put(path, failure);
                }
            }
            return outcomes;
        }
    }
}
