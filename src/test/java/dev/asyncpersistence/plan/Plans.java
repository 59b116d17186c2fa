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
package dev.asyncpersistence.plan;

import dev.asyncpersistence.layer.CallCatalogue;
import dev.asyncpersistence.layer.LayerOptions;
import dev.asyncpersistence.layer.LayerReader;
import dev.asyncpersistence.model.Programs;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.graph.UnreadFiles;

/** Plans of programs that are given as text. */
public final class Plans {
    private Plans() {}

    /** The plan for files given as path, text, path, text and so on, with the layers found. */
    public static MigrationPlan of(String... pathsAndTexts) {
        Resolver resolver = new Resolver(Programs.of(pathsAndTexts));
        return new Planner(
                        resolver,
                        new LayerReader(resolver, CallCatalogue.standard(), LayerOptions.FOUND).read(),
                        CallCatalogue.standard(),
                        UnreadFiles.NONE)
                .plan();
    }
}
