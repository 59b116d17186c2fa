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

import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import dev.asyncpersistence.plan.doubles.Doubles;
import dev.asyncpersistence.plan.doubles.Mock;
import dev.asyncpersistence.plan.doubles.Replacement;
import dev.asyncpersistence.plan.doubles.TestDouble.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What mocks take from what they stand in for. A mock with a class as its spec gives an {@code AsyncMock} for each coroutine function of it, and
 * {@code patch} puts one in the place of a coroutine function (Python documentation, {@code unittest.mock}).
 */
final class Specs {
    private final Resolver resolver;
    private final Doubles doubles;
    private final Afterwards afterwards;
    private final Set<String> moved;

    /**
     * Looks at nothing yet.
     *
     * @param moved the new names of methods; specs get them where they have the old ones
     */
    Specs(Resolver resolver, Doubles doubles, Afterwards afterwards, Set<String> moved) {
        this.moved = moved;
        this.resolver = resolver;
        this.doubles = doubles;
        this.afterwards = afterwards;
    }

    /** Whether the spec makes an {@code AsyncMock} of it. */
    boolean isAsync(Part part) {
        List<FunctionModel> functions = functions(part);
        return !functions.isEmpty() && functions.stream().allMatch(afterwards::isCoroutine);
    }

    /** Whether the spec keeps an {@code AsyncMock} from making another one of it. */
    boolean isSyncPart(Part part) {
        List<FunctionModel> functions = functions(part);
        return !functions.isEmpty() && !functions.stream().allMatch(afterwards::isCoroutine);
    }

    /** Whether a spec is a list of names that has not the one by which a part is reached: nobody can ask for it. */
    boolean leavesOut(Part part) {
        Expr spec = part.mock().keyword("spec");
        spec = spec == null ? part.mock().keyword("spec_set") : spec;
        return spec instanceof Expr.Display names
                && names.elements().stream().allMatch(Expr.Text.class::isInstance)
                && !names.elements().contains(new Expr.Text(part.path().get(0)))
                && !moved.contains(part.path().get(0));
    }

    /** The functions of the project that a part of a mock has the form of; empty if it has none, or nobody knows. */
    private List<FunctionModel> functions(Part part) {
        boolean multiple =
                part.mock().kind() == Mock.Kind.PATCH_MULTIPLE && !part.path().isEmpty();
        List<Value> values = multiple ? replaced(part.mock(), part.path().get(0)) : values(part.mock());
        for (String attr : multiple ? part.path().subList(1, part.path().size()) : part.path()) {
            List<Value> next = new ArrayList<>();
            for (Value each : values) {
                if (attr.equals(Part.RESULT)) {
                    if (each instanceof Value.ClassObject made) {
                        next.add(new Value.Instance(made.type()));
                    }
                } else {
                    resolver.member(each, attr).forEach(member -> next.add(member.value()));
                }
            }
            values = next;
        }
        return values.stream()
                .filter(Value.FunctionObject.class::isInstance)
                .map(each -> ((Value.FunctionObject) each).function())
                .toList();
    }

    private List<Value> values(Mock mock) {
        return switch (mock.kind()) {
            case PATCH, PATCH_OBJECT -> replaced(mock);
            case AUTOSPEC ->
                spec(
                        mock.call().arguments().isEmpty()
                                ? null
                                : mock.call().arguments().get(0).value(),
                        mock,
                        true);
            case MOCK, MAGIC_MOCK, ASYNC_MOCK -> {
                Expr spec = mock.keyword("spec");
                spec = spec == null ? mock.keyword("spec_set") : spec;
                boolean first = spec == null
                        && !mock.call().arguments().isEmpty()
                        && mock.call().arguments().get(0).keyword() == null
                        && mock.call().arguments().get(0).stars() == 0;
                yield spec(first ? mock.call().arguments().get(0).value() : spec, mock, false);
            }
            default -> List.of();
        };
    }

    /** A spec that is a class stands for an object of it, unless it is an autospec that isn't told so. */
    private List<Value> spec(@Nullable Expr spec, Mock mock, boolean auto) {
        if (spec == null) {
            return List.of();
        }
        boolean instance = !auto || new Expr.Name("True").equals(mock.keyword("instance"));
        List<Value> result = new ArrayList<>();
        for (Resolved each : resolver.resolve(spec, mock.scope())) {
            result.add(
                    instance && each.value() instanceof Value.ClassObject type
                            ? new Value.Instance(type.type())
                            : each.value());
        }
        return result;
    }

    /** What {@code patch.multiple} takes the place of by one of its keywords. */
    private List<Value> replaced(Mock mock, String attr) {
        return replaced(mock).stream()
                .filter(each -> each instanceof Value.FunctionObject function
                        && function.function().name().equals(attr))
                .toList();
    }

    /** What a patch takes the place of; its parts have the form of the original's only if it is told so. */
    private List<Value> replaced(Mock mock) {
        List<Value> result = new ArrayList<>();
        for (Replacement each : doubles.replacements().all()) {
            if (each.call() != null && each.call().id().equals(mock.id())) {
                for (Value owner : doubles.replacements().owners(each)) {
                    resolver.member(owner, each.attr()).forEach(member -> result.add(member.value()));
                }
            }
        }
        boolean formed = mock.keyword("autospec") != null || mock.keyword("spec") != null;
        return formed
                ? result
                : result.stream().filter(Value.FunctionObject.class::isInstance).toList();
    }

    @Nullable
    ClassModel specClass(Mock mock) {
        return values(mock).stream()
                .filter(Value.Instance.class::isInstance)
                .map(each -> ((Value.Instance) each).type())
                .findFirst()
                .orElse(null);
    }
}
