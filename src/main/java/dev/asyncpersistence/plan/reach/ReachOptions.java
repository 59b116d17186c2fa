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

/**
 * What the user says about reaching the async layer.
 *
 * @param accessor qualified name, or the end of it, of the function that gives the async layer where none is passed; empty to find one
 * @param add whether parameters, attributes, fields and variables may be added for it
 * @param removeUnused whether those for the sync layer that nothing uses any more are taken out
 */
public record ReachOptions(String accessor, boolean add, boolean removeUnused) {
    public static final ReachOptions FOUND = new ReachOptions("", true, true);
}
