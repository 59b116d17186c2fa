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
package dev.asyncpersistence.layer.signature;

import dev.asyncpersistence.model.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which parameter of another function takes what a parameter takes. Those of one name belong together, and so do two {@code *args} or {@code **kwargs},
 * whatever they are called. Those left over are taken in order if there is the same number of them on both sides, or of the required ones, and nothing
 * speaks against any pair: its place, its types, its names. What is optional needs a word in common, too: a {@code limit} is no {@code offset}.
 */
final class ParameterPairs {
    private final Map<Parameter, Parameter> pairs = new HashMap<>();
    private final List<Parameter> from;
    private final List<Parameter> to;
    private final BiPredicate<Parameter, Parameter> typesExclude;

    ParameterPairs(List<Parameter> from, List<Parameter> to, BiPredicate<Parameter, Parameter> typesExclude) {
        this.from = from;
        this.to = to;
        this.typesExclude = typesExclude;
        for (Parameter parameter : from) {
            Parameter other = sameName(to, parameter);
            if (other != null) {
                pairs.put(parameter, other);
            }
        }
        pairRest();
    }

    /** The parameter of the same name; what {@code *args} and {@code **kwargs} are called says nothing. */
    static @Nullable Parameter sameName(List<Parameter> parameters, Parameter like) {
        return parameters.stream()
                .filter(p -> like.isNamed() ? p.isNamed() && p.name().equals(like.name()) : p.kind() == like.kind())
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Parameter of(Parameter parameter) {
        return pairs.get(parameter);
    }

    /** Whether nothing is left over that a call has to pass, or may pass. */
    boolean complete() {
        return pairs.keySet().containsAll(from) && to.stream().allMatch(p -> pairs.containsValue(p) || !p.isRequired());
    }

    private void pairRest() {
        List<Parameter> left = new ArrayList<>(from);
        List<Parameter> right = new ArrayList<>(to);
        left.removeIf(p -> !p.isNamed() || pairs.containsKey(p));
        right.removeIf(p -> !p.isNamed() || pairs.containsValue(p));
        if (left.size() != right.size()) {
            left.removeIf(p -> !p.isRequired());
            right.removeIf(p -> !p.isRequired());
        }
        boolean agree = left.size() == right.size()
                && IntStream.range(0, left.size()).allMatch(i -> maybeTheSame(left.get(i), right.get(i), right));
        if (agree) {
            IntStream.range(0, left.size()).forEach(i -> pairs.put(left.get(i), right.get(i)));
        }
    }

    private boolean maybeTheSame(Parameter one, Parameter other, List<Parameter> others) {
        boolean related = ParameterNames.shareAWord(one.name(), other.name());
        boolean samePlace = !one.takesPosition() || !other.takesPosition() || from.indexOf(one) == to.indexOf(other);
        boolean nearerToAnother =
                !related && others.stream().anyMatch(each -> ParameterNames.shareAWord(one.name(), each.name()));
        return samePlace
                && !nearerToAnother
                && !ParameterNames.contradict(one.name(), other.name())
                && !typesExclude.test(one, other)
                && (related || (one.isRequired() && other.isRequired()));
    }
}
