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
package dev.asyncpersistence.plan.leftover;

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** How often each name, or chain of names, is read in each scope, called or not; and how often still, once code is gone. */
final class Reads {
    private final Map<Read, Integer> counts = new LinkedHashMap<>();

    record Read(Expr expr, String scope) {}

    Reads(Program program, Set<CallSite> moved) {
        for (ModuleModel module : program.modules()) {
            for (Reference reference : module.allReferences()) {
                counts.merge(new Read(reference.expr(), reference.scope()), 1, Integer::sum);
            }
            for (CallSite site : module.allCalls()) {
                if (!moved.contains(site)) {
                    counts.merge(new Read(site.call().callee(), site.scope()), 1, Integer::sum);
                }
            }
        }
    }

    boolean anyLeft(Predicate<Read> matching) {
        return counts.entrySet().stream().anyMatch(each -> each.getValue() > 0 && matching.test(each.getKey()));
    }

    /** Takes out what an expression reads that goes. */
    void remove(Expr expr, String scope) {
        change(expr, scope, -1);
    }

    /** Takes a removal back. */
    void putBack(Expr expr, String scope) {
        change(expr, scope, 1);
    }

    private void change(Expr expr, String scope, int by) {
        if (expr instanceof Expr.AnyOf anyOf) {
            anyOf.options().forEach(option -> change(option, scope, by));
        } else {
            Expr read = expr instanceof Expr.Call call ? call.callee() : expr;
            counts.computeIfPresent(new Read(read, scope), (key, count) -> count + by);
        }
    }

    /** The attributes of a chain, and the chains they are taken from. */
    static List<Expr.Attribute> attributes(Expr chain) {
        List<Expr.Attribute> result = new ArrayList<>();
        for (Expr each = chain; each instanceof Expr.Attribute attribute; each = attribute.value()) {
            result.add(attribute);
        }
        return result;
    }
}
