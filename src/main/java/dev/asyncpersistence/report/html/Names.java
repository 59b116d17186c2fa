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
package dev.asyncpersistence.report.html;

import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.plan.Decision;

/** Names as a reader wants them: short, and still telling which is meant. */
final class Names {
    private Names() {}

    /** The last part of a dotted name. */
    static String last(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }

    /** The last two parts of a dotted name: {@code Rooms.load} of {@code app.rooms.Rooms.load}. */
    static String brief(String qualified) {
        int last = qualified.lastIndexOf('.');
        return last < 0 ? qualified : qualified.substring(qualified.lastIndexOf('.', last - 1) + 1);
    }

    static String brief(FunctionModel function) {
        return brief(function.qualifiedName());
    }

    /** The layer's method that a call is made of: {@code RoomStore.load}. */
    static String layerMethod(Decision decision) {
        return decision.call().layer().simpleName() + "." + decision.call().methodName();
    }
}
