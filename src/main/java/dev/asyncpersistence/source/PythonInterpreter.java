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
 * The Python which parses: its own grammar decides what can be read, so it has to be at least as new as the code.
 *
 * @param executable the program to start
 * @param version its version, such as {@code 3.12.1}
 * @param packages the folder below which the packages that it parses with are installed, one folder a version of them
 */
public record PythonInterpreter(Path executable, String version, Path packages) {

    /** Whether this Python is at least of the given version. */
    public boolean isAtLeast(int major, int minor) {
        String[] parts = version.split("\\.", -1);
        int ownMajor = Integer.parseInt(parts[0]);
        return ownMajor > major || (ownMajor == major && Integer.parseInt(parts[1]) >= minor);
    }
}
