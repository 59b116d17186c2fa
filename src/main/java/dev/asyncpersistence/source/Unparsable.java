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
package dev.asyncpersistence.source;

import java.nio.file.Path;

/**
 * A file which can't be edited, because there is no tree of it that can be trusted.
 *
 * @param path the file
 * @param line the line where it fails, counted from 1, or 0 if that isn't known
 * @param cause what is wrong, and what to do about it, for a person to read
 */
public record Unparsable(Path path, int line, String cause) implements ParseOutcome {}
