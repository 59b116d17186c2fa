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
package dev.asyncpersistence.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.Properties;

/** The style sheet and the scripts that the report holds. */
final class Assets {
    private static final String WEBJAR = "/META-INF/resources/webjars/echarts/";
    private static final String WEBJAR_VERSION = "/META-INF/maven/org.webjars/echarts/pom.properties";

    private Assets() {}

    /** A file beside this class. */
    static String own(String name) {
        return read("/dev/asyncpersistence/report/html/" + name);
    }

    /** Apache ECharts, minified, its licence header at the top. */
    static String echarts() {
        try (InputStream in = open(WEBJAR_VERSION)) {
            Properties properties = new Properties();
            properties.load(in);
            return read(WEBJAR + properties.getProperty("version") + "/echarts.min.js");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The source expression that lets a page run a script, and no other. */
    static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(String resource) {
        try (InputStream in = open(resource)) {
            // A browser hashes what it has read, and it reads other line endings as this one.
            return new String(in.readAllBytes(), UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(Assets.class.getResourceAsStream(resource), resource);
    }
}
