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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what expressions, and the like, resolve to. A question that comes up while it is being answered gets what is known so far; the outermost
 * question is then asked again until the answers stay the same. So definitions in a circle cost little more than others.
 */
public final class Answers<A> {
    /** Longer chains than this are not met in practice; the limit keeps the stack small. */
    private static final int MAX_DEPTH = 100;

    /** Answers settle after two or three rounds; the limit is for those that would change back and forth. */
    private static final int MAX_ROUNDS = 10;

    private final Function<Question, List<A>> compute;
    private final UnaryOperator<List<A>> distinct;
    private final Map<Question, List<A>> settled = new HashMap<>();
    private final Set<Question> open = new HashSet<>();
    private Map<Question, List<A>> previous = new HashMap<>();
    private Map<Question, List<A>> current = new HashMap<>();
    private boolean circular;

    /**
     * Says how answers are found.
     *
     * @param compute may ask for other answers
     * @param distinct leaves out of an answer what it says twice
     */
    public Answers(Function<Question, List<A>> compute, UnaryOperator<List<A>> distinct) {
        this.compute = compute;
        this.distinct = distinct;
    }

    /** What can be asked; it is the same question if it is equal. */
    public interface Question {}

    /**
     * What an expression is. An expression is the same only where it stands: its identity counts.
     *
     * @param scope qualified name of the scope in which its names are looked up
     */
    public record At(Expr expr, String scope) implements Question {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof At that && expr == that.expr && scope.equals(that.scope);
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(expr) + scope.hashCode();
        }
    }

    public List<A> get(Question question) {
        List<A> known = settled.get(question);
        if (known != null) {
            return known;
        }
        List<A> provisional = current.get(question);
        if (provisional != null) {
            circular = true;
            return provisional;
        }
        return open.isEmpty() ? settle(question) : answer(question);
    }

    boolean isSettled(Question question) {
        return settled.containsKey(question);
    }

    private List<A> settle(Question question) {
        for (int round = 1; ; round++) {
            circular = false;
            List<A> result = answer(question);
            boolean same = current.equals(previous);
            if (circular && !same && round == MAX_ROUNDS) {
                // Answers that change back and forth are both true.
                previous.forEach((asked, before) ->
                        current.merge(asked, before, (now, then) -> distinct.apply(joined(now, then))));
            }
            previous = current;
            current = new HashMap<>();
            if (!circular || same || round == MAX_ROUNDS) {
                settled.putAll(previous);
                List<A> answer = previous.getOrDefault(question, result);
                previous = new HashMap<>();
                return answer;
            }
        }
    }

    private static <A> List<A> joined(List<A> one, List<A> other) {
        List<A> result = new ArrayList<>(one);
        result.addAll(other);
        return result;
    }

    private List<A> answer(Question question) {
        if (open.size() >= MAX_DEPTH || !open.add(question)) {
            circular = true;
            return previous.getOrDefault(question, List.of());
        }
        boolean outer = circular;
        circular = false;
        List<A> result = distinct.apply(compute.apply(question));
        open.remove(question);
        (circular ? current : settled).put(question, result);
        circular |= outer;
        return result;
    }
}
