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

import dev.asyncpersistence.plan.TracedPlan;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openrewrite.SourceFile;
import org.openrewrite.text.PlainText;

/** A run that writes a report. */
final class ReportState extends DocumentState<TracedPlan> {
    private final String report;
    private final Set<Path> paths = new HashSet<>();
    private String text = "";

    /**
     * A run that has read nothing.
     *
     * @param report the file, as seen from the project's folder
     */
    ReportState(String report) {
        this.report = report;
    }

    @Override
    public void add(SourceFile file) {
        super.add(file);
        paths.add(file.getSourcePath());
    }

    /** Takes the report's text. */
    void write(String html) {
        text = html;
    }

    /** The report, where it is not among the sources. */
    @Override
    List<SourceFile> generated() {
        Path path = place(report);
        return paths.contains(path)
                ? List.of()
                : List.of(PlainText.builder().sourcePath(path).text(text).build());
    }

    /** The report of an earlier run is replaced, whatever it was read as; any other file stays as it is. */
    @Override
    SourceFile edited(SourceFile file) {
        if (text.isEmpty() || !file.getSourcePath().equals(place(report))) {
            return file;
        }
        return file instanceof PlainText plain
                ? plain.withText(text)
                : PlainText.builder()
                        .id(file.getId())
                        .sourcePath(file.getSourcePath())
                        .text(text)
                        .build();
    }
}
