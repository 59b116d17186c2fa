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
package dev.asyncpersistence.plan.methods;

import dev.asyncpersistence.layer.LayerMethod;
import dev.asyncpersistence.layer.LayerMethod.Counterpart;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ImportGraph;
import dev.asyncpersistence.model.ImportPaths;
import dev.asyncpersistence.model.Parameter;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.change.Change;
import dev.asyncpersistence.plan.change.MethodChange;
import dev.asyncpersistence.plan.graph.UnreadFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Drafts the coroutine for a sync method, or says why there can't be one. */
final class Drafts {
    private final Resolver resolver;
    private final ImportPaths paths;
    private final ImportGraph graph;
    private final AsyncVersions versions;
    private final SyncLayerReach reach;
    private final Placement placement;

    Drafts(Resolver resolver, UnreadFiles unread) {
        this.resolver = resolver;
        this.paths = new ImportPaths(resolver.program());
        this.graph = new ImportGraph(resolver.program(), unread::text);
        this.versions = new AsyncVersions(resolver);
        this.reach = new SyncLayerReach(resolver);
        this.placement = new Placement(resolver);
    }

    Draft of(NewMethod method) {
        Draft.Refused refused = Stream.of(byKind(method), bySyncMethod(method), byTarget(method))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return refused == null ? written(method) : refused;
    }

    private static Draft.Refused refused(Refusal refusal, String detail) {
        return new Draft.Refused(refusal, detail);
    }

    // --- what stands against it

    private Draft.@Nullable Refused byKind(NewMethod method) {
        LayerMethod sync = method.method();
        return switch (sync.kind()) {
            case IN_MEMORY -> refused(Refusal.IN_MEMORY, "");
            case ASYNC, FAKE_ASYNC -> refused(Refusal.ALREADY_ASYNC, "");
            case LAZY -> refused(Refusal.LAZY_RESULT, "");
            case BLOCKING -> versions.isMissing(sync) ? byTwin(sync) : refused(Refusal.HAS_ASYNC_METHOD, "");
        };
    }

    private static Draft.@Nullable Refused byTwin(LayerMethod sync) {
        return Stream.of(sync.counterpart(), sync.variant())
                .filter(Objects::nonNull)
                .map(Counterpart::difference)
                .filter(Objects::nonNull)
                .map(mismatch -> refused(Refusal.SIGNATURE_MISMATCH, mismatch))
                .findFirst()
                .orElse(null);
    }

    private Draft.@Nullable Refused bySyncMethod(NewMethod method) {
        FunctionModel sync = method.sync();
        if (method.method().threadObstacle() != null) {
            return refused(
                    Refusal.valueOf(method.method().threadObstacle().kind().name()),
                    method.method().threadObstacle().detail());
        }
        // `typing.override` says nothing to the interpreter, and isn't true of the copy.
        List<Expr> decorators = sync.decorators().stream()
                .filter(d -> !"override".equals(lastName(d)))
                .toList();
        if (!decorators.isEmpty()) {
            return refused(Refusal.DECORATED, decorators.get(0).callee().display());
        }
        String first = sync.qualifiedName().replaceFirst("#\\d+$", "");
        if (resolver.program().function(first + "#2") != null) {
            return refused(Refusal.DEFINED_TWICE, sync.location().toString());
        }
        return sync.parameters().stream()
                .filter(p -> isComputed(p.defaultValue()))
                .map(p -> refused(Refusal.COMPUTED_DEFAULT, p.name()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String lastName(Expr decorator) {
        String dotted = decorator.callee().dotted();
        return dotted == null ? null : dotted.substring(dotted.lastIndexOf('.') + 1);
    }

    private static boolean isComputed(@Nullable Expr value) {
        return value instanceof Expr.Call
                || (value instanceof Expr.Attribute attribute && isComputed(attribute.value()))
                || (value instanceof Expr.AnyOf anyOf
                        && anyOf.options().stream().anyMatch(Drafts::isComputed))
                || (value instanceof Expr.Display display
                        && display.elements().stream().anyMatch(Drafts::isComputed));
    }

    private Draft.@Nullable Refused byTarget(NewMethod method) {
        ClassModel owner = method.owner();
        if (owner == null) {
            boolean taken = !Meaning.of(method.name(), method.module()).isUnbound();
            return taken ? refused(Refusal.NAME_TAKEN, method.name()) : null;
        }
        for (ClassModel type : related(owner)) {
            FunctionModel other = type.method(method.name());
            boolean isSync = method.sync().equals(other);
            if ((other != null && !isSync) || type.attributes().containsKey(method.name())) {
                return refused(Refusal.NAME_TAKEN, type.name() + "." + method.name());
            }
        }
        return method.onAsyncLayer() ? byInheritedCode(method, owner) : null;
    }

    /** Those whose instances would have the method, and those that a subclass gets its own one of that name from. */
    private List<ClassModel> related(ClassModel owner) {
        List<ClassModel> result = new ArrayList<>(resolver.hierarchy().lookupOrder(owner));
        result.addAll(resolver.hierarchy().withSubclasses(owner));
        return result;
    }

    private Draft.@Nullable Refused byInheritedCode(NewMethod method, ClassModel owner) {
        return resolver.hierarchy().lookupOrder(owner).stream()
                .flatMap(type -> type.methods().values().stream())
                .filter(f -> !f.async() && mentions(f, method.name()))
                .map(f -> refused(Refusal.CALLED_BY_INHERITED_CODE, f.name() + " (" + f.location() + ")"))
                .findFirst()
                .orElse(null);
    }

    /** {@code self.load(...)}, or {@code self.load} handed over. */
    private static boolean mentions(FunctionModel function, String name) {
        String first = function.hasImplicitFirstParameter()
                ? function.parameters().get(0).name()
                : "";
        Expr mention = new Expr.Attribute(new Expr.Name(first), name);
        return function.calls().stream().anyMatch(c -> c.call().callee().equals(mention))
                || function.references().stream().anyMatch(r -> r.expr().equals(mention));
    }

    // --- writing

    private Draft written(NewMethod method) {
        SyncLayerReach.Way way = reach.to(method);
        Placement.Place place = placement.of(method);
        if (way.refusal() != null || way.callee() == null) {
            return refused(Objects.requireNonNullElse(way.refusal(), Refusal.SYNC_LAYER_NOT_REACHABLE), way.detail());
        }
        List<Parameter> passed = method.sync().callParameters();
        if (SyncLayerReach.isHidden(way.callee(), passed) || isHidden("asyncio", passed)) {
            return refused(Refusal.NAME_NOT_AVAILABLE, way.callee().display());
        }
        if (place == null) {
            return refused(Refusal.NO_PLACE, method.layer().asyncName());
        }
        MethodChange change = change(method, way.callee(), place);
        NameImports imports = new NameImports(resolver, paths, graph);
        imports.addAsyncio(method.module());
        if (way.imported() != null) {
            imports.addFunction(way.imported(), method.module(), change.id());
        }
        imports.addSignature(method.sync(), method.owner(), method.module());
        if (imports.refusal() != null) {
            return refused(imports.refusal(), imports.detail());
        }
        List<Change> changes = new ArrayList<>();
        changes.add(change);
        changes.addAll(imports.changes());
        return new Draft.Written(
                method.module().path(), method.qualifiedName(), way.callee().display(), List.copyOf(changes));
    }

    private static boolean isHidden(String name, List<Parameter> parameters) {
        return parameters.stream().anyMatch(p -> p.name().equals(name));
    }

    private static MethodChange change(NewMethod method, Expr callee, Placement.Place place) {
        FunctionModel sync = method.sync();
        boolean needsInstance = method.owner() != null && sync.className() == null;
        return new MethodChange(
                UUID.randomUUID(),
                place.anchor(),
                place.behind(),
                sync.id(),
                method.name(),
                needsInstance ? method.instance() : null,
                callee,
                sync.callParameters(),
                !returnsNothing(sync));
    }

    /** No value in a {@code return}, and none promised. */
    private static boolean returnsNothing(FunctionModel sync) {
        Expr annotation = sync.returnAnnotation();
        return sync.returned().isEmpty() && (annotation == null || annotation.equals(new Expr.Name("None")));
    }
}
