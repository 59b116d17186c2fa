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
package dev.asyncpersistence;

import org.junit.jupiter.api.extension.ExtendWith;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.TypeValidation;

/**
 * For tests with Python sources: {@code org.openrewrite.python.Assertions.python(...)} just works in them. A test with
 * defaults of its own calls {@code PythonRecipeTest.super.defaults(spec)} first.
 */
@ExtendWith(PythonForTests.class)
public interface PythonRecipeTest extends RewriteTest {

    @Override
    default void defaults(RecipeSpec spec) {
        spec.typeValidationOptions(TypeValidation.none());
    }
}
