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

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a program whether it is a Python that can be used, and what kind of. */
final class InterpreterProbe {

    static final int MINIMUM_MINOR = 10;

    /** Has to run on any Python, however old; the working directory must not shadow the standard library. */
    private static final String QUESTION = """
            import sys
            sys.path[:] = [p for p in sys.path if p not in ("", ".")]
            import sysconfig
            tag = sysconfig.get_config_var("SOABI")
            if not tag:
                tag = getattr(getattr(sys, "implementation", None), "cache_tag", "") or "python"
                tag = tag + "-" + sysconfig.get_platform()
            print("answer|%d|%d|%d|%s|%s" % (tuple(sys.version_info[:3]) + (tag, sys.executable)))
            """;

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /**
     * What a program answered.
     *
     * @param executable the Python itself, where the program asked is only a wrapper that picks one
     * @param tag implementation, version and platform, for what has been compiled for it
     * @param rejection why it can't be used, or null if it can
     */
    record Answer(
            Path executable,
            String version,
            String tag,
            @Nullable String rejection) {
        static Answer rejected(Path executable, String reason) {
            return new Answer(executable, "", "", reason);
        }
    }

    private InterpreterProbe() {}

    static Answer ask(Path executable, Path directory) {
        Subprocess.Result result;
        try {
            result = Subprocess.run(List.of(executable.toString(), "-E", "-c", QUESTION), directory, Map.of(), TIMEOUT);
        } catch (IOException e) {
            return Answer.rejected(executable, "can't be started: " + e.getMessage());
        }
        return result.output()
                .lines()
                .filter(line -> line.startsWith("answer|"))
                .findFirst()
                .map(line -> read(executable, line.split("\\|", 6)))
                .orElseGet(() -> Answer.rejected(executable, "is not a working Python: " + summary(result)));
    }

    private static Answer read(Path asked, String[] fields) {
        int major = Integer.parseInt(fields[1]);
        int minor = Integer.parseInt(fields[2]);
        String version = major + "." + minor + "." + fields[3];
        Path executable = fields[5].isBlank() ? asked : Path.of(fields[5]);
        boolean suitable = major == 3 && minor >= MINIMUM_MINOR;
        return new Answer(
                executable,
                version,
                fields[4].replaceAll("[^A-Za-z0-9_.-]", "_"),
                suitable ? null : "is Python " + version + ", but 3." + MINIMUM_MINOR + " or newer is needed");
    }

    private static String summary(Subprocess.Result result) {
        String output = ParseFailures.firstLine(result.output());
        return output.isEmpty() ? "exit code " + result.exitCode() : output;
    }
}
