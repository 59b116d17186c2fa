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
package dev.asyncpersistence.plan.reach;

import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.plan.reach.Kinship.Degree;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A layer that is made on the spot: {@code PersistenceLayer(url)}.
 *
 * @param takes how many arguments the class's constructor takes at most
 */
record Making(Expr.Call call, int takes) {

    /**
     * Proven if both are given the same; none if a constant differs, or is given to one alone although the other could take it, or if they are
     * given different variables; possible otherwise.
     */
    static Degree compare(Making sync, Making async) {
        List<Expr.Argument> one = sync.call().arguments();
        List<Expr.Argument> other = async.call().arguments();
        int common = Math.min(one.size(), other.size());
        boolean alike = startAlike(one, other);
        boolean differs = !alike || isConstantAmong(one, common, async) || isConstantAmong(other, common, sync);
        if (differs) {
            return Degree.NONE;
        }
        return one.size() == other.size() ? Degree.PROVEN : Degree.POSSIBLE;
    }

    private static boolean isConstantAmong(List<Expr.Argument> arguments, int start, Making other) {
        return other.takes() > start
                && arguments.stream().skip(start).anyMatch(each -> each.value() instanceof Expr.Text);
    }

    private static boolean startAlike(List<Expr.Argument> some, List<Expr.Argument> others) {
        return IntStream.range(0, Math.min(some.size(), others.size()))
                .allMatch(i -> same(some.get(i).value(), others.get(i).value()));
    }

    /**
     * Calls are told apart by where they stand; here it matters what they say. What isn't followed may be anything. The names of an address for
     * each side may differ as those of the layers do, and its driver may.
     */
    private static boolean same(Expr one, Expr other) {
        if (one instanceof Expr.Call a && other instanceof Expr.Call b) {
            return same(a.callee(), b.callee())
                    && a.arguments().size() == b.arguments().size()
                    && startAlike(a.arguments(), b.arguments());
        }
        if (one instanceof Expr.Attribute a && other instanceof Expr.Attribute b) {
            return sameName(a.attr(), b.attr()) && same(a.value(), b.value());
        }
        if (one instanceof Expr.Name a && other instanceof Expr.Name b) {
            return sameName(a.id(), b.id());
        }
        if (one instanceof Expr.Text a && other instanceof Expr.Text b) {
            return withoutDriver(a.value()).equals(withoutDriver(b.value()));
        }
        return false;
    }

    private static boolean sameName(String sync, String async) {
        return sync.equals(async) || AsyncNames.areTwins(sync, async);
    }

    /** {@code sqlite:///x.db} of {@code sqlite+aiosqlite:///x.db} (RFC 1738, as SQLAlchemy extends it). */
    private static String withoutDriver(String url) {
        return url.replaceFirst("^(\\w+)\\+\\w+:", "$1:");
    }
}
