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

import dev.asyncpersistence.plan.change.Change;
import dev.asyncpersistence.plan.change.KeywordChange;
import dev.asyncpersistence.plan.change.TextChange;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.tree.Py;

/** Changes names that stand in texts, or as keywords, in the arguments of calls. */
final class TextEditor extends PythonVisitor<List<TextChange>> {
    private final List<Change> changes;

    private TextEditor(List<Change> changes) {
        this.changes = changes;
    }

    static Py.CompilationUnit edit(Py.CompilationUnit tree, List<Change> changes) {
        List<Change> ours = changes.stream()
                .filter(each -> each instanceof TextChange || each instanceof KeywordChange)
                .toList();
        return ours.isEmpty() ? tree : (Py.CompilationUnit) new TextEditor(ours).visitNonNull(tree, List.of());
    }

    @Override
    public J visitMethodInvocation(J.MethodInvocation call, List<TextChange> around) {
        J.MethodInvocation result =
                (J.MethodInvocation) super.visitMethodInvocation(call, withThoseOf(call.getId(), around));
        return result.withArguments(ListUtils.map(result.getArguments(), each -> keyword(each, call.getId())));
    }

    @Override
    public J visitAnnotation(J.Annotation decorator, List<TextChange> around) {
        J.Annotation result = (J.Annotation) super.visitAnnotation(decorator, withThoseOf(decorator.getId(), around));
        return result.getArguments() == null
                ? result
                : result.withArguments(ListUtils.map(result.getArguments(), each -> keyword(each, decorator.getId())));
    }

    private List<TextChange> withThoseOf(UUID call, List<TextChange> around) {
        List<TextChange> own = changes.stream()
                .filter(TextChange.class::isInstance)
                .map(TextChange.class::cast)
                .filter(each -> each.call().equals(call))
                .collect(Collectors.toCollection(ArrayList::new));
        own.addAll(around);
        return own;
    }

    private Expression keyword(Expression argument, UUID call) {
        if (argument instanceof Py.NamedArgument named) {
            for (Change change : changes) {
                if (change instanceof KeywordChange each
                        && each.call().equals(call)
                        && named.getName().getSimpleName().equals(each.from())) {
                    return named.withName(named.getName().withSimpleName(each.to()));
                }
            }
        }
        return argument;
    }

    @Override
    public J visitLiteral(J.Literal literal, List<TextChange> around) {
        J.Literal result = (J.Literal) super.visitLiteral(literal, around);
        for (TextChange change : around) {
            String source = result.getValueSource();
            if (change.from().equals(result.getValue()) && source != null) {
                return result.withValue(change.to()).withValueSource(source.replace(change.from(), change.to()));
            }
        }
        return result;
    }
}
