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

/** Keyword arguments of a call, those of dict literals included: {@code f(a=1, **{"b.c": 2})}. */
public final class Keywords {
    private Keywords() {}

    /** The value passed by a keyword; null if there is none. */
    public static @Nullable Expr of(Expr.Call call, String keyword) {
        for (Expr.Argument argument : call.arguments()) {
            if (keyword.equals(argument.keyword())) {
                return argument.value();
            }
            Expr unpacked = argument.stars() == 2 ? item(argument.value(), keyword) : null;
            if (unpacked != null) {
                return unpacked;
            }
        }
        return null;
    }

    private static @Nullable Expr item(Expr dict, String key) {
        if (dict instanceof Expr.Display display) {
            int index = display.keys().indexOf(new Expr.Text(key));
            return index < 0 ? null : display.elements().get(index);
        }
        return null;
    }

    /** The value passed by position; null if there is none. */
    public static @Nullable Expr at(Expr.Call call, int position) {
        boolean positional = call.arguments().size() > position
                && call.arguments().subList(0, position + 1).stream()
                        .allMatch(each -> each.keyword() == null && each.stars() == 0);
        return positional ? call.arguments().get(position).value() : null;
    }

    /** The value passed by position or by keyword; null if there is none. */
    public static @Nullable Expr at(Expr.Call call, int position, String keyword) {
        Expr value = at(call, position);
        return value == null ? of(call, keyword) : value;
    }
}
