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
package dev.asyncpersistence.edit;

import dev.asyncpersistence.model.read.FStringFields;
import dev.asyncpersistence.model.read.FStringFields.FieldCall;
import dev.asyncpersistence.plan.change.CallChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openrewrite.java.tree.J;

/** Edits calls in the replacement fields of an f-string that the tree holds as one literal. */
final class FStringEditor {
    private FStringEditor() {}

    private record TextEdit(int start, int end, String text) {}

    static J.Literal edit(J.Literal literal, Map<UUID, CallChange> edits) {
        String source = literal.getValueSource();
        if (source == null) {
            return literal;
        }
        List<TextEdit> changes = new ArrayList<>();
        for (FieldCall call : FStringFields.calls(literal.getId(), source)) {
            CallChange edit = edits.get(call.id());
            if (edit != null) {
                addChanges(call, edit, source, changes);
            }
        }
        if (changes.isEmpty()) {
            return literal;
        }
        StringBuilder result = new StringBuilder(source);
        // From the end, so that offsets before an edit stay valid; of two at one place the later added is applied
        // first.
        changes.sort(Comparator.comparingInt(TextEdit::start).reversed());
        changes.forEach(change -> result.replace(change.start(), change.end(), change.text()));
        return literal.withValueSource(result.toString());
    }

    private static void addChanges(FieldCall call, CallChange edit, String source, List<TextEdit> changes) {
        if (!edit.keywords().isEmpty()) {
            throw new IllegalArgumentException("arguments in an f-string aren't read: " + edit);
        }
        boolean primary = call.end() < source.length() && ".[(".indexOf(source.charAt(call.end())) >= 0;
        String callee = source.substring(call.start(), call.argumentStart() - 1);
        String replaced = switch (edit.kind()) {
            case AWAIT -> callee + "(";
            case TO_THREAD -> "asyncio.to_thread(" + callee + (call.arguments().isEmpty() ? "" : ", ");
            case AWAIT_TARGET -> edit.target() + "(";
            case AWAIT_METHOD -> callee.substring(0, callee.lastIndexOf('.') + 1) + edit.target() + "(";
            case RUN -> callee + "(";
            case AWAIT_ARGUMENT, ENTER, MAKE_ASYNC, MAKE_LIST ->
                throw new IllegalArgumentException("no edit in an f-string: " + edit);
        };
        boolean run = edit.kind() == CallChange.Kind.RUN;
        String before = run ? "asyncio.run(" : primary ? "(await " : "await ";
        changes.add(new TextEdit(call.start(), call.argumentStart(), before + replaced));
        if (run || primary) {
            changes.add(new TextEdit(call.end(), call.end(), ")"));
        }
    }
}
