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
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openrewrite.SourceFile;
import org.openrewrite.python.tree.Py;
import org.openrewrite.text.PlainText;
import org.openrewrite.tree.ParseError;

/**
 * The Python files a recipe's scanner has seen, each in the form in which it arrived and sorted by path, so that what
 * follows doesn't depend on the order of the files.
 */
public final class PythonSources {

    private static final VendoredPaths VENDORED = new VendoredPaths();

    private final SortedMap<Path, PythonText> texts = new TreeMap<>();
    private final SortedMap<Path, Py.CompilationUnit> trees = new TreeMap<>();
    private final SortedMap<Path, Unparsable> failures = new TreeMap<>();
    private final SortedMap<Path, String> failedTexts = new TreeMap<>();
    private final SortedMap<Path, String> settings = new TreeMap<>();

    /** Takes the file if it is Python and the project's own; any other file is passed over. */
    public synchronized void add(SourceFile file) {
        Path path = file.getSourcePath();
        if (TestSettings.isOne(path) && !VENDORED.test(path)) {
            settings.put(path, TestSettings.text(file));
        }
        if (!path.toString().endsWith(".py") || VENDORED.test(path)) {
            return;
        }
        if (file instanceof Py.CompilationUnit tree) {
            trees.put(path, tree);
        } else if (file instanceof ParseError error) {
            failures.put(path, ParseFailures.of(path, error));
            failedTexts.put(path, error.getText());
        } else if (file instanceof PlainText text) {
            texts.put(path, new PythonText(path, text.getText(), text));
        }
    }

    /** Whether the file still says what it said when it was added. */
    public synchronized boolean isUnchanged(PlainText file) {
        PythonText text = texts.get(file.getSourcePath());
        return text != null && text.text().equals(file.getText());
    }

    /** What the files say that configure tests, or name what they require; the gate looks for console scripts in them, too. */
    public synchronized Collection<String> settings() {
        return Collections.unmodifiableCollection(new TreeMap<>(settings).values());
    }

    /** The files which arrived as text and have to be parsed before they can be edited. */
    public synchronized Collection<PythonText> texts() {
        return Collections.unmodifiableCollection(new TreeMap<>(texts).values());
    }

    /** The files which the host has parsed already. */
    public synchronized Map<Path, Py.CompilationUnit> trees() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(trees));
    }

    /** What the files say which the host couldn't parse. */
    public synchronized Map<Path, String> failedTexts() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(failedTexts));
    }

    /** The files which the host tried to parse and couldn't: they stay as they are. */
    public synchronized Map<Path, Unparsable> failures() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(failures));
    }
}
