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
import dev.asyncpersistence.plan.change.RequestChange;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JLeftPadded;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.java.tree.TypeTree;
import org.openrewrite.marker.Marker;
import org.openrewrite.marker.Markers;
import org.openrewrite.python.marker.KeywordArguments;
import org.openrewrite.python.marker.KeywordOnlyArguments;

/** Adds a parameter to a function where calls by position don't notice it. */
final class AddedParameters {
    private AddedParameters() {}

    static J.MethodDeclaration to(J.MethodDeclaration function, ParameterChange change, String lineEnd) {
        return ArgumentLists.withParameters(
                function, list -> list.with(index(list.elements(), change), declaration(change), lineEnd));
    }

    /** Before a lone {@code *} and before {@code **kwargs}, but behind {@code *args}, which takes all positions, and what follows it. */
    private static int index(List<Statement> parameters, ParameterChange change) {
        for (int i = 0; i < parameters.size(); i++) {
            Statement parameter = parameters.get(i);
            if (change.behind() != null && change.behind().equals(name(parameter))) {
                return i + 1;
            }
            if (change.behind() == null
                    && (is(KeywordOnlyArguments.class, parameter) || is(KeywordArguments.class, parameter))) {
                return i;
            }
        }
        return parameters.size();
    }

    /** A parameter for a fixture: without a default, so before those that have one. */
    static J.MethodDeclaration to(J.MethodDeclaration function, RequestChange change, String lineEnd) {
        TypeTree type = change.annotation() == null
                ? null
                : (TypeTree) ExprTrees.name(change.annotation()).withPrefix(Space.SINGLE_SPACE);
        return ArgumentLists.withParameters(
                function,
                list -> list.with(placeOfRequest(list.elements()), declaration(change.name(), type, null), lineEnd));
    }

    /** Fixtures are passed by keyword. */
    private static int placeOfRequest(List<Statement> parameters) {
        int index = required(parameters);
        if (parameters.subList(index, parameters.size()).stream()
                .anyMatch(each -> name(each).equals("/"))) {
            throw new IllegalArgumentException("A parameter without a default has no place behind those by position");
        }
        return index;
    }

    private static int required(List<Statement> parameters) {
        for (int i = 0; i < parameters.size(); i++) {
            boolean optional = !(parameters.get(i) instanceof J.VariableDeclarations declaration)
                    || declaration.getVariables().get(0).getInitializer() != null
                    || is(KeywordOnlyArguments.class, declaration)
                    || is(KeywordArguments.class, declaration)
                    || declaration.getVarargs() != null;
            if (optional) {
                return i;
            }
        }
        return parameters.size();
    }

    private static boolean is(Class<? extends Marker> kind, Statement parameter) {
        return parameter.getMarkers().findFirst(kind).isPresent();
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
        return declaration(change.name(), type, defaultValue(change));
    }

    private static J.VariableDeclarations declaration(
            String name, @Nullable TypeTree type, @Nullable JLeftPadded<Expression> defaultValue) {
        J.VariableDeclarations.NamedVariable variable = new J.VariableDeclarations.NamedVariable(
                Tree.randomId(), Space.EMPTY, Markers.EMPTY, ExprTrees.name(name), List.of(), defaultValue, null);
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
