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
package dev.asyncpersistence.layer;

import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Parameter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares the parameters of two functions. */
final class Signatures {
    private Signatures() {}

    /** Why a call that is valid for {@code from} may not be valid for {@code to}; null if it always is. */
    static @Nullable String mismatch(FunctionModel from, FunctionModel to) {
        List<Parameter> given = from.callParameters();
        List<Parameter> wanted = to.callParameters();
        for (int i = 0; i < given.size(); i++) {
            Parameter parameter = given.get(i);
            Parameter other = find(wanted, parameter);
            if (other == null) {
                return "`" + to.name() + "` has no parameter `" + parameter.name() + "`";
            }
            boolean positional =
                    parameter.kind() != Parameter.Kind.KEYWORD_ONLY && parameter.kind() != Parameter.Kind.VAR_KEYWORD;
            if (positional && wanted.indexOf(other) != i) {
                return "`" + to.name() + "` takes `" + parameter.name() + "` at another position";
            }
            if (!takes(other.kind(), parameter.kind())) {
                return "`" + to.name() + "` takes `" + parameter.name() + "` in another way";
            }
            if (!parameter.isRequired() && other.isRequired()) {
                return "`" + to.name() + "` has no default for `" + parameter.name() + "`";
            }
            if (!parameter.isRequired() && !Objects.equals(parameter.defaultValue(), other.defaultValue())) {
                return "`" + to.name() + "` has another default for `" + parameter.name() + "`";
            }
        }
        for (Parameter parameter : wanted) {
            if (parameter.isRequired() && find(given, parameter) == null) {
                return "`" + to.name() + "` also requires `" + parameter.name() + "`";
            }
        }
        return null;
    }

    /** Whether what is passed to a parameter of one kind can be passed to one of another kind at the same place. */
    private static boolean takes(Parameter.Kind wanted, Parameter.Kind given) {
        return wanted == given
                || (wanted == Parameter.Kind.POSITIONAL_OR_KEYWORD
                        && (given == Parameter.Kind.POSITIONAL_ONLY || given == Parameter.Kind.KEYWORD_ONLY));
    }

    /** The parameter of the same name; what {@code *args} and {@code **kwargs} are called says nothing. */
    private static @Nullable Parameter find(List<Parameter> parameters, Parameter like) {
        boolean collects = like.kind() == Parameter.Kind.VAR_POSITIONAL || like.kind() == Parameter.Kind.VAR_KEYWORD;
        return parameters.stream()
                .filter(p -> collects ? p.kind() == like.kind() : p.name().equals(like.name()))
                .findFirst()
                .orElse(null);
    }
}
