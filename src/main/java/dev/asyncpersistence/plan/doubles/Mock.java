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
import dev.asyncpersistence.model.Keywords;
import dev.asyncpersistence.model.Program;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call that makes a mock.
 *
 * @param scope qualified name of the scope that the call stands in
 * @param home qualified name of the function that it is made for: of a decorator, the decorated one; otherwise the scope
 */
public record Mock(Expr.Call call, String scope, String home, Kind kind) {
    /** What makes it. */
    public enum Kind {
        MOCK,
        MAGIC_MOCK,
        ASYNC_MOCK,
        /** {@code create_autospec(x)}. */
        AUTOSPEC,
        /** {@code patch("app.load")}, which makes a mock if it isn't given one. */
        PATCH,
        /** {@code patch.object(app, "load")}. */
        PATCH_OBJECT,
        /** {@code patch.multiple(app, load=DEFAULT)}. */
        PATCH_MULTIPLE,
        /** {@code types.SimpleNamespace(load=...)}: no mock, but made for the same. */
        NAMESPACE,
        /** {@code type("Store", (), {"load": ...})}: the same with a class, and for its instances. */
        CLASS;

        /** Whether it has the attributes only that it is given. */
        public boolean isClosed() {
            return this == NAMESPACE || this == CLASS;
        }

        /** Whether it puts a mock in the place of something. */
        public boolean patches() {
            return this == PATCH || this == PATCH_OBJECT || this == PATCH_MULTIPLE;
        }
    }

    public UUID id() {
        return call.id();
    }

    /** The value of a keyword argument, or an attribute of a class; null if there is none. */
    public @Nullable Expr keyword(String name) {
        return kind == Kind.CLASS ? AnonymousClass.attribute(call, name) : Keywords.of(call, name);
    }

    /** {@code patch.multiple(app, load=DEFAULT)}. */
    boolean makesForKeyword(String keyword) {
        Expr value = kind == Kind.PATCH_MULTIPLE ? keyword(keyword) : null;
        return value != null && "DEFAULT".equals(Program.lastName(value));
    }

    /** Mocks are the same where they are made. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Mock that && id().equals(that.id());
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }
}
