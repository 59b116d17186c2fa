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

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of the standard library that can be told apart, under one name each. */
final class KnownTypes {
    private static final Set<String> BUILTINS = Set.of(
            "bool",
            "bytearray",
            "bytes",
            "complex",
            "dict",
            "float",
            "frozenset",
            "int",
            "list",
            "set",
            "str",
            "tuple",
            "type");

    /** Generic types of {@code typing} and {@code collections.abc}. */
    private static final Set<String> ABSTRACT = Set.of(
            "AsyncGenerator",
            "AsyncIterable",
            "AsyncIterator",
            "Collection",
            "Container",
            "Generator",
            "Iterable",
            "Iterator",
            "Mapping",
            "MutableMapping",
            "MutableSequence",
            "MutableSet",
            "Reversible",
            "Sequence",
            "Sized");

    /** Other names, and what stands in other modules. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("typing.List", "list"),
            Map.entry("typing.Dict", "dict"),
            Map.entry("typing.Set", "set"),
            Map.entry("typing.FrozenSet", "frozenset"),
            Map.entry("typing.Tuple", "tuple"),
            Map.entry("typing.Type", "type"),
            Map.entry("typing.Text", "str"),
            Map.entry("typing.Deque", "deque"),
            Map.entry("typing.DefaultDict", "defaultdict"),
            Map.entry("typing.OrderedDict", "OrderedDict"),
            Map.entry("typing.Counter", "Counter"),
            Map.entry("typing.AbstractSet", "AbstractSet"),
            Map.entry("typing.TypedDict", "dict"),
            Map.entry("typing_extensions.TypedDict", "dict"),
            Map.entry("typing.NamedTuple", "tuple"),
            Map.entry("enum.IntEnum", "int"),
            Map.entry("enum.IntFlag", "int"),
            Map.entry("enum.StrEnum", "str"),
            Map.entry("collections.abc.Set", "AbstractSet"),
            Map.entry("collections.deque", "deque"),
            Map.entry("collections.defaultdict", "defaultdict"),
            Map.entry("collections.OrderedDict", "OrderedDict"),
            Map.entry("collections.Counter", "Counter"),
            Map.entry("datetime.datetime", "datetime"),
            Map.entry("datetime.date", "date"),
            Map.entry("datetime.time", "time"),
            Map.entry("datetime.timedelta", "timedelta"),
            Map.entry("decimal.Decimal", "Decimal"),
            Map.entry("pathlib.Path", "Path"),
            Map.entry("uuid.UUID", "UUID"));

    /** What may be given where another type is expected; numbers as PEP 484 says. */
    private static final Map<String, List<String>> BASES = Map.ofEntries(
            Map.entry("bool", List.of("int")),
            Map.entry("int", List.of("float")),
            Map.entry("float", List.of("complex")),
            Map.entry("str", List.of("Sequence")),
            Map.entry("bytes", List.of("Sequence")),
            Map.entry("bytearray", List.of("MutableSequence")),
            Map.entry("list", List.of("MutableSequence")),
            Map.entry("deque", List.of("MutableSequence")),
            Map.entry("tuple", List.of("Sequence")),
            Map.entry("MutableSequence", List.of("Sequence")),
            Map.entry("Sequence", List.of("Collection", "Reversible")),
            Map.entry("set", List.of("MutableSet")),
            Map.entry("frozenset", List.of("AbstractSet")),
            Map.entry("MutableSet", List.of("AbstractSet")),
            Map.entry("AbstractSet", List.of("Collection")),
            Map.entry("defaultdict", List.of("dict")),
            Map.entry("OrderedDict", List.of("dict")),
            Map.entry("Counter", List.of("dict")),
            Map.entry("dict", List.of("MutableMapping", "Reversible")),
            Map.entry("MutableMapping", List.of("Mapping")),
            Map.entry("Mapping", List.of("Collection")),
            Map.entry("Collection", List.of("Sized", "Container", "Iterable")),
            Map.entry("Reversible", List.of("Iterable")),
            Map.entry("Generator", List.of("Iterator")),
            Map.entry("Iterator", List.of("Iterable")),
            Map.entry("AsyncGenerator", List.of("AsyncIterator")),
            Map.entry("AsyncIterator", List.of("AsyncIterable")),
            Map.entry("datetime", List.of("date")));

    private KnownTypes() {}

    /** The name of a type that is given by its full name ({@code typing.List}); null if it isn't one of these. */
    static @Nullable String named(String qualifiedName) {
        String last = qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
        if (qualifiedName.equals("builtins." + last) && BUILTINS.contains(last)) {
            return last;
        }
        boolean isAbstract = qualifiedName.equals("typing." + last) || qualifiedName.equals("collections.abc." + last);
        return isAbstract && ABSTRACT.contains(last) ? last : NAMES.get(qualifiedName);
    }

    /** Whether it says what can be done with a value, not which class it has. */
    static boolean isAbstract(String name) {
        return ABSTRACT.contains(name) || name.equals("AbstractSet");
    }

    static boolean isSubtype(String name, String base) {
        return name.equals(base)
                || BASES.getOrDefault(name, List.of()).stream().anyMatch(each -> isSubtype(each, base));
    }
}
