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
package dev.asyncpersistence.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what expressions resolve to. A question that comes up while it is being answered gets what is known so far; the outermost
 * question is then asked again until the answers stay the same. So definitions in a circle cost little more than others.
 */
final class Answers {
    /** Longer chains than this are not met in practice; the limit keeps the stack small. */
    private static final int MAX_DEPTH = 100;

    /** Answers settle after two or three rounds; the limit is for those that would change back and forth. */
    private static final int MAX_ROUNDS = 10;

    private final BiFunction<Expr, String, List<Resolved>> compute;
    private final Map<Question, List<Resolved>> settled = new HashMap<>();
    private final Set<Question> open = new HashSet<>();
    private Map<Question, List<Resolved>> previous = new HashMap<>();
    private Map<Question, List<Resolved>> current = new HashMap<>();
    private boolean circular;

    Answers(BiFunction<Expr, String, List<Resolved>> compute) {
        this.compute = compute;
    }

    /** An expression is the same only where it stands: its identity counts. */
    private record Question(Expr expr, String scope) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Question that && expr == that.expr && scope.equals(that.scope);
        }

        @Override
        public int hashCode() {
            return Objects.hash(System.identityHashCode(expr), scope);
        }
    }

    List<Resolved> get(Expr expr, String scope) {
        Question question = new Question(expr, scope);
        List<Resolved> known = settled.get(question);
        if (known != null) {
            return known;
        }
        List<Resolved> provisional = current.get(question);
        if (provisional != null) {
            circular = true;
            return provisional;
        }
        return open.isEmpty() ? settle(question) : answer(question);
    }

    boolean isSettled(Expr expr, String scope) {
        return settled.containsKey(new Question(expr, scope));
    }

    private List<Resolved> settle(Question question) {
        for (int round = 1; ; round++) {
            circular = false;
            List<Resolved> result = answer(question);
            boolean same = current.equals(previous);
            previous = current;
            current = new HashMap<>();
            if (!circular || same || round == MAX_ROUNDS) {
                settled.putAll(previous);
                previous = new HashMap<>();
                return result;
            }
        }
    }

    private List<Resolved> answer(Question question) {
        if (open.size() >= MAX_DEPTH || !open.add(question)) {
            circular = true;
            return previous.getOrDefault(question, List.of());
        }
        boolean outer = circular;
        circular = false;
        List<Resolved> result = distinct(compute.apply(question.expr, question.scope));
        open.remove(question);
        (circular ? current : settled).put(question, result);
        circular |= outer;
        return result;
    }

    /** One entry a value, with its strongest evidence. */
    private static List<Resolved> distinct(List<Resolved> values) {
        Map<Object, Resolved> result = new LinkedHashMap<>();
        for (Resolved each : values) {
            result.merge(
                    identity(each.value()), each, (a, b) -> a.evidence().weaker(b.evidence()) == a.evidence() ? b : a);
        }
        return List.copyOf(result.values());
    }

    private static Object identity(Value value) {
        if (value instanceof Value.Instance instance) {
            return "instance " + instance.type().qualifiedName();
        }
        if (value instanceof Value.ClassObject type) {
            return "class " + type.type().qualifiedName();
        }
        if (value instanceof Value.FunctionObject function) {
            @Nullable ClassModel receiver = function.receiver();
            return function.function().qualifiedName() + (receiver == null ? "" : " on " + receiver.qualifiedName());
        }
        if (value instanceof Value.ModuleObject module) {
            return "module " + module.module().path();
        }
        return value;
    }
}
