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

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.source.TestEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs of test suites, with warnings as errors. */
final class SuiteRuns {
    private static final Path FOLDER = Path.of("src/test/resources/dev/asyncpersistence/suites");

    private final ForkedJobs jobs;

    /** What a suite's run showed. */
    record Run(int status, Map<String, String> outcomes, Assertions assertions, String output) {}

    /** How many assertions were made, and how many are written in the files. */
    record Assertions(int made, int written) {}

    SuiteRuns(Path directory) {
        jobs = new ForkedJobs(directory);
    }

    /** Adds the suite that these files have. */
    void add(String run, Map<String, String> files, List<String> plugins) {
        jobs.add(run, files, plugins);
    }

    /** Runs what was added, in an environment with pytest, its plugins, and what further requirement files name. */
    void run(Path... requirements) throws IOException, InterruptedException {
        List<Path> all = new ArrayList<>(List.of(FOLDER.resolve("requirements.txt")));
        all.addAll(List.of(requirements));
        String python = TestEnvironment.with(all).toString();
        jobs.run(
                List.of(python, "-W", "error"),
                List.of(FOLDER.resolve("runner.py"), FOLDER.resolve("written_assertions.py")));
    }

    /** What a run showed. Fails if the suite could not be run. */
    Run result(String run) {
        ForkedJobs.Ended ended = jobs.ended(run);
        String output = ended.output() + ended.errors();
        Map<String, String> outcomes = new TreeMap<>();
        lines(run, "outcomes.txt", output)
                .map(each -> each.split("\t", 2))
                .forEach(each -> outcomes.put(each[0], each[1]));
        List<Integer> counts =
                lines(run, "assertions.txt", output).map(Integer::parseInt).toList();
        return new Run(ended.status(), outcomes, new Assertions(counts.get(0), counts.get(1)), output);
    }

    private Stream<String> lines(String run, String name, String output) {
        Path file = jobs.directory(run).resolve(name);
        assertThat(file).as(output).exists();
        return ProgramFiles.read(file).lines();
    }
}
