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

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs of one Python script: each in a directory and process of its own, but the processes are copies of one that has loaded what all of them need,
 * which takes longer than most runs.
 */
final class ForkedJobs {
    private static final Path HELPER = Path.of("src/test/resources/dev/asyncpersistence/forked_jobs.py");
    private static final int SECONDS_FOR_EACH = 60;

    private final Path directory;
    private final List<String> jobs = new ArrayList<>();

    /** How a run has ended. */
    record Ended(int status, String output, String errors) {}

    /**
     * Prepares runs.
     *
     * @param directory where their own directories are to be
     */
    ForkedJobs(Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    /** The directory of a run. */
    Path directory(String job) {
        return directory.resolve(job);
    }

    /** Adds a run in a new directory that has these files. */
    void add(String job, Map<String, String> files, List<String> arguments) {
        Path folder = directory(job);
        files.forEach((path, text) -> ProgramFiles.write(folder.resolve(path), text));
        jobs.add(folder + arguments.stream().map("\t"::concat).reduce("", String::concat));
    }

    /**
     * Makes the runs that were added.
     *
     * @param python the interpreter, and its options
     * @param scripts the script, and what it imports
     */
    void run(List<String> python, List<Path> scripts) throws IOException, InterruptedException {
        ProgramFiles.write(directory.resolve("jobs.txt"), String.join("\n", jobs));
        // Away from the programs' sources: modules are first looked for beside the script.
        copy(HELPER);
        scripts.forEach(this::copy);
        List<String> command = new ArrayList<>(python);
        command.add(directory.resolve(scripts.get(0).getFileName()).toString());
        command.addAll(List.of("--all", "jobs.txt", String.valueOf(SECONDS_FOR_EACH)));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve("log.txt").toFile())
                .start()
                .waitFor();
    }

    private void copy(Path script) {
        ProgramFiles.write(directory.resolve(script.getFileName()), ProgramFiles.read(script));
    }

    /** How a run has ended. Fails if it had to be stopped. */
    Ended ended(String job) {
        Path folder = directory(job);
        Path status = folder.resolve("status.txt");
        assertThat(status)
                .as(() -> ProgramFiles.read(directory.resolve("log.txt")))
                .exists();
        String output = ProgramFiles.read(folder.resolve("output.txt"));
        String errors = ProgramFiles.read(folder.resolve("errors.txt"));
        if (ProgramFiles.read(status).equals("late")) {
            throw new AssertionError(job + " doesn't end:\n" + errors);
        }
        return new Ended(Integer.parseInt(ProgramFiles.read(status)), output, errors);
    }
}
