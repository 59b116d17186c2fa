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

import dev.asyncpersistence.TestPython;
import dev.asyncpersistence.model.read.ModuleReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Programs made of texts. */
public final class Programs {
    private static final Map<String, ModuleModel> READ = new ConcurrentHashMap<>();

    private Programs() {}

    /** Reads files given as path, text, path, text and so on. */
    public static Program of(String... pathsAndTexts) {
        List<ModuleModel> modules = new ArrayList<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            modules.add(module(pathsAndTexts[i], pathsAndTexts[i + 1]));
        }
        return new Program(modules);
    }

    public static ModuleModel module(String path, String text) {
        // Many samples share a file; models don't change.
        return READ.computeIfAbsent(path + '\n' + text, key -> ModuleReader.read(TestPython.parse(path, text), path));
    }
}
