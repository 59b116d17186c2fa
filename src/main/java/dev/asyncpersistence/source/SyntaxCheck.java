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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the interpreter itself about texts that couldn't be parsed: its compiler knows line and reason. */
final class SyntaxCheck {

    private static final Logger LOG = LoggerFactory.getLogger(SyntaxCheck.class);

    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    /** Reads texts, each preceded by its length in bytes; says number, line and reason of each that doesn't compile. */
    private static final String SCRIPT = """
            import ast, sys
            index = 0
            while True:
                header = sys.stdin.buffer.readline()
                if not header:
                    break
                text = sys.stdin.buffer.read(int(header)).decode("utf-8", "replace")
                try:
                    ast.parse(text)
                except SyntaxError as e:
                    print("check|%d|%d|%s" % (index, e.lineno or 0, " ".join((e.msg or "").split())))
                except Exception as e:
                    print("check|%d|0|%s" % (index, " ".join(str(e).split())))
                index += 1
            """;

    /**
     * What the compiler says.
     *
     * @param line the line, counted from 1, or 0 if it names none
     * @param message the reason
     */
    record Finding(int line, String message) {}

    private SyntaxCheck() {}

    /** The findings by text; a text that compiles has none. */
    static Map<PythonText, Finding> check(PythonInterpreter interpreter, Collection<PythonText> texts) {
        List<PythonText> inOrder = List.copyOf(texts);
        Map<PythonText, Finding> findings = new HashMap<>();
        try (ScratchDirectory scratch = ScratchDirectory.create()) {
            Subprocess.run(
                            List.of(interpreter.executable().toString(), "-W", "ignore", "-c", SCRIPT),
                            scratch.path(),
                            Map.of(),
                            TIMEOUT,
                            framed(inOrder))
                    .output()
                    .lines()
                    .filter(line -> line.startsWith("check|"))
                    .map(line -> line.split("\\|", 4))
                    .forEach(fields -> findings.put(
                            inOrder.get(Integer.parseInt(fields[1])),
                            new Finding(Integer.parseInt(fields[2]), fields[3])));
        } catch (IOException e) {
            LOG.warn("The syntax of {} files can't be checked", texts.size(), e);
        }
        return findings;
    }

    private static byte[] framed(List<PythonText> texts) {
        ByteArrayOutputStream framed = new ByteArrayOutputStream();
        for (PythonText text : texts) {
            byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
            framed.writeBytes((bytes.length + "\n").getBytes(StandardCharsets.US_ASCII));
            framed.writeBytes(bytes);
        }
        return framed.toByteArray();
    }
}
