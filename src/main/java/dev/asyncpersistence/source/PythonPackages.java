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
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openrewrite.python.rpc.PythonRewriteRpc;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installs the Python side of OpenRewrite's parser, in exactly the version of its Java side, below the user's cache and
 * never into the project's own environment. Upstream can install it, too, but not safely when two builds do it at once.
 */
public final class PythonPackages {

    private static final Logger LOG = LoggerFactory.getLogger(PythonPackages.class);

    /** Upstream takes a directory with this file as installed if the file names its version. */
    private static final String MARKER = ".openrewrite-version";

    private static final Duration INSTALLATION = Duration.ofMinutes(10);
    private static final Duration QUESTION = Duration.ofSeconds(60);

    /** What a user has set for pip's everyday use and what doesn't go with {@code --target}. */
    private static final Map<String, String> PIP_ENVIRONMENT = Map.of(
            "PIP_DISABLE_PIP_VERSION_CHECK", "1",
            "PIP_NO_INPUT", "1",
            "PIP_REQUIRE_VIRTUALENV", "0",
            "PIP_ROOT_USER_ACTION", "ignore",
            "PIP_USER", "0");

    /** A file lock is held by the whole JVM, so it doesn't keep two threads apart. */
    private static final Object THIS_JVM = new Object();

    private final String requirement;
    private final String version;

    /** The packages that go with the {@code rewrite-python} on the classpath. */
    public PythonPackages() {
        this("openrewrite", upstreamVersion());
    }

    PythonPackages(String distribution, String version) {
        this.requirement = distribution + "==" + version;
        this.version = version;
    }

    /**
     * Makes sure that the packages are there, however many threads and processes ask for them at the same time.
     *
     * @return the directory they are in
     * @throws PythonSetupException if they can't be installed
     */
    public Path install(PythonInterpreter interpreter) {
        Path target = interpreter.packages().resolve(version);
        if (isInstalled(target)) {
            return target;
        }
        synchronized (THIS_JVM) {
            try {
                Files.createDirectories(interpreter.packages());
                Path lockFile = interpreter.packages().resolve(version + ".lock");
                try (FileChannel channel =
                                FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    if (lock.isValid() && !isInstalled(target)) {
                        installLocked(interpreter, target);
                    }
                }
            } catch (IOException e) {
                throw new PythonSetupException(
                        "The Python packages for parsing can't be written to " + interpreter.packages() + ": " + e
                                + ". Make the folder writable, or set XDG_CACHE_HOME to one that is.",
                        e);
            }
        }
        return target;
    }

    private boolean isInstalled(Path target) {
        try {
            return Files.isDirectory(target.resolve("rewrite"))
                    && Files.readString(target.resolve(MARKER)).strip().equals(version);
        } catch (IOException e) {
            return false;
        }
    }

    private void installLocked(PythonInterpreter interpreter, Path target) throws IOException {
        // Beside the target, so that it can be moved there in one step.
        Path staging = Files.createTempDirectory(interpreter.packages(), version + "-");
        try {
            Path executable = withPip(interpreter, staging);
            LOG.info("Installing {} for Python {} into {}", requirement, interpreter.version(), target);
            Path packages = staging.resolve("packages");
            Subprocess.Result result = Subprocess.run(
                    List.of(
                            executable.toString(),
                            "-m",
                            "pip",
                            "install",
                            "--quiet",
                            "--target",
                            packages.toString(),
                            requirement),
                    staging,
                    PIP_ENVIRONMENT,
                    INSTALLATION);
            if (!result.isSuccess()) {
                throw new PythonSetupException("pip can't install " + requirement + ", which is needed to parse Python "
                        + "(exit code " + result.exitCode() + "):\n"
                        + result.output().strip() + "\nCheck the network "
                        + "and pip's index and proxy settings, or install it yourself:\n  " + executable
                        + " -m pip install " + requirement + " --target " + target + "\n  and write " + version
                        + " into " + target.resolve(MARKER));
            }
            Files.writeString(packages.resolve(MARKER), version, StandardCharsets.UTF_8);
            ScratchDirectory.delete(target);
            move(packages, target);
        } finally {
            ScratchDirectory.delete(staging);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        }
    }

    /** A virtual environment made by uv has no pip; the Python it was made from usually does. */
    private static Path withPip(PythonInterpreter interpreter, Path directory) throws IOException {
        if (hasPip(interpreter.executable(), directory)) {
            return interpreter.executable();
        }
        Subprocess.Result base = Subprocess.run(
                List.of(
                        interpreter.executable().toString(),
                        "-E",
                        "-c",
                        "import sys; print(getattr(sys, '_base_executable', '') or '')"),
                directory,
                Map.of(),
                QUESTION);
        if (base.isSuccess() && !base.output().isBlank()) {
            Path executable = Path.of(base.output().strip());
            if (hasPip(executable, directory)) {
                return executable;
            }
        }
        throw new PythonSetupException("Python " + interpreter.version() + " at " + interpreter.executable()
                + " has no pip, and neither has the one it was made from, so the packages for parsing can't be "
                + "installed. Add it (`" + interpreter.executable() + " -m ensurepip`, or `uv venv --seed`, or your "
                + "package manager's python3-pip), or set the `python` option to a Python that has it.");
    }

    private static boolean hasPip(Path executable, Path directory) throws IOException {
        return Subprocess.run(
                        List.of(executable.toString(), "-m", "pip", "--version"), directory, PIP_ENVIRONMENT, QUESTION)
                .isSuccess();
    }

    private static String upstreamVersion() {
        try (InputStream in = PythonRewriteRpc.class.getResourceAsStream("/META-INF/rewrite-python-version.txt")) {
            if (in == null) {
                throw new IllegalStateException("rewrite-python on the classpath doesn't say which version it is");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
