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
package dev.asyncpersistence.run;

import dev.asyncpersistence.layer.LayerNames;
import dev.asyncpersistence.layer.LayerOptions;
import dev.asyncpersistence.source.PythonText;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds, in the texts, where the layers may be defined, before anything is parsed. It may find too much; what is a layer is decided on the
 * model.
 *
 * @param files files that define a candidate
 * @param names identifiers that a file which uses a candidate is likely to mention
 */
record LayerSearch(Set<Path> files, Set<String> names) {
    private static final Pattern CLASS = Pattern.compile("^[ \\t]*class[ \\t]+(\\w+)", Pattern.MULTILINE);

    static LayerSearch in(Collection<PythonText> texts, LayerOptions options) {
        Map<String, Set<Path>> classes = new TreeMap<>();
        for (PythonText text : texts) {
            Matcher matcher = CLASS.matcher(text.text());
            while (matcher.find()) {
                classes.computeIfAbsent(matcher.group(1), c -> new TreeSet<>()).add(text.path());
            }
        }
        LayerSearch search = new LayerSearch(new TreeSet<>(), new TreeSet<>());
        if (!options.syncLayers().isEmpty()) {
            options.syncLayers().forEach(name -> search.addNamed(name, classes, texts));
            search.addNamed(options.asyncLayer(), classes, texts);
        } else {
            search.addPairs(classes);
            classes.keySet().stream().filter(LayerNames::isPersistent).forEach(name -> search.addClass(name, classes));
        }
        return search;
    }

    private void addNamed(String name, Map<String, Set<Path>> classes, Collection<PythonText> texts) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        addClass(last, classes);
        String file = name.replace('.', '/');
        for (PythonText text : texts) {
            String path = text.path().toString().replace('\\', '/');
            if (!name.isEmpty() && (endsWith(path, file + ".py") || endsWith(path, file + "/__init__.py"))) {
                files.add(text.path());
                names.add(last);
            }
        }
    }

    private static boolean endsWith(String path, String suffix) {
        return path.equals(suffix) || path.endsWith("/" + suffix);
    }

    private void addPairs(Map<String, Set<Path>> classes) {
        for (String name : classes.keySet()) {
            for (String twin : LayerNames.asyncClassNames(name)) {
                if (classes.containsKey(twin)) {
                    addClass(name, classes);
                    addClass(twin, classes);
                }
            }
        }
    }

    private void addClass(String name, Map<String, Set<Path>> classes) {
        Set<Path> definitions = classes.get(name);
        if (definitions != null) {
            files.addAll(definitions);
            names.add(name);
            String snake = LayerNames.variableName(name);
            names.add(snake);
            names.add(snake.replaceFirst("_layer$", ""));
        }
    }
}
