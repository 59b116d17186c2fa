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
package dev.asyncpersistence.plan.doubles;

import dev.asyncpersistence.model.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code type("App", (), {"state": state})}: a class that is made where it is used. */
public final class AnonymousClass {
    private AnonymousClass() {}

    /** The dict of a class's attributes; null if a call makes no class. */
    private static Expr.@Nullable Display attributes(Expr.Call call) {
        List<Expr.Argument> arguments = call.arguments();
        return call.callee() instanceof Expr.Name name
                        && name.id().equals("type")
                        && arguments.size() == 3
                        && arguments.get(2).value() instanceof Expr.Display dict
                ? dict
                : null;
    }

    static boolean isMade(Expr.Call call) {
        return attributes(call) != null;
    }

    /** An attribute of the class; null if there is none, or no class. */
    static @Nullable Expr attribute(Expr.Call call, String name) {
        Expr.Display dict = attributes(call);
        for (int i = 0; dict != null && i < dict.keys().size(); i++) {
            if (dict.keys().get(i) instanceof Expr.Text key && key.value().equals(name)) {
                return dict.elements().get(i);
            }
        }
        return null;
    }

    /** Whether a lambda is a method of the class that a call makes. */
    public static boolean hasMethod(Expr.Call call, Expr.Lambda lambda) {
        Expr.Display dict = attributes(call);
        return dict != null
                && dict.elements().stream()
                        .anyMatch(each -> each instanceof Expr.Opaque opaque && lambda.equals(opaque.lambda()));
    }
}
