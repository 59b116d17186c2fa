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
package dev.asyncpersistence;

import dev.asyncpersistence.plan.methods.MethodRequest;
import dev.asyncpersistence.plan.methods.MethodsPlan;
import dev.asyncpersistence.plan.methods.Profile;
import dev.asyncpersistence.report.FileTables;
import dev.asyncpersistence.report.MethodTables;
import dev.asyncpersistence.run.MigrationRun;
import dev.asyncpersistence.run.Outcome;
import dev.asyncpersistence.run.RunState;
import dev.asyncpersistence.run.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;
import org.openrewrite.Validated;

/**
 * Ranks the blocking methods that have no async version by how much they are called, and writes those that are asked for: as coroutines that run the
 * sync method on a thread, for a person to replace by a real query. A migration then awaits them.
 */
@Value
@EqualsAndHashCode(callSuper = false)
public class AddAsyncLayerMethods extends EditingRecipe<MethodsPlan> {
    transient MethodTables tables = new MethodTables(this);
    transient FileTables fileTables = new FileTables(this);

    @Option(
            displayName = "Sync layer",
            description =
                    "Fully qualified class, or module of functions, whose blocking methods are ranked; several are separated by `;`."
                            + " Found from the sources when empty.",
            example = "app.db.PersistenceLayer",
            required = false)
    @Nullable
    String syncLayer;

    @Option(
            displayName = "Async layer",
            description = "Fully qualified class that offers the same as coroutines. Found by its name when empty.",
            example = "app.db.AsyncPersistenceLayer",
            required = false)
    @Nullable
    String asyncLayer;

    @Option(
            displayName = "Renames",
            description = "Methods that have another name in the async layer, as `sync=async` pairs separated by `;`.",
            example = "get_player=get_player_by_id",
            required = false)
    @Nullable
    String renames;

    @Option(
            displayName = "Python",
            description =
                    "The Python interpreter to parse with. The project's virtual environment, otherwise the one on the `PATH`, when empty.",
            example = "/usr/bin/python3.12",
            required = false)
    @Nullable
    String python;

    @Option(
            displayName = "Catalogue",
            description = "Path of a YAML file with more calls that block, or that don't, in the form of `calls.yml`.",
            example = "persistence-calls.yml",
            required = false)
    @Nullable
    String catalogue;

    @Option(
            displayName = "Top",
            description =
                    "How many methods to write, from the first of the ranking on. Those that can't be written don't count,"
                            + " those that an earlier run has written do, so that a second run writes no more.",
            example = "5",
            required = false)
    @Nullable
    Integer top;

    @Option(
            displayName = "Methods",
            description = "Methods to write whatever their rank, separated by `;`.",
            example = "get_item;PersistenceLayer.save_item",
            required = false)
    @Nullable
    String methods;

    @Option(
            displayName = "Profile",
            description = "Path of a CSV file with lines `method,calls`, such as monitoring gives; a header is allowed."
                    + " These calls count before call sites do.",
            example = "profile.csv",
            required = false)
    @Nullable
    String profile;

    String displayName = "Add the methods that the async layer lacks";
    String description =
            "Ranks the blocking methods of a persistence layer that have no async version by how much they are called, and writes those that are"
                    + " asked for: coroutines that run the sync method on a thread, to be replaced by real queries. Only ranks without `top` and `methods`.";
    Set<String> tags = Set.of("asyncio", "persistence");
    Duration estimatedEffortPerOccurrence = Duration.ofMinutes(15);

    @Override
    Outcome<MethodsPlan> run(RunState<MethodsPlan> state) {
        Settings settings = Settings.of(syncLayer, asyncLayer, renames, python, catalogue);
        return new MigrationRun(settings, PROJECT).addMethods(state.sources(), request());
    }

    private MethodRequest request() {
        return MethodRequest.of(top, Settings.parts(methods), profile == null ? null : read(profile));
    }

    private static Profile read(String path) {
        try {
            return Profile.parse(path, Files.readString(PROJECT.resolve(path)));
        } catch (IOException e) {
            throw new UncheckedIOException("Option profile names `" + path + "`, which can't be read", e);
        }
    }

    @Override
    void insert(MethodsPlan plan, ExecutionContext ctx) {
        tables.insert(plan, ctx);
    }

    @Override
    List<String> summary(MethodsPlan plan) {
        return MethodTables.summary(plan);
    }

    @Override
    public Validated<Object> validate() {
        return super.validate()
                .and(LayerOptionRules.check(renames, catalogue))
                .and(LayerOptionRules.isFile("profile", "CSV file", "the call sites", profile))
                .and(Validated.test(
                        "top", "must be 1 or more; leave it out to rank only", top, n -> n == null || n > 0));
    }
}
