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
package dev.asyncpersistence.plan.tests;

import dev.asyncpersistence.model.AttributeWrite;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Reference;
import dev.asyncpersistence.model.Use;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The chains of attributes in test files. */
final class Chains {
    private Chains() {}

    static List<Chain> in(Collection<ModuleModel> modules) {
        List<Chain> result = new ArrayList<>();
        for (ModuleModel module : modules) {
            for (CallSite site : module.allCalls()) {
                result.add(new Chain(
                        site.id(),
                        site.call().callee(),
                        module.path(),
                        site.scope(),
                        Use.CALLED,
                        null,
                        null,
                        site.location()));
            }
            for (Reference each : module.allReferences()) {
                if (each.id() != null) {
                    result.add(new Chain(
                            each.id(),
                            each.expr(),
                            module.path(),
                            each.scope(),
                            each.use(),
                            null,
                            null,
                            each.location()));
                }
            }
            module.attributeWrites().forEach(each -> result.add(assigned(each, module)));
        }
        return result;
    }

    private static Chain assigned(AttributeWrite write, ModuleModel module) {
        return new Chain(
                write.id(),
                new Expr.Attribute(write.target(), write.attr()),
                module.path(),
                write.scope(),
                Use.ASSIGNED,
                write.value(),
                write.statement(),
                write.statement() == null ? null : write.statement().location());
    }
}
