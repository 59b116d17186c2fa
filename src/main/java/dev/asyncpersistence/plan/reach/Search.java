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
package dev.asyncpersistence.plan.reach;

import dev.asyncpersistence.layer.Layer;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.SourceLocation;
import dev.asyncpersistence.plan.change.Need;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One search for the async layer: what it takes so far, and why it came to nothing where it did. */
final class Search {
    private final Layer layer;
    private final ClassModel asyncType;
    private List<Need> needs = new ArrayList<>();
    private Map<Object, Expr> given = new HashMap<>();
    private String obstacle = "";

    Search(Layer layer, ClassModel asyncType) {
        this.layer = layer;
        this.asyncType = asyncType;
    }

    Layer layer() {
        return layer;
    }

    ClassModel asyncType() {
        return asyncType;
    }

    List<Need> needs() {
        return needs;
    }

    /** Why the last way that was tried leads nowhere. */
    String obstacle() {
        return obstacle;
    }

    void need(Need need) {
        if (!needs.contains(need)) {
            needs.add(need);
        }
    }

    /** What a parameter, attribute or variable was given already, or null. */
    @Nullable
    Expr given(Object subject) {
        return given.get(subject);
    }

    /** From here on, a subject counts as having the async layer: whoever leads back to it asks no further. */
    Expr give(Object subject, Expr twin) {
        given.put(subject, twin);
        return twin;
    }

    /** Notes why a way leads nowhere; the deepest reason counts. */
    @Nullable
    Expr refuse(String why) {
        if (obstacle.isEmpty()) {
            obstacle = why;
        }
        return null;
    }

    /** The same with the place that stands against it. */
    @Nullable
    Expr refuse(SourceLocation at, String why) {
        return refuse(at + ": " + why);
    }

    /** Tries a way; one that leads nowhere leaves nothing behind but its reason. */
    @Nullable
    Expr attempt(Supplier<@Nullable Expr> way) {
        List<Need> oldNeeds = new ArrayList<>(needs);
        Map<Object, Expr> oldGiven = new HashMap<>(given);
        Expr result = way.get();
        if (result == null) {
            needs = oldNeeds;
            given = oldGiven;
        }
        return result;
    }
}
