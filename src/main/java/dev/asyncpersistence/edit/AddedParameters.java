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

import dev.asyncpersistence.plan.change.AnnotationForm;
import dev.asyncpersistence.plan.change.ParameterChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JContainer;
import org.openrewrite.java.tree.JLeftPadded;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.java.tree.TypeTree;
import org.openrewrite.marker.Markers;
import org.openrewrite.python.marker.KeywordArguments;
import org.openrewrite.python.marker.KeywordOnlyArguments;

/** Adds a parameter to a function where calls by position don't notice it. */
final class AddedParameters {
    private AddedParameters() {}

    static J.MethodDeclaration to(J.MethodDeclaration function, ParameterChange change) {
        JContainer<Statement> container = function.getPadding().getParameters();
        List<JRightPadded<Statement>> old = container.getPadding().getElements();
        Statement added = declaration(change);
        List<JRightPadded<Statement>> result;
        if (old.isEmpty() || old.get(0).getElement() instanceof J.Empty) {
            result = List.of(JRightPadded.build(added));
        } else {
            int index = index(old, change);
            result = index == 0 ? first(old, added) : Lists.with(old, index, added);
        }
        return function.getPadding().withParameters(container.getPadding().withElements(result));
    }

    private static List<JRightPadded<Statement>> first(List<JRightPadded<Statement>> old, Statement added) {
        List<JRightPadded<Statement>> result = new ArrayList<>(old);
        Space prefix = old.get(0).getElement().getPrefix();
        result.set(0, old.get(0).withElement(old.get(0).getElement().withPrefix(Space.SINGLE_SPACE)));
        result.add(0, JRightPadded.build(added.withPrefix(prefix)));
        return result;
    }

    /** Before a lone {@code *} and before {@code **kwargs}, but behind {@code *args}, which takes all positions, and what follows it. */
    private static int index(List<JRightPadded<Statement>> parameters, ParameterChange change) {
        for (int i = 0; i < parameters.size(); i++) {
            Statement parameter = parameters.get(i).getElement();
            if (change.behind() != null && change.behind().equals(name(parameter))) {
                return i + 1;
            }
            if (change.behind() == null
                    && (parameter
                                    .getMarkers()
                                    .findFirst(KeywordOnlyArguments.class)
                                    .isPresent()
                            || parameter
                                    .getMarkers()
                                    .findFirst(KeywordArguments.class)
                                    .isPresent())) {
                return i;
            }
        }
        return parameters.size();
    }

    private static String name(Statement parameter) {
        return parameter instanceof J.VariableDeclarations declaration
                ? declaration.getVariables().get(0).getSimpleName()
                : "";
    }

    private static J.VariableDeclarations declaration(ParameterChange change) {
        TypeTree type = change.annotation() == null
                ? null
                : ExprTrees.annotation(change.annotation()).withPrefix(Space.SINGLE_SPACE);
        J.VariableDeclarations.NamedVariable variable = new J.VariableDeclarations.NamedVariable(
                Tree.randomId(),
                Space.EMPTY,
                Markers.EMPTY,
                ExprTrees.name(change.name()),
                List.of(),
                defaultValue(change),
                null);
        return new J.VariableDeclarations(
                Tree.randomId(),
                Space.EMPTY,
                Markers.EMPTY,
                List.of(),
                List.of(),
                type,
                null,
                List.of(JRightPadded.build(variable)));
    }

    private static @Nullable JLeftPadded<Expression> defaultValue(ParameterChange change) {
        if (change.annotation() != null && change.annotation().shape() == AnnotationForm.Shape.ANNOTATED) {
            return null;
        }
        Expression value = change.defaultValue() == null ? ExprTrees.none() : ExprTrees.of(change.defaultValue());
        // PEP 8: spaces around `=` where there is an annotation, none where there is none.
        Space around = change.annotation() == null ? Space.EMPTY : Space.SINGLE_SPACE;
        return new JLeftPadded<>(around, value.withPrefix(around), Markers.EMPTY);
    }
}
