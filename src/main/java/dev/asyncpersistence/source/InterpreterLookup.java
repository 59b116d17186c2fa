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

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the Python to parse with: the one that the user names; or the project's own virtual environment, since its
 * version is the one that the code is written for; or the first suitable one on the {@code PATH}, where {@code python3}
 * comes before {@code python3.14} and so on down. The one that the user types is preferred to the newest one, so that
 * what is reported can be reproduced; where the code is newer than it, the message about the file says so.
 */
public final class InterpreterLookup {

    private static final Logger LOG = LoggerFactory.getLogger(InterpreterLookup.class);

    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
    private static final List<String> VIRTUAL_ENVIRONMENTS = List.of(".venv", "venv");
    private static final int NEWEST_MINOR = 14;

    private final Path projectDirectory;
    private final List<Path> searchPath;
    private final Path cache;

    /** Looks around the given project and on the {@code PATH}. */
    public InterpreterLookup(Path projectDirectory) {
        this(projectDirectory, searchPath(System.getenv("PATH")), PackageCache.directory());
    }

    InterpreterLookup(Path projectDirectory, List<Path> searchPath, Path cache) {
        this.projectDirectory = projectDirectory.toAbsolutePath().normalize();
        this.searchPath = List.copyOf(searchPath);
        this.cache = cache;
    }

    /**
     * The Python to use.
     *
     * @param option the {@code python} option: a path, also relative to the project, or the name of a command; null or
     *     blank if it isn't set
     * @throws PythonSetupException if there is none, or if the one named by the option can't be used
     */
    public PythonInterpreter find(@Nullable String option) {
        return option == null || option.isBlank() ? discover() : named(option.strip());
    }

    private PythonInterpreter named(String option) {
        Path executable = resolve(option);
        if (executable == null) {
            throw new PythonSetupException("The `python` option names `" + option + "`, which doesn't exist. Set it to "
                    + "the path of a Python 3." + InterpreterProbe.MINIMUM_MINOR + " or newer (not to its folder), or "
                    + "leave it out to use the project's virtual environment or the `python3` on the PATH.");
        }
        InterpreterProbe.Answer answer = InterpreterProbe.ask(executable, projectDirectory);
        if (answer.rejection() != null) {
            throw new PythonSetupException("The `python` option names `" + option + "`, which " + answer.rejection()
                    + ". Set it to the path of a Python 3." + InterpreterProbe.MINIMUM_MINOR
                    + " or newer, or leave it out to use the project's virtual environment or the `python3` on the "
                    + "PATH.");
        }
        return interpreter(answer);
    }

    private @Nullable Path resolve(String option) {
        try {
            Path path = projectDirectory.resolve(option);
            if (Files.isRegularFile(path)) {
                return path;
            }
            return Path.of(option).getNameCount() == 1
                    ? onSearchPath(option).findFirst().orElse(null)
                    : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private PythonInterpreter discover() {
        List<String> tried = new ArrayList<>();
        for (Path candidate : candidates()) {
            InterpreterProbe.Answer answer = InterpreterProbe.ask(candidate, projectDirectory);
            if (answer.rejection() == null) {
                LOG.info("Parsing with Python {} at {}", answer.version(), answer.executable());
                tried.forEach(reason -> LOG.info("Passed over: {}", reason));
                return interpreter(answer);
            }
            tried.add(candidate + " " + answer.rejection());
        }
        throw new PythonSetupException("No Python 3." + InterpreterProbe.MINIMUM_MINOR
                + " or newer was found, and the Python code can't be parsed without one.\nTried:\n"
                + (tried.isEmpty() ? "" : "  - " + String.join("\n  - ", tried) + "\n")
                + "  - " + String.join(" and ", VIRTUAL_ENVIRONMENTS) + " in " + projectDirectory
                + " and above it up to the root of the repository\n"
                + "  - python3, python, python3." + NEWEST_MINOR + " ... python3." + InterpreterProbe.MINIMUM_MINOR
                + " on the PATH\n"
                + "Install one from https://www.python.org/downloads/ or with your package manager, or set the "
                + "`python` option to the path of one.");
    }

    private PythonInterpreter interpreter(InterpreterProbe.Answer answer) {
        return new PythonInterpreter(answer.executable(), answer.version(), cache.resolve(answer.tag()));
    }

    private Set<Path> candidates() {
        Set<Path> candidates = new LinkedHashSet<>();
        for (Path directory : directoriesUpToGitRoot()) {
            for (String name : VIRTUAL_ENVIRONMENTS) {
                Path environment = directory.resolve(name);
                Path executable =
                        WINDOWS ? environment.resolve("Scripts/python.exe") : environment.resolve("bin/python");
                // A link whose target is gone is a candidate, so that the user gets to know why it isn't used.
                if (Files.exists(executable, LinkOption.NOFOLLOW_LINKS)) {
                    candidates.add(executable);
                }
            }
        }
        commandNames().flatMap(this::onSearchPath).forEach(candidates::add);
        return candidates;
    }

    private List<Path> directoriesUpToGitRoot() {
        List<Path> directories = new ArrayList<>();
        for (Path directory = projectDirectory; directory != null; directory = directory.getParent()) {
            directories.add(directory);
            if (Files.exists(directory.resolve(".git"))) {
                return directories;
            }
        }
        // Outside a repository nothing says how far up the project goes.
        return List.of(projectDirectory);
    }

    private static Stream<String> commandNames() {
        Stream.Builder<String> names = Stream.builder();
        names.add("python3").add("python");
        for (int minor = NEWEST_MINOR; minor >= InterpreterProbe.MINIMUM_MINOR; minor--) {
            names.add("python3." + minor);
        }
        return names.build();
    }

    private Stream<Path> onSearchPath(String command) {
        String file = WINDOWS && !command.endsWith(".exe") ? command + ".exe" : command;
        return searchPath.stream().map(directory -> directory.resolve(file)).filter(Files::isExecutable);
    }

    private static List<Path> searchPath(@Nullable String path) {
        List<Path> directories = new ArrayList<>();
        if (path != null) {
            for (String entry : path.split(File.pathSeparator, -1)) {
                try {
                    // An empty entry means the current directory, which is no place to pick up programs from.
                    if (!entry.isBlank()) {
                        directories.add(Path.of(entry));
                    }
                } catch (InvalidPathException e) {
                    LOG.debug("Passed over `{}` on the PATH", entry, e);
                }
            }
        }
        return directories;
    }
}
