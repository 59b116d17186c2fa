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
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a short-lived program and collects what it says. */
final class Subprocess {

    /**
     * What a program left behind.
     *
     * @param exitCode its exit code, -1 if it was stopped because time ran out
     * @param output standard output and standard error together
     */
    record Result(int exitCode, String output) {
        boolean isSuccess() {
            return exitCode == 0;
        }
    }

    private Subprocess() {}

    static Result run(List<String> command, Path directory, Map<String, String> environment, Duration timeout)
            throws IOException {
        return run(command, directory, environment, timeout, new byte[0]);
    }

    static Result run(
            List<String> command, Path directory, Map<String, String> environment, Duration timeout, byte[] input)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        // PYTHONHOME and PYTHONPATH are meant for the user's program and can break any other Python.
        builder.environment().keySet().removeAll(List.of("PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP"));
        builder.environment().put("PYTHONUTF8", "1");
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> read(process), Subprocess::inBackground);
        CompletableFuture<Void> written =
                CompletableFuture.runAsync(() -> write(process, input), Subprocess::inBackground);
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
                return new Result(-1, "no answer within " + timeout.toSeconds() + " seconds");
            }
            written.cancel(true);
            // A grandchild may hold the pipe open after the program itself has ended.
            return new Result(process.exitValue(), output.get(10, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            return new Result(process.exitValue(), "");
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + command.get(0), e);
        }
    }

    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "subprocess-io");
        thread.setDaemon(true);
        thread.start();
    }

    private static String read(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Process process, byte[] input) {
        try (OutputStream out = process.getOutputStream()) {
            out.write(input);
        } catch (IOException e) {
            // The program ended without reading all of it; its exit code and output tell why.
        }
    }
}
