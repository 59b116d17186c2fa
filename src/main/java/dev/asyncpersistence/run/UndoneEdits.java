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

import java.nio.file.Path;
import java.util.List;

/**
 * Edits that belong together and were taken back, since what came of them did not pass the check.
 *
 * @param path a file of theirs
 * @param functions qualified names of the functions that they would have changed
 * @param cause what the check found
 */
public record UndoneEdits(Path path, List<String> functions, String cause) {}
