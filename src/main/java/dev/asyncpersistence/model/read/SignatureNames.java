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
package dev.asyncpersistence.model.read;

import dev.asyncpersistence.model.SignatureName;
import dev.asyncpersistence.model.SignatureName.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.marker.Quoted;
import org.openrewrite.python.tree.Py;

/** Collects the names in parameters and return annotation. Says rather too many than too few: what is bound nowhere does no harm. */
final class SignatureNames extends PythonVisitor<Kind> {
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[^\\W\\d]\\w*", Pattern.UNICODE_CHARACTER_CLASS);

    private final Set<SignatureName> found = new LinkedHashSet<>();

    private SignatureNames() {}

    static List<SignatureName> of(J.MethodDeclaration function) {
        SignatureNames names = new SignatureNames();
        for (Statement each : function.getParameters()) {
            if (each instanceof J.VariableDeclarations parameter) {
                names.visit(parameter.getTypeExpression(), Kind.ANNOTATION);
                names.visit(parameter.getVariables().get(0).getInitializer(), Kind.DEFAULT_VALUE);
            }
        }
        names.visit(function.getReturnTypeExpression(), Kind.ANNOTATION);
        return List.copyOf(new ArrayList<>(names.found));
    }

    @Override
    public J visitIdentifier(J.Identifier identifier, Kind kind) {
        if (identifier.getMarkers().findFirst(Quoted.class).isPresent()) {
            addQuoted(identifier.getSimpleName());
        } else {
            found.add(new SignatureName(identifier.getSimpleName(), kind));
        }
        return identifier;
    }

    @Override
    public J visitLiteral(J.Literal literal, Kind kind) {
        if (kind == Kind.ANNOTATION && literal.getValue() instanceof String text) {
            addQuoted(text);
        }
        return literal;
    }

    private void addQuoted(String text) {
        Matcher names = NAME.matcher(text);
        names.results().map(MatchResult::group).forEach(name -> found.add(new SignatureName(name, Kind.QUOTED)));
    }

    // --- names that are none of their own

    @Override
    public J visitFieldAccess(J.FieldAccess access, Kind kind) {
        visit(access.getTarget(), kind);
        return access;
    }

    @Override
    public J visitMethodInvocation(J.MethodInvocation call, Kind kind) {
        visit(call.getSelect() == null ? call.getName() : call.getSelect(), kind);
        call.getArguments().forEach(each -> visit(each, kind));
        return call;
    }

    @Override
    public J visitNamedArgument(Py.NamedArgument argument, Kind kind) {
        visit(argument.getValue(), kind);
        return argument;
    }
}
