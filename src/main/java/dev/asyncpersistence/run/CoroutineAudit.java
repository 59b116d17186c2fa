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
package dev.asyncpersistence.run;

import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.SourceLocation;
import dev.asyncpersistence.plan.LostCoroutine;
import dev.asyncpersistence.plan.LostCoroutines;
import dev.asyncpersistence.plan.PlainAwaits;
import dev.asyncpersistence.plan.graph.Call;
import dev.asyncpersistence.plan.graph.Families;
import dev.asyncpersistence.plan.graph.FunctionUses;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The state of a program's awaits: coroutines that nobody awaits, and awaits of what is none. */
final class CoroutineAudit {
    private final List<Finding> findings = new ArrayList<>();

    CoroutineAudit(Collection<ModuleModel> models) {
        Resolver resolver = new Resolver(new Program(models));
        FunctionUses uses = new FunctionUses(resolver, new Families(resolver));
        for (LostCoroutine lost : new LostCoroutines(resolver.program(), uses).find()) {
            if (lost.certain()) {
                findings.add(finding(lost.call(), "a coroutine that nobody awaits: " + lost.why()));
            }
        }
        PlainAwaits.find(uses).forEach(call -> findings.add(finding(call, "an await of a plain value")));
    }

    private static Finding finding(Call call, String text) {
        return new Finding(
                call.site().location(),
                call.site().function() == null ? "" : call.site().function(),
                call.site().call().callee().display(),
                call.targets().stream().map(FunctionModel::qualifiedName).collect(Collectors.toSet()),
                text);
    }

    /**
     * Something wrong.
     *
     * @param function qualified name of the function around it
     * @param targets qualified names of the functions called
     */
    record Finding(SourceLocation location, String function, String callee, Set<String> targets, String text) {
        /** What stays the same when lines move. */
        private String key() {
            return location.path() + " " + function + " " + callee + " " + text;
        }
    }

    /** What an earlier audit has not found. */
    List<Finding> newSince(CoroutineAudit before) {
        Map<String, Integer> known = new HashMap<>();
        before.findings.forEach(each -> known.merge(each.key(), 1, Integer::sum));
        List<Finding> result = new ArrayList<>();
        for (Finding each : findings) {
            if (known.merge(each.key(), -1, Integer::sum) < 0) {
                result.add(each);
            }
        }
        return result;
    }
}
