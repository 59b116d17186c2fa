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

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Parameter;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Use;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The signature of a function beside that of another one, which is to be called instead. A call may be if it is valid for the other one, passes the same
 * values to parameters that mean the same, and gets back what it expects. Arguments keep their order, in which they are evaluated; all that may change is
 * their keywords.
 */
public final class Signatures {
    private final FunctionModel from;
    private final FunctionModel to;
    private final Types types;
    private final Defaults defaults;
    private final ParameterPairs pairs;

    public Signatures(FunctionModel from, FunctionModel to, Resolver resolver) {
        this.from = from;
        this.to = to;
        this.types = new Types(resolver);
        this.defaults = new Defaults(resolver.program());
        this.pairs = new ParameterPairs(from.callParameters(), to.callParameters(), this::typesExclude);
    }

    /** Whether there are calls of the one that can be made of the other, judging by parameters and results. */
    public boolean agree() {
        return pairs.complete()
                && resultMismatch() == null
                && from.callParameters().stream().noneMatch(p -> typesExclude(p, pairs.of(p)));
    }

    /** How the two differ; null if every call of the one can be made of the other as it is. */
    public @Nullable String difference() {
        String parameters = parameterDifference();
        return parameters == null ? resultMismatch() : parameters;
    }

    /** Whether and how a call of the one can be made of the other. */
    public CallFit fit(CallSite site) {
        String result = site.use() == Use.DISCARDED ? null : resultMismatch();
        return result == null ? fit(site.call().arguments()) : CallFit.mismatch(result);
    }

    private @Nullable String resultMismatch() {
        AnnotatedType expected = types.read(from.returnAnnotation(), from.enclosingScope());
        AnnotatedType given = types.read(to.returnAnnotation(), to.enclosingScope());
        return types.fits(given, expected)
                ? null
                : "`" + to.name() + "` returns `" + given.display() + "`, not `" + expected.display() + "`";
    }

    // --- one call

    private CallFit fit(List<Expr.Argument> arguments) {
        if (arguments.stream().anyMatch(each -> each.stars() > 0)) {
            // Nobody knows what is in them.
            String difference = parameterDifference();
            return difference == null ? CallFit.AS_IT_IS : CallFit.mismatch(difference);
        }
        List<Parameter> bound = ArgumentBinding.bind(from.callParameters(), arguments);
        if (bound == null) {
            return CallFit.mismatch("the call doesn't fit `" + from.name() + "` either");
        }
        CallFit placed = placed(arguments, bound);
        String omitted = mismatchOfOmitted(bound);
        return omitted == null || !placed.possible() ? placed : CallFit.mismatch(omitted);
    }

    private @Nullable String mismatchOfOmitted(List<Parameter> bound) {
        return Stream.concat(
                        from.callParameters().stream()
                                .filter(p -> p.isNamed() && !bound.contains(p))
                                .map(this::defaultMismatch),
                        to.callParameters().stream()
                                .filter(p -> from.callParameters().stream().noneMatch(own -> p.equals(pairs.of(own))))
                                .map(p -> p.isRequired() ? also(p) : null))
                .filter(mismatch -> mismatch != null)
                .findFirst()
                .orElse(null);
    }

    private CallFit placed(List<Expr.Argument> arguments, List<Parameter> bound) {
        Map<Integer, String> keywords = new HashMap<>();
        for (int i = 0; i < bound.size(); i++) {
            Parameter parameter = bound.get(i);
            Parameter other = pairs.of(parameter);
            String keyword = arguments.get(i).keyword();
            if (other == null) {
                return CallFit.mismatch(no(parameter));
            }
            String mismatch = mismatch(parameter, other, keyword);
            if (mismatch != null) {
                return CallFit.mismatch(mismatch);
            }
            if (keyword != null) {
                if (other.isNamed() && !other.name().equals(keyword)) {
                    keywords.put(i, other.name());
                }
            } else if (!keywords.isEmpty() || !sameIndex(parameter, other)) {
                // No positional argument may follow a keyword: the rest gets keywords, too.
                if (!other.takesKeyword()) {
                    return CallFit.mismatch(takes(parameter, "at another position"));
                }
                keywords.put(i, other.name());
            }
        }
        return CallFit.adapted(keywords);
    }

    /** Why an argument can't be passed to a parameter, wherever it stands. */
    private @Nullable String mismatch(Parameter parameter, Parameter other, @Nullable String keyword) {
        if (typesExclude(parameter, other)) {
            return takesType(parameter, other);
        }
        if (keyword == null) {
            return null;
        }
        boolean collected = !parameter.isNamed();
        boolean taken =
                collected && to.callParameters().stream().anyMatch(p -> p.name().equals(keyword));
        return taken || (!collected && !other.takesKeyword()) ? takes(keyword, "in another way") : null;
    }

    private boolean sameIndex(Parameter parameter, Parameter other) {
        return other.takesPosition()
                && from.callParameters().indexOf(parameter)
                        == to.callParameters().indexOf(other);
    }

    private @Nullable String defaultMismatch(Parameter parameter) {
        Parameter other = pairs.of(parameter);
        if (other == null) {
            return no(parameter);
        }
        if (other.isRequired()) {
            return "`" + to.name() + "` has no default for `" + other.name() + "`";
        }
        return defaults.equal(parameter, from, other, to)
                ? null
                : "`" + to.name() + "` has another default for `" + other.name() + "`";
    }

    // --- all calls

    private @Nullable String parameterDifference() {
        List<Parameter> wanted = to.callParameters();
        for (Parameter parameter : from.callParameters()) {
            Parameter other = ParameterPairs.sameName(wanted, parameter);
            String difference = other == null ? no(parameter) : difference(parameter, other);
            if (difference != null) {
                return difference;
            }
        }
        boolean collects = from.callParameters().stream().anyMatch(p -> p.kind() == Parameter.Kind.VAR_KEYWORD);
        return wanted.stream()
                .filter(p -> (p.isRequired() || (collects && p.takesKeyword()))
                        && ParameterPairs.sameName(from.callParameters(), p) == null)
                .findFirst()
                .map(p -> p.isRequired() ? also(p) : takes(p, "in another way"))
                .orElse(null);
    }

    private @Nullable String difference(Parameter parameter, Parameter other) {
        if (parameter.takesPosition() && other.takesPosition() && !sameIndex(parameter, other)) {
            return takes(parameter, "at another position");
        }
        boolean taken = parameter.kind() == other.kind() || other.kind() == Parameter.Kind.POSITIONAL_OR_KEYWORD;
        if (!taken) {
            return takes(parameter, "in another way");
        }
        if (typesExclude(parameter, other)) {
            return takesType(parameter, other);
        }
        return parameter.isRequired() || !parameter.isNamed() ? null : defaultMismatch(parameter);
    }

    private boolean typesExclude(Parameter parameter, @Nullable Parameter other) {
        return other != null && types.exclude(type(parameter, from), type(other, to));
    }

    private AnnotatedType type(Parameter parameter, FunctionModel function) {
        return types.read(parameter.annotation(), function.enclosingScope());
    }

    // --- texts

    private String no(Parameter parameter) {
        return "`" + to.name() + "` has no parameter `" + parameter.name() + "`";
    }

    private String also(Parameter parameter) {
        return "`" + to.name() + "` also requires `" + parameter.name() + "`";
    }

    private String takes(Parameter parameter, String how) {
        return takes(parameter.name(), how);
    }

    private String takes(String name, String how) {
        return "`" + to.name() + "` takes `" + name + "` " + how;
    }

    private String takesType(Parameter parameter, Parameter other) {
        return takes(
                parameter,
                "as `" + type(other, to).display() + "`, not `"
                        + type(parameter, from).display() + "`");
    }
}
