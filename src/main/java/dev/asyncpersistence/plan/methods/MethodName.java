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
package dev.asyncpersistence.plan.methods;

import dev.asyncpersistence.layer.Layer;
import dev.asyncpersistence.layer.LayerMethod;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A method as users name it: {@code load}, {@code PersistenceLayer.load} or {@code app.db.PersistenceLayer.load}.
 *
 * @param owner the class or module, or the end of its qualified name; empty if it isn't said
 */
public record MethodName(String owner, String name) {
    static MethodName of(String text) {
        int dot = text.lastIndexOf('.');
        return new MethodName(dot < 0 ? "" : text.substring(0, dot), text.substring(dot + 1));
    }

    /** Whether a method is meant, by its own name or by that of its async version. */
    boolean means(Layer layer, LayerMethod method) {
        return means(
                        method.name(),
                        Stream.of(layer.qualifiedName(), method.function().className()))
                || Stream.of(method.counterpart(), method.variant())
                        .filter(Objects::nonNull)
                        .map(LayerMethod.Counterpart::function)
                        .anyMatch(f -> means(f.name(), Stream.of(layer.qualifiedName(), f.className())));
    }

    private boolean means(String method, Stream<@Nullable String> owners) {
        return name.equals(method)
                && (owner.isEmpty() || owners.anyMatch(o -> o != null && (o.equals(owner) || o.endsWith("." + owner))));
    }

    @Override
    public String toString() {
        return owner.isEmpty() ? name : owner + "." + name;
    }
}
