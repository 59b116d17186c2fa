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
package dev.asyncpersistence.layer;

import java.util.List;
import java.util.Map;

/**
 * What the user says about the layers.
 *
 * @param syncLayers qualified names of classes or modules; empty to find them from the sources
 * @param asyncLayer qualified name of the async class, or empty
 * @param renames sync method name to async method name
 */
public record LayerOptions(List<String> syncLayers, String asyncLayer, Map<String, String> renames) {
    public static final LayerOptions FOUND = new LayerOptions(List.of(), "", Map.of());
}
