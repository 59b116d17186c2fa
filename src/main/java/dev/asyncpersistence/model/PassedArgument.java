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
package dev.asyncpersistence.model;

import org.jspecify.annotations.Nullable;

/**
 * What a call passes for a parameter.
 *
 * @param value null if nothing is passed
 * @param index of the argument in the call, keyword arguments counted
 * @param known false where {@code *args} or {@code **kwargs} may pass anything
 */
public record PassedArgument(@Nullable Expr value, int index, boolean known) {
    private static final PassedArgument NONE = new PassedArgument(null, -1, true);

    public static final PassedArgument UNKNOWN = new PassedArgument(null, -1, false);

    /**
     * Looks at a call.
     *
     * @param position of the parameter among those given by position; negative if it takes keywords only
     */
    public static PassedArgument of(Expr.Call call, String parameter, int position) {
        int positional = 0;
        boolean open = false;
        for (int i = 0; i < call.arguments().size(); i++) {
            Expr.Argument argument = call.arguments().get(i);
            if (parameter.equals(argument.keyword())) {
                return new PassedArgument(argument.value(), i, true);
            }
            if (argument.stars() > 0) {
                open = true;
            } else if (argument.keyword() == null) {
                if (positional == position && !open) {
                    return new PassedArgument(argument.value(), i, true);
                }
                positional++;
            }
        }
        return open ? UNKNOWN : NONE;
    }
}
