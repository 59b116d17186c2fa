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
package dev.asyncpersistence.plan.gate;

import dev.asyncpersistence.model.FunctionModel;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The functions that packaging names as programs: {@code serve = "app.cli:main"} in {@code pyproject.toml}, {@code setup.cfg} or {@code setup.py}. */
final class ConsoleScripts {
    private static final Pattern ENTRY = Pattern.compile("=\\s*[\"']?([\\w.]+):([\\w.]+)");

    private final Set<String> names = new HashSet<>();

    /**
     * Reads settings.
     *
     * @param settings the texts of the files that configure a project
     */
    ConsoleScripts(Collection<String> settings) {
        for (String text : settings) {
            Matcher matcher = ENTRY.matcher(text);
            while (matcher.find()) {
                names.add(matcher.group(1) + "." + matcher.group(2));
            }
        }
    }

    /** Sources may lie in a folder that is no package. */
    boolean contains(FunctionModel function) {
        String name = function.qualifiedName().replace(".__init__.", ".");
        return names.stream().anyMatch(each -> name.equals(each) || name.endsWith("." + each));
    }
}
