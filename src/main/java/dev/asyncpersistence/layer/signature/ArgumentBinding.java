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
package dev.asyncpersistence.layer.signature;

import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the parameters that the arguments of a call are passed to (language reference, section 6.3.4). */
final class ArgumentBinding {
    private final List<Parameter> parameters;

    private ArgumentBinding(List<Parameter> parameters) {
        this.parameters = parameters;
    }

    /** The parameter of each argument, none of which may have stars; null if the function can't be called in this way. */
    static @Nullable List<Parameter> bind(List<Parameter> parameters, List<Expr.Argument> arguments) {
        ArgumentBinding binding = new ArgumentBinding(parameters);
        List<Parameter> result = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String keyword = arguments.get(i).keyword();
            Parameter parameter = keyword == null ? binding.atPosition(i) : binding.named(keyword);
            if (parameter == null || (parameter.isNamed() && result.contains(parameter))) {
                return null;
            }
            result.add(parameter);
        }
        boolean complete = parameters.stream().allMatch(p -> !p.isRequired() || result.contains(p));
        return complete ? result : null;
    }

    private @Nullable Parameter atPosition(int position) {
        List<Parameter> positional =
                parameters.stream().filter(Parameter::takesPosition).toList();
        if (positional.isEmpty()) {
            return null;
        }
        Parameter last = positional.get(positional.size() - 1);
        return position < positional.size()
                ? positional.get(position)
                : last.kind() == Parameter.Kind.VAR_POSITIONAL ? last : null;
    }

    private @Nullable Parameter named(String keyword) {
        return parameters.stream()
                .filter(p -> p.takesKeyword() && p.name().equals(keyword))
                .findFirst()
                .orElseGet(() -> parameters.stream()
                        .filter(p -> p.kind() == Parameter.Kind.VAR_KEYWORD)
                        .findFirst()
                        .orElse(null));
    }
}
