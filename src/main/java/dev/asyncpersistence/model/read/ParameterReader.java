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

import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.python.marker.KeywordArguments;
import org.openrewrite.python.marker.KeywordOnlyArguments;

/**
 * Formal parameters of a {@code def}.
 *
 * @param bindings the names they bind in the body
 */
record ParameterReader(List<Parameter> parameters, Map<String, Binding> bindings) {

    static ParameterReader read(J.MethodDeclaration method, String qualifiedName) {
        List<Parameter> parameters = new ArrayList<>();
        Parameter.Kind plain = Parameter.Kind.POSITIONAL_OR_KEYWORD;
        for (Statement statement : method.getParameters()) {
            if (!(statement instanceof J.VariableDeclarations declaration)) {
                continue;
            }
            J.VariableDeclarations.NamedVariable variable =
                    declaration.getVariables().get(0);
            String name = variable.getSimpleName();
            if (declaration.getMarkers().findFirst(KeywordOnlyArguments.class).isPresent()) {
                plain = Parameter.Kind.KEYWORD_ONLY;
            } else if (name.equals("/")) {
                parameters.replaceAll(ParameterReader::positionalOnly);
            } else {
                Parameter.Kind kind = kind(declaration, plain);
                parameters.add(new Parameter(
                        name,
                        kind,
                        ExprReader.readAnnotation(declaration.getTypeExpression()),
                        variable.getInitializer() == null ? null : ExprReader.read(variable.getInitializer()),
                        LiteralReader.read(variable.getInitializer())));
                plain = kind == Parameter.Kind.VAR_POSITIONAL ? Parameter.Kind.KEYWORD_ONLY : plain;
            }
        }
        return new ParameterReader(List.copyOf(parameters), bindings(parameters, qualifiedName));
    }

    /** The names that a lambda's parameters bind. */
    static List<String> names(List<? extends J> parameters) {
        return parameters.stream()
                .filter(J.VariableDeclarations.class::isInstance)
                .flatMap(each -> ((J.VariableDeclarations) each).getVariables().stream())
                .map(J.VariableDeclarations.NamedVariable::getSimpleName)
                .filter(name -> !name.isEmpty() && !name.equals("/") && !name.equals("*"))
                .toList();
    }

    private static Parameter positionalOnly(Parameter parameter) {
        return new Parameter(
                parameter.name(),
                Parameter.Kind.POSITIONAL_ONLY,
                parameter.annotation(),
                parameter.defaultValue(),
                parameter.defaultLiteral());
    }

    private static Parameter.Kind kind(J.VariableDeclarations declaration, Parameter.Kind plain) {
        if (declaration.getMarkers().findFirst(KeywordArguments.class).isPresent()) {
            return Parameter.Kind.VAR_KEYWORD;
        }
        return declaration.getVarargs() != null ? Parameter.Kind.VAR_POSITIONAL : plain;
    }

    private static Map<String, Binding> bindings(List<Parameter> parameters, String qualifiedName) {
        Map<String, Binding> result = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            Expr value = parameter.defaultValue() == null ? Expr.Opaque.VALUE : parameter.defaultValue();
            result.put(
                    parameter.name(),
                    new Binding(Binding.Kind.PARAMETER, value, parameter.annotation(), qualifiedName));
        }
        return result;
    }

    /** The name that methods use for their instance; null in static methods and functions without parameters. */
    @Nullable
    String selfName(List<Expr> decorators) {
        boolean isStatic = decorators.stream().anyMatch(d -> "staticmethod".equals(d.dotted()));
        return isStatic || parameters.isEmpty() ? null : parameters.get(0).name();
    }
}
