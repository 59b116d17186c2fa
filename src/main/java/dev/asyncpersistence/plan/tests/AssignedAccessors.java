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

import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.change.NameChange;
import dev.asyncpersistence.plan.doubles.Doubles;
import dev.asyncpersistence.plan.doubles.Replacement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Functions of modules that tests assign to: {@code app.get_layer = Mock()}, and whatever else a file says of them. */
final class AssignedAccessors {
    private final Resolver resolver;
    private final Doubles doubles;
    private final TestContexts contexts;
    private final List<Chain> chains;
    private final MadeMocks made;
    private final TestEdits edits;

    AssignedAccessors(
            Resolver resolver,
            Doubles doubles,
            TestContexts contexts,
            List<Chain> chains,
            MadeMocks made,
            TestEdits edits) {
        this.resolver = resolver;
        this.doubles = doubles;
        this.contexts = contexts;
        this.chains = chains;
        this.made = made;
        this.edits = edits;
    }

    /** A place where a file speaks of one. */
    private record Mention(Chain chain, int behind) {}

    /**
     * Has a function of the tests assign to another name, and put back what was there.
     *
     * @return false if it is spoken of where no test assigns to it: something else may be kept or put back there
     */
    boolean rename(Replacement replacement, String name) {
        String path = resolver.program().moduleOf(replacement.scope()).path();
        Set<ModuleModel> owners = MovedAccessors.modules(doubles.replacements().owners(replacement).stream());
        List<Mention> all = chains.stream()
                .filter(chain -> chain.path().equals(path))
                .flatMap(chain -> IntStream.range(0, chain.attributes().size())
                        .filter(behind ->
                                isOf(chain.attributes().get(behind), chain.scope(), replacement.attr(), owners))
                        .mapToObj(behind -> new Mention(chain, behind)))
                .toList();
        Set<String> assigning = all.stream()
                .filter(each -> each.behind() == 0 && each.chain().assigned() != null)
                .map(each -> each.chain().scope())
                .filter(scope -> resolver.program().function(scope) != null
                        && !contexts.tests(scope).isEmpty())
                .collect(Collectors.toSet());
        if (!all.stream().allMatch(each -> assigning.contains(each.chain().scope()))) {
            return false;
        }
        all.stream()
                .filter(each -> each.chain().scope().equals(replacement.scope()))
                .forEach(each -> edits.add(
                        path,
                        replacement.scope(),
                        new NameChange(each.chain().node(), each.behind(), name),
                        replacement));
        if (replacement.statement() != null) {
            made.rename(replacement.statement(), name);
        }
        return true;
    }

    private boolean isOf(Expr.Attribute attribute, String scope, String attr, Set<ModuleModel> owners) {
        return attribute.attr().equals(attr)
                && MovedAccessors.modules(resolver.resolve(attribute.value(), scope).stream()
                                .map(Resolved::value))
                        .stream()
                        .anyMatch(owners::contains);
    }
}
