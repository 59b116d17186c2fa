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
package dev.asyncpersistence;

import dev.asyncpersistence.plan.gate.Baseline;
import dev.asyncpersistence.plan.gate.BaselineFile;
import dev.asyncpersistence.plan.gate.Gate;
import dev.asyncpersistence.plan.gate.GateReport;
import dev.asyncpersistence.run.RunState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openrewrite.SourceFile;
import org.openrewrite.text.PlainText;
import org.openrewrite.tree.ParseError;
import org.openrewrite.yaml.YamlParser;
import org.openrewrite.yaml.tree.Yaml;

/** A run of the gate: also knows the project's baseline. */
final class GateState extends RunState<GateReport> {
    private final Path name;
    private @Nullable SourceFile file;
    private @Nullable Path pom;
    private @Nullable String written;
    private @Nullable RuntimeException failure;
    private @Nullable Path failed;

    /**
     * A run.
     *
     * @param name the baseline's path from the project's folder
     */
    GateState(String name) {
        this.name = Path.of(name).normalize();
    }

    @Override
    public void add(SourceFile source) {
        super.add(source);
        if (PlanState.isNearer(source, name, file == null ? null : file.getSourcePath())) {
            file = source;
        }
        if (PlanState.isNearer(source, PlanState.POM, pom)) {
            pom = source.getSourcePath();
        }
    }

    /** Makes the run void, as far as the host is concerned, at the file of a violation. */
    void fail(RuntimeException cause, String path) {
        failure = cause;
        failed = Path.of(path);
    }

    @Override
    public @Nullable RuntimeException failureOf(SourceFile source) {
        return failed == null ? super.failureOf(source) : source.getSourcePath().equals(failed) ? failure : null;
    }

    /**
     * What is accepted.
     *
     * @param create whether a baseline is made where there is none
     * @throws IllegalArgumentException if the baseline has another form
     */
    Gate.Accepted accepted(boolean create) {
        String text = text();
        return new Gate.Accepted(text == null ? null : BaselineFile.read(path().toString(), text), folder(), create);
    }

    /** A file that the host leaves out is read where it is. */
    private @Nullable String text() {
        if (file != null) {
            return file instanceof ParseError error ? error.getText() : file.printAll();
        }
        Path onDisk = EditingRecipe.PROJECT.resolve(name);
        try {
            return Files.isRegularFile(onDisk) ? Files.readString(onDisk) : null;
        } catch (IOException e) {
            throw new UncheckedIOException("The baseline " + onDisk + " can't be read", e);
        }
    }

    /** Where the baseline is, or belongs: from the folder of the project's {@code pom.xml}. */
    Path path() {
        return file != null ? file.getSourcePath() : pom == null ? name : pom.resolveSibling(name);
    }

    private String folder() {
        Path path = path();
        int above = path.getNameCount() - name.getNameCount();
        return above == 0 ? "" : path.subpath(0, above).toString().replace('\\', '/') + "/";
    }

    /** Takes what is accepted from now on. Where nothing ever was, no file is needed. */
    void write(Baseline baseline) {
        if (baseline.size() > 0 || text() != null) {
            written = BaselineFile.write(baseline);
        }
    }

    /** The baseline where there was none. */
    List<SourceFile> generated() {
        return written == null || file != null
                ? List.of()
                : List.of(PlainText.builder().sourcePath(path()).text(written).build());
    }

    /** The baseline as it is from now on; any other file as it is. */
    SourceFile edited(SourceFile source) {
        if (written == null
                || file == null
                || !source.getSourcePath().equals(file.getSourcePath())
                || source.printAll().equals(written)) {
            return source;
        }
        if (source instanceof Yaml.Documents yaml) {
            return yaml.withDocuments(parsed(written));
        }
        return source instanceof PlainText text ? text.withText(written) : source;
    }

    private static List<Yaml.Document> parsed(String text) {
        Stream<SourceFile> files = YamlParser.builder().build().parse(text);
        return files.map(Yaml.Documents.class::cast)
                .flatMap(each -> each.getDocuments().stream())
                .toList();
    }
}
