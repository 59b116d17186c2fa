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

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises code that isn't wrong but newer than the Python which reads it. */
final class NewerSyntax {

    private record Feature(Pattern line, Pattern message, int minor, String name) {
        static Feature of(String line, String message, int minor, String name) {
            return new Feature(Pattern.compile(line), Pattern.compile(message), minor, name);
        }
    }

    private static final String ANY = "";

    /** Looked for in this order: a type parameter with a default needs more than one without. */
    private static final List<Feature> FEATURES = List.of(
            Feature.of("(?<![\\w'\"])[rR]?[tT][rR]?(\"|')", "invalid syntax", 14, "a template string (`t\"...\"`)"),
            Feature.of("^\\s*except\\*?\\s+[\\w.]+\\s*,.*:", "parenthesized", 14, "`except` without parentheses"),
            Feature.of(
                    "^\\s*(class|(async\\s+)?def|type)\\s+\\w+\\s*\\[[^\\]]*=", ANY, 13, "a type parameter's default"),
            Feature.of("^\\s*(class|(async\\s+)?def)\\s+\\w+\\s*\\[", ANY, 12, "a type parameter list (`class C[T]`)"),
            Feature.of("^\\s*type\\s+\\w+\\s*(\\[.*\\]\\s*)?=[^=]", ANY, 12, "a `type` statement"),
            Feature.of(
                    "(?<![\\w'\"])[rR]?[fF][rR]?(\"|')",
                    "f-string|invalid syntax|unterminated",
                    12,
                    "this nesting inside an f-string"),
            Feature.of("^\\s*except\\s*\\*", ANY, 11, "`except*`"),
            Feature.of("\\[.*\\*\\w", "invalid syntax", 11, "a starred expression in an index"));

    private NewerSyntax() {}

    /** What to tell about an error at a line, if a newer Python would read it. */
    static Optional<String> explain(String line, String message, PythonInterpreter interpreter) {
        return FEATURES.stream()
                .filter(feature -> !interpreter.isAtLeast(3, feature.minor()))
                .filter(feature -> feature.message().matcher(message).find())
                .filter(feature -> feature.line().matcher(line).find())
                .findFirst()
                .map(feature -> feature.name() + " needs Python 3." + feature.minor() + " or newer; parsed with "
                        + interpreter.version() + "; set the `python` option to a newer interpreter");
    }
}
