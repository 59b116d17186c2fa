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

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes what is known about files that can't be parsed fit for a person: a line, a reason, a way out. */
final class FailureReport {

    private final PythonInterpreter interpreter;

    FailureReport(PythonInterpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** The same failures, with lines and advice added where they can be found out. */
    Map<PythonText, Unparsable> explain(Map<PythonText, Unparsable> failures) {
        Collection<PythonText> withoutLine = failures.entrySet().stream()
                .filter(failure -> failure.getValue().line() == 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
        Map<PythonText, SyntaxCheck.Finding> findings =
                withoutLine.isEmpty() ? Map.of() : SyntaxCheck.check(interpreter, withoutLine);
        Map<PythonText, Unparsable> explained = new HashMap<>();
        failures.forEach((text, failure) -> explained.put(text, explain(text, refined(failure, findings.get(text)))));
        return explained;
    }

    private static Unparsable refined(Unparsable failure, SyntaxCheck.@Nullable Finding finding) {
        return finding == null ? failure : new Unparsable(failure.path(), finding.line(), finding.message());
    }

    private Unparsable explain(PythonText text, Unparsable failure) {
        if (failure.line() == 0) {
            return failure;
        }
        List<String> lines = TextForm.of(text.text()).normalised().lines().toList();
        if (failure.line() > lines.size()) {
            return failure;
        }
        String cause = NewerSyntax.explain(lines.get(failure.line() - 1), failure.cause(), interpreter)
                .orElse(failure.cause());
        return new Unparsable(failure.path(), failure.line(), cause);
    }
}
