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
package dev.asyncpersistence.plan.graph;

import dev.asyncpersistence.model.ClassHierarchy;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Groups methods that override each other, implement the same protocol (PEP 544) or meet in a class by multiple inheritance, and redefinitions
 * of one name.
 */
public final class Families {
    private final Program program;
    private final ClassHierarchy hierarchy;
    private final UnionFind<FunctionModel> related = new UnionFind<>();
    private final Map<FunctionModel, Family> families = new HashMap<>();

    /** Families by declaration alone. */
    public Families(Resolver resolver) {
        this.program = resolver.program();
        this.hierarchy = resolver.hierarchy();
        program.classes().forEach(this::relateMethods);
        program.classes().stream().filter(ClassHierarchy::isProtocol).forEach(this::relateImplementations);
        relateRedefinitions();
        group();
    }

    /** Also takes functions together that one call may reach. */
    public void join(FunctionUses uses) {
        for (Call call : uses.calls()) {
            call.targets().forEach(target -> related.union(call.targets().get(0), target));
        }
        group();
    }

    private void group() {
        for (List<FunctionModel> members : related.sets(program.functions())) {
            Family family = new Family(List.copyOf(members));
            members.forEach(member -> families.put(member, family));
        }
    }

    public Family of(FunctionModel function) {
        return Objects.requireNonNull(families.get(function), function.qualifiedName());
    }

    /** The methods of one name that an instance of a class has, its own and inherited ones. */
    private void relateMethods(ClassModel type) {
        Map<String, FunctionModel> nearest = new LinkedHashMap<>();
        for (ClassModel each : hierarchy.lookupOrder(type)) {
            each.methods().forEach((name, method) -> {
                FunctionModel nearer = nearest.putIfAbsent(name, method);
                if (nearer != null && !isPerClass(name)) {
                    related.union(nearer, method);
                }
            });
        }
    }

    /** Each class has its own constructor, whatever those of its bases do. */
    private static boolean isPerClass(String name) {
        return name.equals("__init__") || name.equals("__new__") || name.equals("__post_init__");
    }

    private void relateImplementations(ClassModel protocol) {
        Map<String, FunctionModel> wanted = methods(protocol);
        if (wanted.isEmpty()) {
            return;
        }
        for (ClassModel type : program.classes()) {
            Map<String, FunctionModel> own = methods(type);
            if (own.keySet().containsAll(wanted.keySet())) {
                wanted.forEach((name, method) -> related.union(Objects.requireNonNull(own.get(name)), method));
            }
        }
    }

    private Map<String, FunctionModel> methods(ClassModel type) {
        Map<String, FunctionModel> result = new LinkedHashMap<>();
        for (ClassModel each : hierarchy.lookupOrder(type)) {
            each.methods().forEach(result::putIfAbsent);
        }
        return result;
    }

    /** Overloads, and definitions in the branches of an {@code if} or {@code try}: the reader numbers them. */
    private void relateRedefinitions() {
        Map<String, List<FunctionModel>> byName = new HashMap<>();
        for (FunctionModel function : program.functions()) {
            String plain = function.enclosingScope() + "." + function.name();
            byName.computeIfAbsent(plain, n -> new ArrayList<>()).add(function);
        }
        Set<List<FunctionModel>> several = new HashSet<>(byName.values());
        several.forEach(same -> same.forEach(each -> related.union(same.get(0), each)));
    }
}
